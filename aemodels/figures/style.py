"""What all figures share: colours, ticks of errors, height, margins and legend."""

import plotly.graph_objects as go

BLUE, ORANGE, GREY = "#4a68e0", "#e2742f", "#7d8190"
CURVES = (BLUE, ORANGE, "#2a9d76", "#786078")
CLASS_COLOURS = (
    *("#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6"),
    *("#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"),
)
CLUSTER_COLOURS = (
    *CLASS_COLOURS,
    *("#1f5c94", "#c27c00", "#ef6a52", "#5f6d6b", "#b77be0"),
    *("#6d3f33", "#ff9d5c", "#7d7432", "#3f4250", "#3f9aa0"),
)
ERROR_TICKS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)
MARGIN = {"l": 10, "r": 10, "t": 10, "b": 10}
LEGEND = {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0}


def laid_out(figure: go.Figure, height: int = 340, **margins: int) -> go.Figure:
    """Set a figure's height, thin margins and a legend above it, and return it.

    Args:
        figure: Plotly figure, changed in place.
        height: In pixels.
        margins: In pixels, by side ("l", "r", "t", "b"), where the thin ones do not do.
    """
    return figure.update_layout(height=height, margin=MARGIN | margins, legend=LEGEND)
