"""The charts of “Odd one out”; what does not depend on the picture is laid out once."""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from aemodels.checkpoints.card import ModelId
from aemodels.checkpoints.results import anomaly_detection
from ui import kept, models
from ui.components import bars as bar_widget
from ui.components import lines as line_widget
from ui.components.bars import Bar
from ui.components.lines import Axis, Chart, Line, outline
from ui.sections.odd_one_out.judgement import Judgement, alarm_threshold

BINS = 60
WORST = 0.3
TICKS = (0.0001, 0.001, 0.01, 0.1, 1)
SHARES = (0, 20, 40, 60, 80, 100)
TOSSED_COIN = 0.5


class Hill(NamedTuple):
    """How the errors of test images are spread.

    Attributes:
        lines: Its part without and its part with an alarm, and where the alarm begins.
        across: Axis of the errors.
        top: Highest share that fits.
    """

    lines: list[Line]
    across: Axis
    top: float


def errors(judgement: Judgement, rate: int) -> None:
    """Show a picture among the errors of the test images, and where the alarm begins."""
    spread, nouns = hill(judgement.rebuilt.card.id, rate), judgement.nouns
    error = float(np.clip(judgement.rebuilt.error, spread.across.low, spread.across.high))
    picture = Line([(error, 0), (error, spread.top)], "alarm" if judgement.flagged else "calm", "The picture")
    up = Axis(f"% of all test {nouns}", 0, spread.top, _ticks(spread.top))
    label = f"Errors of test {nouns}. The picture has {judgement.rebuilt.error:.4f}, the alarm begins at "
    chart = Chart(
        [*spread.lines, picture], spread.across, up, f"{label}{judgement.threshold:.4f}.", "error {x}", height=280
    )
    line_widget.lines("errors", line_widget.packed(chart))


@lru_cache(maxsize=64)
def hill(model: ModelId, rate: int) -> Hill:
    """Lay out the errors of a model's test images on a logarithmic axis that stays as it is while the picture changes.

    Args:
        model: Which.
        rate: Accepted rate of false alarms, in percent.
    """
    values = models.test_errors(model)
    threshold = alarm_threshold(model, rate)
    edges, below = _bins(values, threshold)
    shares = 100 * np.histogram(values, edges)[0] / len(values)
    top = 1.15 * float(shares.max())
    lines = [
        Line(outline(edges[: below + 1], shares[:below]), "calm", "No alarm"),
        Line(outline(edges[below:], shares[below:]), "alarm", "False alarm"),
        Line([(threshold, 0), (threshold, top)], "dotted", "Where the alarm begins"),
    ]
    low, high = float(values.min()) * 0.7, max(WORST, float(values.max()))
    ticks = tuple(tick for tick in TICKS if low <= tick <= high)
    return Hill(
        lines,
        Axis("Error of the copy; each mark is ten times the one before", low, high, ticks, logarithmic=True),
        top,
    )


def curves(key: str, group: str, titles: dict[str, str], chosen: str, rate: int) -> None:
    """Show the share of odd pictures found against the share of false alarms, for all thresholds.

    Args:
        key: Of this chart on its page.
        group: Of the results of `anomaly_detection`: "clothes" or "left_out".
        titles: Of all curves, by their names in the results.
        chosen: Name of the curve that stands out.
        rate: Share of false alarms to mark, in percent.
    """
    line_widget.lines(key, kept.by_address(_curves(group, _key(group), tuple(titles.items()), chosen, rate)))


@lru_cache(maxsize=128)
def _curves(group: str, key: tuple, titles: tuple[tuple[str, str], ...], chosen: str, rate: int) -> bytes:
    results = anomaly_detection()[group]
    lines = [Line([(0, 0), (100, 100)], "dotted"), Line([(rate, 0), (rate, 100)], "dotted")]
    for name, title in sorted(titles, key=lambda entry: entry[0] == chosen):
        curve = results[name]["roc"]
        points = [(100 * x, 100 * y) for x, y in zip(curve["false_alarms"], curve["found"], strict=True)]
        lines.append(Line(points, "chosen" if name == chosen else "faint", title))
    axes = Axis("% of ordinary pictures: false alarms", 0, 100, SHARES), Axis("% of odd pictures found", 0, 100, SHARES)
    label = f"{len(titles)} curves of odd pictures found over false alarms."
    return line_widget.packed(Chart(lines, *axes, label, "{x} % false alarms: {y} % found", _height(len(titles))))


def areas(key: str, group: str, titles: dict[str, str], chosen: str) -> None:
    """Show the area under every curve as a bar, the largest on top; arguments as in `curves`."""
    bar_widget.bars(key, _areas(group, _key(group), tuple(titles.items()), chosen))


@lru_cache(maxsize=128)
def _areas(group: str, key: tuple, titles: tuple[tuple[str, str], ...], chosen: str) -> bytes:
    results = anomaly_detection()[group]
    rows = [Bar(title.replace("autoencoder", "AE"), results[name]["auc"], name == chosen) for name, title in titles]
    rows.sort(key=lambda row: row.share, reverse=True)
    label = "Area under the curve. Dotted: 0.5, a tossed coin"
    return bar_widget.packed(label, rows, TOSSED_COIN, from_mark=True)


def areas_by_code_size(key: str, auc: dict[str, float]) -> None:
    """Show the area under the curve (by code size) over the code size."""
    points = [(float(size), area) for size, area in auc.items()]
    sizes = tuple(int(size) for size in auc)
    across = Axis("Numbers in the code", min(sizes) * 0.85, max(sizes) * 1.15, sizes, logarithmic=True)
    up = Axis("Area under the curve", 0.5, 1, (0.5, 0.6, 0.7, 0.8, 0.9, 1))
    best = max(points, key=lambda point: point[1])
    label = f"Area under the curve over code size; the largest, {best[1]:.3f}, with {best[0]:.0f} numbers."
    chart = Chart([Line(points, "plain", "Code size")], across, up, label, "{x} numbers: area {y}", height=260)
    line_widget.lines(key, line_widget.packed(chart))


def _key(group: str) -> tuple[float, ...]:
    """Return what changes when the results of a group do."""
    return tuple(entry["auc"] for entry in anomaly_detection()[group].values())


def _bins(values: np.ndarray, threshold: float) -> tuple[np.ndarray, int]:
    """Find edges of bins of one width on a logarithmic axis, a threshold among them; how many bins lie below it."""
    ratio = (max(WORST, values.max()) / values.min()) ** (1 / BINS)
    below, above = (math.ceil(abs(math.log(end / threshold, ratio))) + 1 for end in (values.min(), values.max()))
    return threshold * ratio ** np.arange(-below, above + 1), below


def _ticks(top: float) -> tuple[float, ...]:
    step = next(step for step in (1, 2, 5, 10, 20, 50) if top / step <= 6)
    return tuple(float(tick) for tick in range(0, math.floor(top) + 1, step))


def _height(count: int) -> int:
    return max(340, 60 + 24 * count)
