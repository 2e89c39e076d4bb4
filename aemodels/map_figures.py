"""Figures beside the maps of codes: codes in space, and how many of which class; no torch, no streamlit."""

import numpy as np
import plotly.graph_objects as go

from aemodels.figures import CURVES, laid_out

CLASS_COLOURS = (
    *("#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6"),
    *("#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"),
)
CLUSTER_COLOURS = (
    *CLASS_COLOURS,
    *("#1f5c94", "#c27c00", "#ef6a52", "#5f6d6b", "#b77be0"),
    *("#6d3f33", "#ff9d5c", "#7d7432", "#3f4250", "#3f9aa0"),
)
RAMP = ("#3056d3", "#8a3fc4", "#d23f77", "#ee7f33", "#f5c13d")
USUAL = (1, 99)
DOT, MARKED = 2.6, 7
MOST_NUMBERS = 3


def in_space(
    points: np.ndarray, values: np.ndarray, names: tuple[str, ...] | None, facts: dict, marked: dict[str, list[int]]
) -> go.Figure:
    """Draw points in space that can be turned.

    Args:
        points: (N, 3).
        values: (N,) class or cluster of each, or what colours it on a scale.
        names: Of the classes; None for a scale.
        facts: What a point says of itself: "labels", names (N,); "errors" (N,); "codes" (N, D).
        marked: Rows to be marked, by a name for the legend.

    Returns:
        Figure with one trace for each class, or one for all; `customdata` begins with the row.
    """
    said = np.column_stack([np.arange(len(points)), facts["errors"], facts["codes"][:, :MOST_NUMBERS]])
    more = ", …" if facts["codes"].shape[1] > MOST_NUMBERS else ""
    numbers = ", ".join(f"%{{customdata[{column}]:.2f}}" for column in range(2, said.shape[1]))
    hover = f"<b>%{{text}}</b>, test image %{{customdata[0]}}<br>error %{{customdata[1]:.4f}}<br>code ({numbers}{more})"

    def add(rows: np.ndarray, name: str, marker: dict) -> None:
        x, y, z = points[rows].T
        figure.add_scatter3d(
            **{"x": x, "y": y, "z": z, "mode": "markers", "name": name, "marker": marker},
            **{"customdata": said[rows], "text": np.asarray(facts["labels"])[rows]},
            hovertemplate=f"{hover}<extra></extra>",
        )

    figure = go.Figure()
    if names is None:
        low, high = np.percentile(values, USUAL)
        scale = {"colorscale": list(RAMP), "cmin": low, "cmax": high, "colorbar": {"thickness": 12, "len": 0.7}}
        add(np.arange(len(points)), "all", {"size": DOT, "color": values} | scale)
    else:
        for value, name in enumerate(names):
            add(np.flatnonzero(values == value), name, {"size": DOT, "color": CLUSTER_COLOURS[value]})
    for name, rows in marked.items():
        symbol = {"size": MARKED, "symbol": "diamond-open", "color": CURVES[1], "line": {"width": 3}}
        add(np.asarray(rows, int), name, symbol)
    hidden = {"visible": False, "showbackground": False}
    figure.update_layout(
        scene={"xaxis": hidden, "yaxis": hidden, "zaxis": hidden, "aspectmode": "data"},
        showlegend=names is not None or bool(marked),
        uirevision="kept",
    )
    return laid_out(figure, height=470).update_layout(legend={"itemsizing": "constant"})


def label_counts(labels: np.ndarray, names: tuple[str, ...]) -> go.Figure:
    """Draw how many of the labels (N,) are of which class."""
    figure = go.Figure()
    counts = np.bincount(labels, minlength=len(names))
    figure.add_bar(
        x=list(names), y=counts, marker_color=CLASS_COLOURS, hovertemplate="%{x}: %{y}<extra></extra>", text=counts
    )
    figure.update_xaxes(type="category")
    figure.update_yaxes(title="Pictures")
    return laid_out(figure, height=230)
