"""A picture read row by row: what was read, the code after every row, what each would rebuild, and its error."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component
from ui.components.shared.value import Row, value

_component = component("row_reader", "row_reader", styles=("controls", "pictures", "curves"))


class Reading(NamedTuple):
    """What a model knows of a picture after every row.

    Attributes:
        model: Names the model, so that the page sees when it is another.
        image: (28, 28) in [0, 1].
        codes: (28, D).
        pictures: (28, 28, 28) what each decodes to.
        errors: (28,) mean squared error a pixel of each.
        usual: Mean errors of test images after every row, with those that 5 % of them lie below and above; None where
            they have not been measured.
        scale: What the code's numbers are divided by to become colours.
        network: What the page has to know to run the model while a hand draws; None where it cannot.
        drawn: Number of the drawing that was read, under "pad"; None for any other picture.
    """

    model: str
    image: np.ndarray
    codes: np.ndarray
    pictures: np.ndarray
    errors: np.ndarray
    usual: dict[str, list[float]] | None
    scale: float
    network: dict | None = None
    drawn: dict[str, int] | None = None


class _Place(NamedTuple):
    """Where the hand rests."""

    rows: Row


def row_reader(key: str, reading: Reading, rows: int, on_rest: Callable[[int], None]) -> None:
    """Show a picture that is read row by row, with a player.

    Args:
        key: Of this reader on its page.
        reading: What there is to show.
        rows: How many rows are read at first.
        on_rest: Called with the number of rows when the hand that moved it rests.
    """

    def rested() -> None:
        if place := value(key, "place", _Place):
            on_rest(place.rows)

    said = ("model", "usual", "scale", "network", "drawn")
    header = {name: getattr(reading, name) for name in said} | {"rows": rows, "size": reading.codes.shape[1]}
    arrays = {
        "input": ink_bytes(reading.image),
        "codes": reading.codes.astype(np.float32),
        "pictures": ink_bytes(reading.pictures),
        "errors": reading.errors.astype(np.float32),
    }
    _component(key=key, data=pack(header, **arrays), on_place_change=rested)
