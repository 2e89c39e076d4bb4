"""A digit built up from principal components, as many as the slider says."""

from collections.abc import Callable

import numpy as np
import streamlit as st

from ui.components.shared.message import error_bytes, ink_bytes, pack
from ui.components.shared.modules import component

_component = component("sums", "component_sum", styles=("controls", "pictures", "curves"))


def sums(
    key: str,
    image: np.ndarray,
    rebuilt: np.ndarray,
    usual: np.ndarray,
    count: int,
    on_count: Callable[[int], None],
    network: dict | None = None,
    drawn: dict[str, int] | None = None,
    keep: Callable[[bytes], bytes] = bytes,
) -> None:
    """Show the digit, what it is with some components, what the last of them adds, and the errors of all.

    Args:
        key: Of this figure on its page.
        image: (28, 28) in [0, 1].
        rebuilt: (K + 1, 28, 28) from 0 to K components.
        usual: (K + 1,) mean squared error a pixel over test images.
        count: How many components are on, 0 to K.
        on_count: Called with the new number when the slider rests.
        network: What the page has to know of PCA to follow a hand that draws; None where it cannot.
        drawn: Number of the drawing that is the digit, under "pad"; None for any other picture.
        keep: Puts the message away, if it is the same for everybody, and gives one that says where it is fetched.
    """
    added = np.diff(rebuilt, axis=0, prepend=rebuilt[:1])
    strongest = np.abs(added).max(axis=(1, 2), keepdims=True)
    header = {
        "count": count,
        "network": network,
        "drawn": drawn,
        "own": np.square(rebuilt - image).mean(axis=(1, 2)).astype(float).round(6).tolist(),
        "usual": usual.astype(float).round(6).tolist(),
    }
    arrays = {
        "image": ink_bytes(image),
        "rebuilt": ink_bytes(rebuilt),
        "added": error_bytes(added / np.maximum(strongest, 1e-6), np.zeros_like(added)),
    }
    message = keep(pack(header, **arrays))
    _component(key=key, data=message, on_count_change=lambda: on_count(st.session_state[key]["count"]))
