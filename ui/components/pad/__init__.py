"""The drawing pad: strokes in, a picture of them out."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ui.components.pad.raster import UNITS, picture_of
from ui.components.shared import courier
from ui.components.shared.modules import component
from ui.components.shared.value import Stroke, Whole, value

__all__ = ["MOST_POINTS", "PRESETS", "UNITS", "Drawing", "Strokes", "answer", "pad", "picture_of"]

PRESETS: dict[str, list[list[int]]] = json.loads((Path(__file__).parent / "presets.json").read_text())
MOST_POINTS = 100_000
"""Longest drawing; a hand needs a quarter of an hour for it."""

Strokes = list[Stroke]

_component = component("digit_pad", "pad", styles=("controls",))


class Drawing(NamedTuple):
    """What is on the pad.

    Attributes:
        strokes: Each [x0, y0, x1, y1, …] in thousandths of the pad's side, y downwards.
        live: Whether the hand is still moving.
        serial: Number of the drawing since the pad appeared.
        given: Number of the strokes handed over by the page on which the hand went on.
    """

    strokes: Strokes
    live: bool
    serial: Whole = 0
    given: Whole = 0

    @property
    def too_long(self) -> bool:
        """Whether it has more points than a pad lets anybody draw."""
        return sum(map(len, self.strokes)) > 2 * MOST_POINTS


def pad(
    key: str, initial: Strokes, given: int = 0, live: bool = True, session: str = "", show: Sequence[str] = ()
) -> Drawing | None:
    """Show the pad.

    Args:
        key: Of this pad in the session state.
        initial: Strokes it starts with; looked at when the pad appears on the page, and when `given` changes.
        given: Number of these strokes: another number puts them in place of what is on the pad.
        live: Whether something has to follow the hand that the page cannot compute by itself, be it for now: then the
            drawing is sent while the hand still moves. Else only when it rests, and only what hears the event
            "digit-pad-drawn" on the document follows.
        session: Which session of the server this is. The browser tab keeps the drawing, too: where it knows one from
            another session and this one has none, after a reload or when another server took over, it sends it.
        show: Presets that draw themselves on an empty pad, one after the other, until it is touched; nobody's drawing,
            so that no message comes of them.

    Returns:
        The newest drawing, or None as long as the student has not touched this pad since the strokes were given.
    """
    data = {
        "strokes": initial,
        "given": given,
        "live": live,
        "session": session,
        "show": list(show),
    }
    _component(key=key, data=data, on_drawing_change=lambda: None)
    drawing = value(key, "drawing", Drawing)
    return drawing if drawing and drawing.given == given else None


def answer(key: str) -> None:
    """Tell the pad, at the end of a page, that its newest drawing has been dealt with, so that it may send the next."""
    drawing = value(key, "drawing", Drawing)
    if drawing:
        courier.answer(key, "digit-pad-answered", drawing.serial)
