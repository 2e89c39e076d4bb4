"""How active the units of a code are: one activation above, the mean of a unit below."""

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import streamlit as st

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import models, words
from ui.components.lines import Axis, Chart, Line, lines, outline, packed

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
    shown = [name for name in ACTIVE if name in cards_by_name]
    for column, name in zip(st.columns(max(1, len(shown))), shown, strict=False):
        with column:
            card = cards_by_name[name]
            words.markdown(f"**{card.spec.title}**")
            for place, message in _charts(card.id).items():
                lines(f"activity-{name}-{place}", message)


@lru_cache(maxsize=8)
def _charts(model: ModelId) -> dict[str, bytes]:
    codes, card = models.gallery(model)["codes"], cards.read(model.name)
    test = card.figures.test
    shares, top = (test["histogram"], test["histogram_top"]) if "histogram" in test else histogram(codes)
    means = codes.mean(0)
    edges = np.linspace(0, max(LEAST_TOP, 1.05 * float(means.max())), MEAN_BINS + 1)
    counts, _ = np.histogram(means, edges)
    goal = _goal(card)
    marks = [] if goal is None else [Line([(goal, 0), (goal, 100)], "dotted")]
    said = "" if goal is None else f" Training asked for {goal:g}."
    return {
        "one": _bars("One activation", "% of all", np.linspace(0, top, len(shares) + 1), shares),
        "mean": _bars("Mean of a unit", "% of units", edges, counts / len(means), marks, said),
    }


def _bars(
    across: str, up: str, edges: np.ndarray, shares: Iterable[float], marks: Iterable[Line] = (), said: str = ""
) -> bytes:
    """Make the message of a histogram: bins with these edges and shares, 0 to 1."""
    percent = 100 * np.asarray(shares)
    title = f"{across} ({up})"
    axes = Axis(across, 0, float(edges[-1]), _ticks(float(edges[-1]))), Axis(up, 0, 100, PERCENT)
    label = f"{across}: {percent[0]:.0f} {up} are in the lowest of {len(percent)} bins, up to {edges[1]:.2g}.{said}"
    return packed(Chart([Line(outline(edges, percent), "calm", title), *marks], *axes, label, "{x}: {y} %", HEIGHT))


def _goal(card: Card) -> float | None:
    """Return the mean that training asked of every unit; None where it asked for none."""
    targets = [target for target in card.spec.targets if target.measure in GOALS.get(card.name, ())]
    bounds = [bound for target in targets for bound in (target.at_least, target.at_most)]
    numbers = [bound for bound in bounds if isinstance(bound, int | float)]
    return sum(numbers) / len(numbers) if numbers else None


def _ticks(top: float) -> tuple[float, ...]:
    step = next(step for step in (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100) if top / step <= 5)
    return tuple(float(round(tick * step, 2)) for tick in range(int(top / step + 1e-9) + 1))


def histogram(codes: np.ndarray) -> tuple[list[float], float]:
    """Count activations (N, D), none negative, in ten equal bins from 0; gives their shares and the upper end."""
    top = max(1.0, float(codes.max()))
    counts, _ = np.histogram(codes, BINS, (0.0, top))
    return (counts / counts.sum()).tolist(), top
