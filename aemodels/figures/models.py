"""Arrays and cards in, Plotly figures out; no torch, no streamlit."""

import plotly.graph_objects as go

from aemodels.figures.style import CURVES, laid_out


def accuracy_by_labels(results: dict, data: str) -> go.Figure:
    """Draw the accuracy of every method against the number of labels, with its spread over draws.

    Args:
        results: As `results.few_labels` returns it.
        data: "mnist" or "fashion".
    """
    figure = go.Figure()
    for index, (name, result) in enumerate(results["results"][data].items()):
        accuracy = result["accuracy"]
        figure.add_scatter(
            x=[int(count) for count in accuracy],
            y=[100 * entry["mean"] for entry in accuracy.values()],
            error_y={"array": [100 * entry["deviation"] for entry in accuracy.values()]},
            name=results["methods"][name]["title"],
            line={"color": CURVES[index % len(CURVES)], "dash": "solid" if index < len(CURVES) else "dot"},
        )
    figure.update_xaxes(type="log", title="Labelled pictures", tickvals=results["plan"]["counts"])
    figure.update_yaxes(title="Accuracy, %")
    return laid_out(figure, height=420)


def accuracy_rows(results: dict, data: str) -> list[dict]:
    """Lay the same figures out as rows: a method, and for each number of labels mean ± deviation in percent."""
    return [
        {"Method": results["methods"][name]["title"]}
        | {
            count: f"{100 * entry['mean']:.1f} ± {100 * entry['deviation']:.1f}"
            for count, entry in result["accuracy"].items()
        }
        for name, result in results["results"][data].items()
    ]
