"""Lines in a box with two axes, drawn as SVG; the nearest line says what it is under the pointer."""

from typing import NamedTuple

import numpy as np

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("lines", "lines", styles=("curves", "charts", "lines"))
DIGITS = 4


class Axis(NamedTuple):
    """An axis.

    Attributes:
        title: What stands along it.
        low: Where it begins.
        high: Where it ends.
        ticks: Numbers to write along it.
        logarithmic: Whether it is.
        words: What to write at the ticks instead of their numbers; empty for the numbers.
    """

    title: str
    low: float
    high: float
    ticks: tuple[float, ...]
    logarithmic: bool = False
    words: tuple[str, ...] = ()


class Line(NamedTuple):
    """A line.

    Attributes:
        points: Places (x, y), from left to right.
        look: "faint", "plain", "chosen"; "calm" or "alarm" for one that is filled; "dotted" for one that only marks;
            "series0" to "series5" for one of several with a colour and marks of its own and its title at its end.
        title: Named under the pointer; a line without is not.
        spread: How far the error bars of a series reach up and down, for each point; empty for none.
    """

    points: list[tuple[float, float]]
    look: str
    title: str = ""
    spread: tuple[float, ...] = ()


class Chart(NamedTuple):
    """Lines in a box.

    Attributes:
        lines: Later ones cover earlier ones.
        across: Axis below.
        up: Axis on the left.
        label: Of all, for screen readers.
        hint: Said of a point after the line's title, with "{x}" and "{y}".
        height: In CSS pixels.
    """

    lines: list[Line]
    across: Axis
    up: Axis
    label: str
    hint: str = ""
    height: int = 300


def packed(chart: Chart) -> bytes:
    """Make the message that shows a chart; whoever shows it again and again keeps it."""
    return pack(described(chart))


def described(chart: Chart) -> dict:
    """Describe a chart as the page draws it."""
    lines = [
        {"title": line.title, "look": line.look, "points": [[_short(x), _short(y)] for x, y in line.points]}
        | {"spread": [_short(reach) for reach in line.spread]}
        for line in chart.lines
    ]
    axes = {"across": chart.across._asdict(), "up": chart.up._asdict()}
    return {"lines": lines, "label": chart.label, "hint": chart.hint, "height": chart.height} | axes


def outline(edges: np.ndarray, heights: np.ndarray) -> list[tuple[float, float]]:
    """Return the points of a histogram's outline, for a filled line.

    Args:
        edges: (B + 1,) of its bins, rising.
        heights: (B,).
    """
    ends = zip(edges[:-1].tolist(), edges[1:].tolist(), heights.tolist(), strict=True)
    steps = [point for left, right, height in ends for point in ((left, height), (right, height))]
    return [(float(edges[0]), 0.0), *steps, (float(edges[-1]), 0.0)]


def lines(key: str, message: bytes) -> None:
    """Show a chart; `key` is its own on the page."""
    _component(key=key, data=message)


def _short(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")
