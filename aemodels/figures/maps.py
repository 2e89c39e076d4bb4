"""Figures beside the maps of codes: codes in space, and how many of which class; no torch, no streamlit."""

import numpy as np
import plotly.graph_objects as go

from aemodels.figures.style import CLASS_COLOURS, CLUSTER_COLOURS, ORANGE, laid_out

RAMP = ("#3056d3", "#8a3fc4", "#d23f77", "#ee7f33", "#f5c13d")
USUAL = (1, 99)
DOT, MARKED = 2.6, 8
MOST_NUMBERS = 3
HEIGHT = 430
LETTER = 9  # pixels
EYE = {"x": 1.15, "y": 1.15, "z": 0.7}
MARK, OWN = "#e5008a", ORANGE


def in_space(
    points: np.ndarray,
    values: np.ndarray,
    names: tuple[str, ...] | None,
    facts: dict,
    marked: dict[str, list[int]],
    own: tuple[float, ...] | None = None,
) -> go.Figure:
    """Draw points in space that can be turned.

    Args:
        points: (N, 3).
        values: (N,) class or cluster of each, or what colours it on a scale.
        names: Of the classes; None for a scale.
        facts: What a point says of itself: "labels", names (N,); "errors" (N,); "codes" (N, D).
        marked: Rows to be marked, by a name for the legend.
        own: Three numbers: where the student's digit lies.

    Returns:
        Figure with one trace for each class, or one for all; `customdata` begins with the row.
    """
    figure = go.Figure()
    if names is None:
        low, high = np.percentile(values, USUAL)
        scale = {"colorscale": list(RAMP), "cmin": low, "cmax": high, "colorbar": {"thickness": 12, "len": 0.7}}
        _add(figure, points, facts, np.arange(len(points)), "all", {"size": DOT, "color": values} | scale)
    else:
        for value, name in enumerate(names):
            marker = {"size": DOT, "color": CLUSTER_COLOURS[value]}
            _add(figure, points, facts, np.flatnonzero(values == value), name, marker)
    for name, rows in marked.items():
        marker = {"size": MARKED, "symbol": "diamond", "color": MARK, "line": {"width": 1, "color": "white"}}
        _add(figure, points, facts, np.asarray(rows, int), name, marker)
    if own:
        marker = {"size": 2 * MARKED, "symbol": "diamond", "color": OWN, "line": {"width": 3, "color": "black"}}
        place = dict(zip("xyz", own, strict=True))
        figure.add_scatter3d(**{axis: [value] for axis, value in place.items()}, name="yours", marker=marker)
        arrow = {"text": "<b>yours</b>", "font": {"size": 15}, "bgcolor": OWN, "arrowwidth": 2.5, "ax": 40, "ay": -60}
        figure.update_layout(scene_annotations=[place | arrow])  # points nearer to the eye do not hide it
    return _laid_out(figure, [*(names or ["all"]), *marked, *(["yours"] if own else [])], bool(names or marked))


def _laid_out(figure: go.Figure, names: list[str], legend: bool) -> go.Figure:
    hidden = {"visible": False, "showbackground": False}
    axes = {"xaxis": hidden, "yaxis": hidden, "zaxis": hidden, "aspectmode": "data", "camera": {"eye": EYE}}
    figure.update_layout(scene=axes, showlegend=legend, uirevision="kept")
    width = LETTER * (1 + max(map(len, names)))
    names_above = {"itemsizing": "constant", "entrywidth": width, "y": 1, "yanchor": "top"}
    return laid_out(figure, height=HEIGHT).update_layout(legend=names_above)


def _add(figure: go.Figure, points: np.ndarray, facts: dict, rows: np.ndarray, name: str, marker: dict) -> None:
    """Add some of the points as one trace that says of each which it is."""
    codes = facts["codes"][:, :MOST_NUMBERS]
    more = ", …" if facts["codes"].shape[1] > MOST_NUMBERS else ""
    numbers = ", ".join(f"%{{customdata[{column + 2}]:.2f}}" for column in range(codes.shape[1]))
    x, y, z = points[rows].T
    figure.add_scatter3d(
        **{"x": x, "y": y, "z": z, "mode": "markers", "name": name, "marker": marker},
        customdata=np.column_stack([rows, facts["errors"][rows], codes[rows]]),
        text=np.asarray(facts["labels"])[rows],
        hovertemplate="<b>%{text}</b>, test image %{customdata[0]}<br>error %{customdata[1]:.4f}"
        f"<br>code ({numbers}{more})<extra></extra>",
    )


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
