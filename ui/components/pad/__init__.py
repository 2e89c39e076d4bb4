"""The drawing pad: strokes in, a picture of them out, while the hand still moves."""

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from ui.components.shared import courier
from ui.components.shared.modules import component
from ui.components.shared.value import value

PRESETS: dict[str, list[list[int]]] = json.loads((Path(__file__).parent / "presets.json").read_text())
UNITS = 1000
BRUSH = 0.085
SIDE = 112
OVERSAMPLED = 4 * SIDE

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


def pad(key: str, initial: Strokes, given: int = 0, live: bool = True, session: str = "") -> Drawing | None:
    """Show the pad.

    Args:
        key: Of this pad in the session state.
        initial: Strokes it starts with; looked at when the pad appears on the page, and when `given` changes.
        given: Number of these strokes: another number puts them in place of what is on the pad.
        live: Whether it sends the drawing while the hand still moves; if not, only what the page itself hears of it
            (the event "digit-pad-drawn" on the document) is live.
        session: Which session of the server this is. The browser tab keeps the drawing, too: where it knows one from
            another session and this one has none, after a reload or when another server took over, it sends it.

    Returns:
        The newest drawing, or None as long as the student has not touched this pad since the strokes were given.
    """
    data = {"strokes": initial, "presets": PRESETS, "given": given, "live": live, "session": session}
    result = _component(key=key, data=data, on_drawing_change=lambda: None)
    drawing = Drawing(**result.drawing) if result.drawing else None
    return drawing if drawing and drawing.given == given else None


def answer(key: str) -> None:
    """Tell the pad, at the end of a page, that its newest drawing has been dealt with, so that it may send the next."""
    drawing = value(key, "drawing")
    if drawing:
        courier.answer(key, "digit-pad-answered", drawing.get("serial", 0))


def picture_of(strokes: Strokes) -> np.ndarray:
    """Rasterise strokes.

    Args:
        strokes: As in `Drawing`.

    Returns:
        (112, 112) float32 in [0, 1], ink = 1, antialiased.
    """
    image = Image.new("L", (OVERSAMPLED, OVERSAMPLED))
    draw = ImageDraw.Draw(image)
    width = BRUSH * OVERSAMPLED
    for stroke in strokes:
        points = np.asarray(stroke, dtype=np.float32).reshape(-1, 2) * (OVERSAMPLED / UNITS)
        draw.line([tuple(point) for point in points], fill=255, width=round(width), joint="curve")
        for x, y in (points[0], points[-1]):
            draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=255)
    return np.asarray(image.reduce(OVERSAMPLED // SIDE), dtype=np.float32) / 255
