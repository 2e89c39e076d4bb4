"""The dials: a slider for every number of a code, and the decoded picture that follows the hand."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from aemodels.latent.dimensions import Dimensions
from aemodels.latent.interpolation import REACH
from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component
from ui.components.shared.value import Number, Whole, value

_component = component("dials", "dials", styles=("controls", "pictures"))


class Turned(NamedTuple):
    """Where the dials stand.

    Attributes:
        code: (D,).
        serial: Number of the newest message from the dials since they appeared; the picture that goes back carries it.
    """

    code: np.ndarray
    serial: int


class Strip(NamedTuple):
    """One number of the code turned from end to end.

    Attributes:
        dimension: Which.
        pictures: (T, 28, 28).
        values: (T,) that the number takes.
    """

    dimension: int
    pictures: np.ndarray
    values: np.ndarray


class _Message(NamedTuple):
    """What the dials send."""

    origin: str
    values: list[Number]
    serial: Whole


def turned(key: str, origin: str, start: np.ndarray) -> Turned:
    """Read where the dials stand; at `start` as long as nobody has turned them since they got their origin.

    Args:
        key: Of the dials on their page.
        origin: Names where `start` comes from; another origin sets the dials anew.
        start: (D,) code.
    """
    message = value(key, "turned", _Message)
    if message is None:
        return Turned(start, 0)
    code = np.asarray(message.values, dtype=np.float32)
    fitting = message.origin == origin and code.shape == start.shape
    return Turned(code if fitting else start, message.serial)


def dials(
    key: str,
    origin: str,
    start: np.ndarray,
    now: Turned,
    picture: np.ndarray,
    strip: Strip,
    weighed: Dimensions,
    carries: str,
    only: tuple[int, ...] = (),
    back: str = "Back to the sample",
    ends: np.ndarray | None = None,
) -> None:
    """Show the dials, what is decoded from where they stand, and the strip.

    Args:
        key: Of these dials on their page.
        origin: As for `turned`.
        start: (D,) code to which a button leads back.
        now: As `turned` gave it.
        picture: (28, 28) decoded from `now`.
        strip: Of one number, the others as in `now`.
        weighed: What each number carries; sets the order of the dials.
        carries: How what a number carries is said, e.g. "{:.2f} nats".
        only: Numbers that have a dial, in their order; all where there are none.
        back: What the button says that leads back to `start`.
        ends: (K, 2, 28, 28) what each dial's number makes of `start` at its lower and upper end; None to leave it out.
    """
    header = {
        "origin": origin,
        "serial": now.serial,
        "reach": max(REACH, float(np.ceil(np.abs(start).max()))),
        **{"start": start.tolist(), "values": now.code.tolist()},
        "dials": _order(weighed, carries, only or weighed.order),
        **{"back": back, "ends": ends is not None},
        "strip": {"dimension": strip.dimension, "values": strip.values.tolist()},
    }
    pictures = {"picture": picture, "strip": strip.pictures, "ends": ends}
    inked = {name: ink_bytes(shown) for name, shown in pictures.items() if shown is not None}
    _component(key=key, data=pack(header, **inked), on_turned_change=lambda: None)


def _order(weighed: Dimensions, carries: str, order: Sequence[int]) -> list[dict]:
    """Lay the dials out in an order."""
    most = float(weighed.carried.max()) or 1.0
    return [
        {
            "dimension": place,
            "share": max(0.0, float(weighed.carried[place])) / most,
            "facts": carries.format(weighed.carried[place]),
            "dead": bool(weighed.dead[place]),
        }
        for place in order
    ]
