"""The chart of accuracies by number of labels, laid out once, and the methods in a table."""

import math

import streamlit as st

from aemodels.checkpoints import results
from ui.components import lines as line_widget
from ui.components.lines import Axis, Chart, Line
from ui.components.table import table_of

STEP = 10  # percent between two rules
METHODS = {
    "pixels": ("nothing", "784 pixels", "one weight per pixel and digit (logistic regression)"),
    "pca_neighbour": ("30 principal components", "30 numbers", "nothing: it copies the nearest picture's label"),
    "scratch": ("nothing", "784 pixels", "the encoder 784-500-250-64 and a layer on top, from random weights"),
    "denoising_frozen": (
        "the encoder 784-500-250-64, by restoring pictures with half of their pixels erased (pretraining)",
        "a code of 64 numbers",
        "logistic regression on the code; the encoder stays as it is (frozen)",
    ),
    "denoising_tuned": ("the same encoder", "784 pixels", "all its weights and a layer on top (fine-tuning)"),
    "plain_frozen": (
        "the smaller encoder 784-100-30, by copying clean pictures",
        "a code of 30 numbers",
        "logistic regression on the code; the encoder stays as it is (frozen)",
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
