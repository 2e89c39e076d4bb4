"""Arrays and cards in, Plotly figures out; no torch, no streamlit."""

import math

import plotly.graph_objects as go

from aemodels.checkpoints.card import Card, Layer
from aemodels.figures.style import BLUE, GREY, ORANGE, add_activations, laid_out

PARTS = {"input": GREY, "encoder": BLUE, "code": ORANGE, "decoder": BLUE, "output": GREY}


def accuracy_rows(results: dict, data: str) -> list[dict]:
    """Lay accuracies out as rows: a method, and for each number of labels mean ± deviation in percent.

    Args:
        results: As `results.few_labels` returns it.
        data: "mnist" or "fashion".
    """
    return [
        {"Method": results["methods"][name]["title"]}
        | {
            count: f"{100 * entry['mean']:.1f} ± {100 * entry['deviation']:.1f}"
            for count, entry in result["accuracy"].items()
        }
        for name, result in results["results"][data].items()
    ]


def activations(card: Card) -> go.Figure:
    """Draw how often the units of a sparse code are how active.

    Args:
        card: With the figures "histogram" and "histogram_top".
    """
    test = card.figures.test
    figure = go.Figure()
    add_activations(figure, test["histogram"], test["histogram_top"])
    figure.update_xaxes(title="Activation of a unit")
    figure.update_yaxes(title="Share of all activations, %")
    return laid_out(figure, height=260)


def layers(card: Card) -> go.Figure:
    """Draw what an input passes through: one block a layer, its height the logarithm of how many numbers it holds."""
    spec = card.spec
    blocks = [
        Layer("input", "Input", card.shape, 0),
        *(layer for layer in card.layers if layer.part == "encoder"),
        Layer("code", "Code", spec.code_grid or (spec.code_size,), 0),
        *(layer for layer in card.layers if layer.part == "decoder"),
        Layer("output", "Reconstruction", card.shape, 0),
    ]
    heights = [math.log2(1 + math.prod(block.shape)) for block in blocks]
    figure = go.Figure()
    figure.add_bar(
        x=list(range(len(blocks))),
        y=heights,
        base=[-height / 2 for height in heights],
        marker_color=[PARTS[block.part] for block in blocks],
        text=[f"{block.kind} {' x '.join(map(str, block.shape))}" for block in blocks],
        customdata=[f"{block.weights:,}" for block in blocks],
        hovertemplate="%{text}<br>%{customdata} weights<extra></extra>",
        textposition="inside",
        insidetextanchor="middle",
        textangle=-90,
        textfont={"color": "white"},
    )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return laid_out(figure, height=300)
