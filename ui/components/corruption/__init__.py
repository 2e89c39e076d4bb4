"""A stack of corruptions with a slider each, and the corrupted picture that follows the hand."""

from typing import NamedTuple

import numpy as np

from aemodels.corruption.stack import KINDS, MOST_LAYERS, NOTHING, Kind
from aemodels.corruption.strokes import PEN
from ui.components.shared import courier
from ui.components.shared.message import pack
from ui.components.shared.modules import component
from ui.components.shared.value import Stroke, Whole, value

STATE = "stack"
ANSWERED = "corruption-answered"

_component = component("corruption", "corruption", styles=("controls",))

Layers = list[tuple[str, float]]
MOST_POINTS = 20_000
"""Longest scribble."""

Strokes = list[Stroke]


class Handed(NamedTuple):
    """What the page hands to the component: the stack that it shows until the student changes it.

    Attributes:
        version: Number of these values; the component takes others only under another number.
        layers: Kind and amount of each, the first one meets the clean picture.
        strokes: Of the scribble, each [x0, y0, x1, y1, …].
    """

    version: int
    layers: Layers
    strokes: Strokes


class Edited(NamedTuple):
    """What the student made of it.

    Attributes:
        text: The stack, e.g. "gaussian:0.5,blur:1".
        strokes: Of the scribble.
        live: Whether the hand is still moving.
        serial: Number of the message.
        version: Of the values that were handed over before.
    """

    text: str
    strokes: Strokes
    live: bool
    serial: Whole
    version: Whole

    @property
    def too_long(self) -> bool:
        """Whether it has more points than anybody can scribble here."""
        return sum(map(len, self.strokes)) > 2 * MOST_POINTS


def corrupt(
    key: str, clean: np.ndarray, fields: list[tuple[str, np.ndarray]], handed: Handed, drawn: dict[str, int] | None
) -> None:
    """Show the stack with its sliders and the picture that it corrupts.

    Args:
        key: Of this stack on its page.
        clean: (28, 28) in [0, 1].
        fields: Kind and random numbers (28, 28) of each layer that needs some, in their order.
        handed: What it starts with.
        drawn: Number of the drawing that is the clean picture, under "pad"; None for any other picture.
    """
    header = {
        **handed._asdict(),
        "kinds": {name: _words(kind) for name, kind in KINDS.items()},
        "most": MOST_LAYERS,
        "nothing": NOTHING,
        "pen": PEN,
        "points": MOST_POINTS,
        "drawn": [kind for kind, _ in fields],
        "given": drawn,
    }
    random = np.stack([field for _, field in fields]) if fields else np.zeros(0, np.float32)
    _component(key=key, data=pack(header, clean=clean, fields=random), on_stack_change=lambda: None)


def newest(key: str) -> Edited | None:
    """Return what the student last made of it; None as long as there is nothing."""
    return value(key, STATE, Edited)


def answer(key: str) -> None:
    """Tell the component that its newest state has been dealt with, so that it may send the next."""
    message = newest(key)
    if message:
        courier.answer(key, ANSWERED, message.serial)


def _words(kind: Kind) -> dict:
    """Return what the component needs to know about a kind of corruption."""
    return kind._asdict() | {"corruption": None, "random": kind.corruption is not None}
