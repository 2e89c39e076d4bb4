"""Arrays and cards in, Plotly figures out; no torch, no streamlit."""

import plotly.graph_objects as go

BASELINE = "PCA of the same code size"
NETWORKS = "Autoencoders"
SIZE_TICKS = (2, 3, 10, 30, 100, 300)
ERROR_TICKS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1)


def error_by_code_size(cards: list[dict]) -> go.Figure:
    """Draw how much every model loses against how many numbers it keeps, beside PCA.

    Args:
        cards: Of models for one data set.

    Returns:
        Figure with logarithmic axes: code size against mean squared error a pixel on clean test images.
    """
    ordered = sorted(cards, key=lambda card: card["spec"]["code_size"])
    sizes = [card["spec"]["code_size"] for card in ordered]
    tests = [card["figures"]["test"] for card in ordered]
    figure = go.Figure()
    figure.add_scatter(
        x=sizes,
        y=[test["pca_mse"] for test in tests],
        name=BASELINE,
        mode="lines",
        line={"color": "#8b8f9c", "dash": "dot"},
    )
    figure.add_scatter(
        x=sizes,
        y=[test["mse"] for test in tests],
        name=NETWORKS,
        mode="markers",
        marker={"size": 12},
        text=[card["spec"]["title"] for card in ordered],
        hovertemplate="<b>%{text}</b><br>%{x} numbers, error %{y:.4f}<extra></extra>",
    )
    figure.update_xaxes(type="log", title="Numbers in the code", tickvals=SIZE_TICKS)
    figure.update_yaxes(type="log", title="Squared error a pixel", tickvals=ERROR_TICKS)
    figure.update_layout(
        height=340,
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
    )
    return figure
