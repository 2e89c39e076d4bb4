"""The ways: rows of pictures on the way from one to another, and a slider that moves along all of them."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component

FRAMES = 33
SHOWN = 9

_component = component("ways", "interpolation", styles=("controls", "pictures"))


class Way(NamedTuple):
    """One row.

    Attributes:
        title: Bold line.
        text: A few words below it.
        pictures: (FRAMES, 28, 28).
        errors: (FRAMES,) squared error a pixel to the nearest real picture; None where there are none to compare with.
        network: What the page has to know to walk itself while a hand draws; None for pixels that are blended.
        spherical: Whether the model's way goes around zero.
        blend: Whether it is only the two ends, mixed; the page then mixes them itself.
    """

    title: str
    text: str
    pictures: np.ndarray
    errors: np.ndarray | None
    network: dict | None = None
    spherical: bool = False
    blend: bool = False


def show(
    key: str,
    ways: list[Way],
    first: np.ndarray,
    second: np.ndarray,
    drawn: dict[str, int] | None,
    keep: Callable[[bytes], bytes] = bytes,
) -> None:
    """Show every way as a row of `SHOWN` pictures with a large one beside it, at the slider's place.

    Args:
        key: Of these ways on its page.
        ways: From top to bottom.
        first: (28, 28) where they begin.
        second: (28, 28) where they end.
        drawn: Number of the drawing where they begin, under "pad"; None for any other picture.
        keep: Puts the message away, if it is the same for everybody, and gives one that says where it is fetched.
    """
    header = {
        "frames": FRAMES,
        "drawn": drawn,
        "every": (FRAMES - 1) // (SHOWN - 1),
        "ways": [
            {
                **{name: getattr(way, name) for name in ("title", "text", "network", "spherical", "blend")},
                "errors": None if way.errors is None else way.errors.tolist(),
            }
            for way in ways
        ],
    }
    pictures = ink_bytes(np.array([way.pictures for way in ways if not way.blend]))
    ends = {"first": ink_bytes(first), "second": ink_bytes(second)}
    _component(key=key, data=keep(pack(header, pictures=pictures, **ends)))
