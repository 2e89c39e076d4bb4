"""How active the units of a code are: one activation above, the mean of a unit below."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import kept, models
from ui.components.line_columns import line_columns, packed
from ui.components.lines import Axis, Chart, Line, outline

ACTIVE = ("vanilla", "sparse_relu_l1", "sparse_l1", "sparse_kl")
GOALS = {"sparse_kl": ("unit_mean_min", "unit_mean_max")}
BINS, MEAN_BINS = 10, 24
LEAST_TOP = 0.25
HEIGHT = 210
PERCENT = (0, 25, 50, 75, 100)


def show(cards_by_name: dict[str, Card]) -> None:
    """Show how active the units of a plain code and of sparse ones are, side by side.

    Raises:
        BadCheckpoint: A card or gallery is missing or damaged.
    """
    shown = tuple(cards_by_name[name].id for name in ACTIVE if name in cards_by_name)
    if shown:
        line_columns("activity", kept.by_address(_columns(shown)))


class Counted(NamedTuple):
    """How often the units of a code are how active.

    Attributes:
        shares: Of all activations in equal bins from 0 to `top`, 0 to 1.
        top: Upper end of the last bin.
        means: (B,) shares of units with a mean in each of the bins, 0 to 1.
        edges: (B + 1,) of these.
    """

    shares: list[float]
    top: float
    means: np.ndarray
    edges: np.ndarray


@lru_cache(maxsize=8)
def _counted(model: ModelId) -> Counted:
    codes, test = models.gallery(model)["codes"], cards.read(model.name).figures.test
    shares, top = (test["histogram"], test["histogram_top"]) if "histogram" in test else histogram(codes)
    means = codes.mean(0)
    edges = np.linspace(0, max(LEAST_TOP, 1.05 * float(means.max())), MEAN_BINS + 1)
    return Counted(shares, top, np.histogram(means, edges)[0] / len(means), edges)


@lru_cache(maxsize=2)
def _columns(shown: tuple[ModelId, ...]) -> bytes:
    """Make the message of two charts for each model, whose axes end where those of its neighbours do."""
    counted = [_counted(model) for model in shown]
    ends = max(entry.top for entry in counted), max(float(entry.edges[-1]) for entry in counted)
    return packed({cards.read(model.name).spec.title: _charts(model, *ends) for model in shown})


def _charts(model: ModelId, top: float, mean_top: float) -> list[Chart]:
    counted, goal = _counted(model), _goal(cards.read(model.name))
    marks = [] if goal is None else [Line([(goal, 0), (goal, 100)], "dotted")]
    said = "" if goal is None else f" Training asked for {goal:g}."
    edges = np.linspace(0, counted.top, len(counted.shares) + 1)
    return [
        _bars(Axis("One activation", 0, top, _ticks(top)), "% of all", edges, counted.shares),
        _bars(
            *(Axis("Mean of a unit", 0, mean_top, _ticks(mean_top)), "% of units", counted.edges, counted.means),
            *(marks, said),
        ),
    ]


def _bars(
    across: Axis,
    up: str,
    edges: np.ndarray,
    shares: Sequence[float] | np.ndarray,
    marks: Sequence[Line] = (),
    said: str = "",
) -> Chart:
    """Make a histogram: bins with these edges and shares, 0 to 1."""
    percent = 100 * np.asarray(shares)
    name, lowest = across.title, f"{percent[0]:.0f} {up} are in the lowest of {len(percent)} bins, up to {edges[1]:.2g}"
    bars = Line(outline(edges, percent), "calm", f"{name} ({up})")
    return Chart([bars, *marks], across, Axis(up, 0, 100, PERCENT), f"{name}: {lowest}.{said}", "{x}: {y} %", HEIGHT)


def _goal(card: Card) -> float | None:
    """Return the mean that training asked of every unit; None where it asked for none."""
    targets = [target for target in card.spec.targets if target.measure in GOALS.get(card.name, ())]
    bounds = [bound for target in targets for bound in (target.at_least, target.at_most)]
    numbers = [bound for bound in bounds if isinstance(bound, int | float)]
    return sum(numbers) / len(numbers) if numbers else None


def _ticks(top: float) -> tuple[float, ...]:
    step = next(step for step in (0.1, 0.5, 1, 2, 5, 10, 50, 100) if top / step <= 3)
    return tuple(float(round(tick * step, 1)) for tick in range(int(top / step + 1e-9) + 1))


def histogram(codes: np.ndarray) -> tuple[list[float], float]:
    """Count activations (N, D), none negative, in ten equal bins from 0; gives their shares and the upper end."""
    top = max(1.0, float(codes.max()))
    counts, _ = np.histogram(codes, BINS, (0.0, top))
    return (counts / counts.sum()).tolist(), top
