"""Figures of the lesson on the loss; no torch, no streamlit."""

import plotly.graph_objects as go

from aemodels.checkpoints.card import Card
from aemodels.figures.style import CURVES, laid_out

TERMS = {"reconstruction_nats": "reconstruction", "kl_nats": "KL divergence"}
FADED = 0.35


def balance(cards: list[Card], chosen: str) -> go.Figure:
    """Draw both terms of every model in nats, stacked, as if both counted alike; the chosen one stands out.

    Args:
        cards: Of the lesson's models, in order.
        chosen: Name of one of them.
    """
    figure = go.Figure()
    titles = [card.spec.title.replace(" (", "<br>(") for card in cards]  # two lines, or the names are turned
    opacity = [1.0 if card.name == chosen else FADED for card in cards]
    for (measure, name), colour in zip(TERMS.items(), CURVES, strict=False):
        nats = [card.figures.test[measure] for card in cards]
        figure.add_bar(
            x=titles,
            y=nats,
            name=name,
            marker={"color": colour, "opacity": opacity},
            text=[f"{value:.1f}" for value in nats],
            insidetextfont={"color": "black"},
        )
    figure.update_layout(barmode="stack")
    figure.update_xaxes(type="category")
    figure.update_yaxes(title="Nats an image, on test images")
    return laid_out(figure)
