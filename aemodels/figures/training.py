"""Figures of a training: what every term of the objective was after each epoch, and how a linear model turned."""

from itertools import pairwise

import plotly.graph_objects as go

from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.figures.style import CURVES, GREY, laid_out

TERM_TICKS = tuple(digit * 10.0**power for power in range(-2, 3) for digit in (1, 2, 3, 5, 7))
POWERS = tuple(10.0**power for power in range(-12, 4))
MOST_SPAN = 1000


def learning_curves(card: Card) -> go.Figure:
    """Draw every term of a model's objective over the epochs, for training and validation images.

    Args:
        card: With a history of at least one epoch.

    Returns:
        Figure with a vertical line where a phase of training ends.
    """
    history = card.history
    epochs = list(range(1, len(history) + 1))
    terms = dict.fromkeys(term for entry in history for term in entry["train"])
    figure = go.Figure()
    for index, term in enumerate(terms):
        for split, dash in (("train", "dot"), ("validation", "solid")):
            figure.add_scatter(
                x=epochs,
                y=[entry[split].get(term) for entry in history],
                name=f"{term.replace('_', ' ')}, {split}",
                line={"dash": dash, "color": CURVES[index % len(CURVES)]},
            )
    for epoch, (before, after) in enumerate(pairwise(history), 1):
        if before["phase"] != after["phase"]:
            figure.add_vline(epoch + 0.5, line_dash="dash", line_color=GREY, annotation_text=after["phase"])
    figure.update_xaxes(title="Epoch")
    title = f"Term, summed over {datasets.TABLE[card.spec.data].one_of}"
    values = [value for entry in history for split in ("train", "validation") for value in entry[split].values()]
    figure.update_yaxes(title=title, type="log", tickvals=_term_ticks(values))
    return laid_out(figure)


def _term_ticks(values: list[float]) -> tuple[float, ...]:
    """Choose ticks that leave each other room: powers of ten alone where values span many."""
    positive = [value for value in values if value > 0]
    crowded = positive and max(positive) > MOST_SPAN * min(positive)
    return POWERS if crowded else TERM_TICKS
