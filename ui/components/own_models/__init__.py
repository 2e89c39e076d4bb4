"""The models that a student trained and keeps in this browser: shown on a page, and never sent to the server."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("own_models", "own_models", styles=("controls", "pictures"))

Mode = Literal["rebuild", "denoise", "between", "plane", "sample"]
"""What models show: a reconstruction, a picture without its noise, the way between two, their plane, new pictures."""


def own_models(
    key: str,
    mode: Mode,
    picture: np.ndarray | None = None,
    *,
    clean: np.ndarray | None = None,
    second: np.ndarray | None = None,
    spherical: bool = False,
    drawn: dict[str, int] | None = None,
    sheets: Sequence[Mapping[str, Any]] = (),
) -> None:
    """Show what kept models make of a picture; one line with a link where there are none.

    Args:
        key: Of this component on its page.
        mode: What they show.
        picture: (28, 28) that they are given; none for "sample".
        clean: (28, 28) that they should give back, if it is not the picture itself.
        second: (28, 28) where the way "between" ends.
        spherical: Whether that of variational ones goes around zero.
        drawn: Numbers of the messages that the pictures were made from, by hand; None for anything else.
        sheets: For "plane": pictures of the server whose codes are its dots, as `sheets.available` describes them.
    """
    given = {"picture": picture, "clean": clean, "second": second}
    arrays = {name: array.astype(np.float32) for name, array in given.items() if array is not None}
    header = {"mode": mode, "spherical": spherical, "drawn": drawn, "sheets": list(sheets)}
    _component(key=key, data=pack(header, **arrays))
