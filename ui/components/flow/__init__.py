"""The flow: input → encoder → code → decoder → reconstruction → error, painted in the browser from bytes."""

from typing import NamedTuple

import numpy as np

from ui.components.shared.message import ink_bytes, pack, signed_bytes
from ui.components.shared.modules import component

_component = component("flow", "flow", styles=("pictures",))

SAID = ("size", "kind", "label", "grid", "zero", "low", "high", "most")
NO_DOTS = np.zeros((0, 3), np.uint8)
PAINTED = {"plane": ", a place; dots: other pictures", "maps": ", painted as maps", "bars": ", a bar each"}


class Code(NamedTuple):
    """How a code is painted.

    Attributes:
        size: Numbers that it has.
        label: For screen readers.
        kind: "plane", "maps" or "bars".
        shares: For a plane (2,), the place from 0 to 1; else one share in [-1, 1] for each cell or bar.
        grid: Channels, height and width of the maps.
        zero: Where a bar of the number 0 ends, as a share.
        dots: (N, 3) uint8: places and classes of other codes on the plane.
        low: What the page scales numbers by while a hand draws: of a plane its lower left corner, else the lowest.
        high: The upper right corner, or the highest.
        most: Numbers that are painted.
    """

    size: int
    label: str
    kind: str
    shares: np.ndarray
    grid: tuple[int, int, int] | None = None
    zero: float | None = None
    dots: np.ndarray = NO_DOTS
    low: float | list[float] = 0.0
    high: float | list[float] = 1.0
    most: int | None = None


class Passage(NamedTuple):
    """What a model made of a picture.

    Attributes:
        model: Names the model, so that the page sees when it is another.
        image: (28, 28) input.
        x_hat: (28, 28) reconstruction.
        error: Mean squared error a pixel.
        code: Between the two.
        network: What the page has to know to run the model itself while a hand draws; None where it cannot.
        drawn: Number of the drawing that was the input, under "pad"; None for any other picture.
        waist: How many numbers each layer between input and code holds, and each between code and reconstruction; where
            given, the flow is an hourglass of these layers, through which numbers run, and shows no error.
    """

    model: str
    image: np.ndarray
    x_hat: np.ndarray
    error: float
    code: Code
    network: dict | None = None
    drawn: dict[str, int] | None = None
    waist: tuple[list[int], list[int]] | None = None


def flow(key: str, passage: Passage, waiting: bool = False) -> None:
    """Show how one model takes a picture apart and puts it together again.

    Args:
        key: Of this flow on its page.
        passage: What the model made of the picture.
        waiting: Whether the picture is only an example until the student gives one.
    """
    code = passage.code
    header = {
        "model": passage.model,
        "code": {name: getattr(code, name) for name in SAID},
        "network": passage.network,
        "drawn": passage.drawn,
        "waiting": waiting,
        "waist": passage.waist,
        "texts": {
            "input": "784 numbers",
            "code": f"{code.size} numbers{'' if passage.waist else PAINTED[code.kind]}",
            "output": "784 numbers",
            "error": f"{passage.error:.4f} a pixel",
        },
    }
    arrays = {
        "input": ink_bytes(passage.image),
        "output": ink_bytes(passage.x_hat),
        "error": signed_bytes(passage.x_hat - passage.image),
        "code": code.shares,
        "cloud": code.dots,
    }
    _component(key=key, data=pack(header, **arrays))
