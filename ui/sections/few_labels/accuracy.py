"""The chart of accuracies by number of labels, laid out once, and the methods in a table."""

import math

import streamlit as st

from aemodels.checkpoints import results
from ui.components import lines as line_widget
from ui.components.lines import Axis, Chart, Line
from ui.components.table import table_of

STEP = 10  # percent between two rules
METHODS = {
    "pixels": ("nothing", "784 pixels", "how much each pixel counts for each digit (logistic regression)"),
    "scratch": ("nothing", "784 pixels", "all weights of a network, an encoder and a layer on top, from random ones"),
    "pca_neighbour": (
        "a code: 30 fixed patterns of which pictures are added up (PCA)",
        "a code of 30 numbers",
        "nothing: it copies the label of the picture with the nearest code",
    ),
    "denoising_frozen": (
        "a code: the same encoder learns to restore pictures with half of their pixels erased (pretraining)",
        "a code of 64 numbers",
        "how much each number counts for each digit; the encoder stays as it is (frozen)",
    ),
    "denoising_tuned": (
        "the same code",
        "784 pixels",
        "all weights of that encoder a little further, and a layer on top (fine-tuning)",
    ),
    "plain_frozen": (
        "a code: a smaller encoder learns to copy clean pictures",
        "a code of 30 numbers",
        "how much each number counts for each digit; the encoder stays as it is (frozen)",
    ),
}
"""What each method learns without labels, what its classifier sees, and what it learns with labels."""


def methods(key: str) -> None:
    """Show the six methods in a table."""
    titles = {name: method["title"] for name, method in results.few_labels()["methods"].items()}
    rows = [
        {"Method": titles[name], "Learns without labels": without, "Sees": sees, "Learns with labels": labels}
        for name, (without, sees, labels) in METHODS.items()
    ]
    table_of(key, rows)


def chart(key: str, data: str) -> None:
    """Show the accuracy of every method against the number of labels, with its spread over draws.

    Args:
        key: Of the chart on its page.
        data: "mnist" or "fashion".
    """
    line_widget.lines(key, _chart(data, str(results.few_labels()["results"][data])))


@st.cache_resource(max_entries=8, show_spinner=False)
def _chart(data: str, _version: str) -> bytes:
    found = results.few_labels()
    counts = tuple(found["plan"]["counts"])
    lines = []
    for index, (name, one) in enumerate(found["results"][data].items()):
        cells = [one["accuracy"][str(count)] for count in counts]
        points = [(float(count), 100 * cell["mean"]) for count, cell in zip(counts, cells, strict=True)]
        spread = tuple(100 * cell["deviation"] for cell in cells)
        lines.append(Line(points, f"series{index}", found["methods"][name]["title"], spread))
    lowest = min(y - reach for line in lines for (_, y), reach in zip(line.points, line.spread, strict=True))
    low = STEP * math.floor(lowest / STEP)
    up = Axis("Accuracy, %", low, 100, tuple(range(low, 101, STEP)))
    across = Axis("Labelled pictures", counts[0] * 0.93, counts[-1] * 1.05, counts, logarithmic=True)
    label = "Accuracy of six methods over the number of labelled pictures."
    return line_widget.packed(Chart(lines, across, up, label, "{x} labels: {y} %", 420))
