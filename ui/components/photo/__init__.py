"""A photo, with a frame around each digit that was found; a frame is a button."""

import io
from collections.abc import Callable, Sequence

import numpy as np
import streamlit as st
from PIL import Image

from ui.components.shared.message import pack
from ui.components.shared.modules import component

QUALITY = 85

_component = component("photo", "photo", styles=("controls",))

Frame = tuple[float, float, float, float]
"""Top, left, bottom and right, as parts of the picture's height or width."""


def jpeg(picture: np.ndarray) -> bytes:
    """Return a picture, (H, W) or (H, W, 3), uint8 or float in [0, 1], as the bytes of a JPEG file."""
    scaled = picture if picture.dtype == np.uint8 else np.round(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    held = io.BytesIO()
    Image.fromarray(scaled).save(held, "JPEG", quality=QUALITY)
    return held.getvalue()


def photo(
    key: str,
    picture: bytes,
    label: str,
    frames: Sequence[Frame] = (),
    chosen: int | None = None,
    on_choose: Callable[[int], None] | None = None,
) -> None:
    """Show a photo.

    Args:
        key: Of this photo on its page.
        picture: A JPEG file.
        label: For screen readers.
        frames: Around what can be chosen.
        chosen: Which of them is.
        on_choose: Called with the number of the frame that is clicked.
    """
    header = {"label": label, "frames": [[round(side, 4) for side in frame] for frame in frames], "chosen": chosen}

    def clicked() -> None:
        if on_choose:
            on_choose(int(st.session_state[key]["chosen"]))

    _component(key=key, data=pack(header, picture=np.frombuffer(picture, np.uint8)), on_chosen_change=clicked)
