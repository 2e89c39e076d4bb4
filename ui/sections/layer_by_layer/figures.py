"""Curves and tables of “Layer by layer”, laid out once."""

import math

import streamlit as st

from aemodels.checkpoints import results
from ui.components import lines as line_widget
from ui.components.lines import Axis, Chart, Line
from ui.components.table import Column, table_of

TITLES = {"greedy": "layer by layer", "stacked": "end to end", "tied": "end to end, tied"}
COLUMNS = {
    "Error": Column("Error", 4, "Squared error a pixel, 10,000 test images; less is better"),
    "Seconds": Column("Seconds", 0, "Of the processor, on one core"),
    "Learning rate": Column("Learning rate", 3, "How large a step of the training is; the best of those tried"),
}
TICK_EVERY = 5
STEPS = (0.01, 0.02, 0.05)
MOST_RULES = 7


def curves(key: str, group: str) -> None:
    """Show how the error of networks falls with the passes over the images.

    Args:
        key: Of the chart on its page.
        group: "shallow" or "deep".
    """
    line_widget.lines(key, _curves(group, str(results.layer_by_layer()[group])))


@st.cache_resource(max_entries=8, show_spinner=False)
def _curves(group: str, _version: str) -> bytes:
    found = results.layer_by_layer()
    courses = {_title(name, one): [step["mse"] for step in one["course"]] for name, one in found[group].items()}
    passes = max(map(len, courses.values()))
    top = 1.05 * max(max(course) for course in courses.values())
    lines = [
        Line([(float(at + 1), error) for at, error in enumerate(course)], f"series{index}", title)
        for index, (title, course) in enumerate(courses.items())
    ]
    first = next(iter(found[group].values()))["course"] if group == "shallow" else found[group]["pretrained"]["course"]
    lines += [Line([(at, 0), (at, top)], "dotted") for at in _borders([step["phase"] for step in first])]
    step = next(size for size in STEPS if top / size <= MOST_RULES)
    ticks = tuple(round(at * step, 2) for at in range(math.floor(top / step) + 1))
    across = Axis(
        "Passes (how often every image was seen)", 0.5, passes + 0.5, tuple(range(TICK_EVERY, passes + 1, TICK_EVERY))
    )
    up = Axis("Squared error a pixel", 0, top, ticks)
    label = "How the error of networks falls in training."
    return line_widget.packed(Chart(lines, across, up, label, "pass {x}: {y}", 330))


def _title(name: str, one: dict) -> str:
    return TITLES[name] if name in TITLES else one["title"]


def _borders(phases: list[str]) -> list[float]:
    """Return where one phase ends and the next begins, between two passes."""
    return [at + 0.5 for at in range(1, len(phases)) if phases[at] != phases[at - 1]]


def compare(key: str, group: str) -> None:
    """Show parameters, errors and seconds of networks in a table; arguments as in `curves`."""
    found = results.layer_by_layer()
    rows = [_row(_title(name, one), one) for name, one in found[group].items()]
    rows.append({"Network": "PCA with 30 numbers", "Error": found["pca_mse"], "Parameters": None, "Seconds": None})
    if group == "deep":
        mean = {
            "Network": "always the mean digit",
            "Error": found["mean_image_mse"],
            "Parameters": None,
            "Seconds": None,
        }
        rows = [row | {"Learning rate": row.get("Learning rate")} for row in [*rows, mean]]
    table_of(key, rows, COLUMNS)


def _row(title: str, one: dict) -> dict:
    row = {"Network": title, "Error": one["mse"], "Parameters": one["parameters"], "Seconds": one["seconds"]}
    return row | ({"Learning rate": one["rate"]} if "rate" in one else {})
