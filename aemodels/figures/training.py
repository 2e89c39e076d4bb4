"""Figures of a training: how a linear model turned."""

import plotly.graph_objects as go

from aemodels.checkpoints.card import Card
from aemodels.figures.style import CURVES, laid_out


def angle_by_epoch(card: Card) -> go.Figure:
    """Draw how a linear decoder's patterns turned towards PCA's components while it was trained.

    Args:
        card: With "principal_angle", in degrees, in every epoch of its history.
    """
    figure = go.Figure()
    figure.add_scatter(
        x=[entry["epoch"] for entry in card.history],
        y=[entry["principal_angle"] for entry in card.history],
        line={"color": CURVES[0]},
        hovertemplate="after epoch %{x}: %{y:.1f}°<extra></extra>",
    )
    figure.update_xaxes(title="Epoch")
    figure.update_yaxes(title="Largest principal angle to PCA", ticksuffix="°", dtick=15, range=[0, 92])
    return laid_out(figure, height=280)
