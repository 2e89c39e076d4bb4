"""Figures of how active the units of a code are; no torch, no streamlit."""

from typing import Any

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from aemodels.figures.style import CURVES, GREY, add_activations, laid_out

BINS = 10
MEAN_BINS = 24
HEIGHT = 400


def activity(shares: list[float], top: float, means: np.ndarray, goal: float | None) -> go.Figure:
    """Draw how often units are how active, and below, how active each is on average.

    Args:
        shares: Of all activations in equal bins from 0 to `top`.
        top: Upper end of the last bin.
        means: (D,) mean activation of each unit.
        goal: Mean that training asked of every unit; None where it asked for none.
    """
    figure = make_subplots(2, 1, vertical_spacing=0.24)
    add_activations(figure, shares, top, row=1, col=1)
    counts, edges = np.histogram(means, MEAN_BINS, (0.0, max(0.25, 1.05 * float(means.max()))))
    figure.add_bar(
        x=(edges[:-1] + edges[1:]) / 2,
        y=100 * counts / len(means),
        width=0.92 * np.diff(edges),
        marker_color=CURVES[1],
        hovertemplate="mean around %{x:.2f}: %{y:.0f} % of the units<extra></extra>",
        row=2,
        col=1,
    )
    if goal is not None:
        style: dict[str, Any] = {"line_dash": "dash", "line_color": GREY, "line_width": 2, "row": 2, "col": 1}
        figure.add_vline(goal, annotation_text=f"goal {goal:g}", annotation_xshift=8, **style)
    figure.update_xaxes(title="One activation", row=1, col=1)
    figure.update_xaxes(title="Mean of a unit", row=2, col=1)
    figure.update_yaxes(title="% of all", range=[0, 100], row=1, col=1)
    figure.update_yaxes(title="% of units", row=2, col=1)
    return laid_out(figure.update_layout(showlegend=False), height=HEIGHT)


def histogram(codes: np.ndarray) -> tuple[list[float], float]:
    """Count activations (N, D), none negative, in ten equal bins from 0; gives their shares and the upper end."""
    top = max(1.0, float(codes.max()))
    counts, _ = np.histogram(codes, BINS, (0.0, top))
    return (counts / counts.sum()).tolist(), top
