"""The drawing pad: strokes in, a picture of them out."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ui.components.shared import courier
from ui.components.shared.modules import component
from ui.components.shared.value import value

PRESETS: dict[str, list[list[int]]] = json.loads((Path(__file__).parent / "presets.json").read_text())
UNITS = 1000
BRUSH = 0.085
SIDE = 112
REACH = BRUSH * SIDE / 2 + 0.5

Strokes = list[list[int]]

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
    serial: int = 0
    given: int = 0


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
        "presets": PRESETS,
        "given": given,
        "live": live,
        "session": session,
        "show": list(show),
    }
    result = _component(key=key, data=data, on_drawing_change=lambda: None)
    drawing = Drawing(**result.drawing) if result.drawing else None
    return drawing if drawing and drawing.given == given else None


def answer(key: str) -> None:
    """Tell the pad, at the end of a page, that its newest drawing has been dealt with, so that it may send the next."""
    drawing = value(key, "drawing")
    if drawing:
        courier.answer(key, "digit-pad-answered", drawing.get("serial", 0))


def picture_of(strokes: Strokes) -> np.ndarray:
    """Rasterise strokes by every pixel's distance from them, as `drawing/raster.js` does in the page.

    Args:
        strokes: As in `Drawing`.

    Returns:
        (112, 112) float32 in [0, 1], ink = 1: 1 under the brush, 0 away from it, in between at the edge.
    """
    squares = np.full((SIDE, SIDE), np.inf)
    for stroke in strokes:
        points = np.asarray(stroke, dtype=np.float64).reshape(-1, 2) * (SIDE / UNITS)
        for start, end in zip(points[: max(1, len(points) - 1)], points[-max(1, len(points) - 1) :], strict=True):
            _measure(squares, start, end)
    return np.clip(REACH - np.sqrt(squares), 0, 1).astype(np.float32)


def _measure(squares: np.ndarray, start: np.ndarray, end: np.ndarray) -> None:
    """Bring the squared distances (112, 112) of the pixels near a line between two points (x, y) up to date."""
    left, top = np.maximum(np.floor(np.minimum(start, end) - REACH - 0.5), 0).astype(int)
    right, bottom = np.minimum(np.ceil(np.maximum(start, end) + REACH + 0.5), SIDE).astype(int)
    x, y = np.arange(left, right) + 0.5 - start[0], np.arange(top, bottom)[:, None] + 0.5 - start[1]
    along, down = end - start
    share = np.clip((x * along + y * down) / max(along * along + down * down, 1e-12), 0, 1)
    near = squares[top:bottom, left:right]
    np.minimum(near, np.square(x - share * along) + np.square(y - share * down), out=near)
