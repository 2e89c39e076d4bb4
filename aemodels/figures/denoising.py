"""Figures about noise: how much of it methods can take, and where a denoiser moves pictures."""

import math

import numpy as np
import plotly.graph_objects as go

from aemodels import datasets
from aemodels.experiments.vector_field import Field
from aemodels.figures.style import CLASS_COLOURS, CURVES, ERROR_TICKS, GREY, laid_out

MOST = len(CURVES)
LEAST_ERROR = 0.001
MOST_ERROR = 0.35
LABEL_GAP = 0.1  # in powers of ten
LABEL_WIDTH = 160
ARROW = "#5b74ea"


def errors_by_noise(results: dict, data: str, amount: float, own: dict[str, list[float]]) -> go.Figure:
    """Draw every method's error against the amount of noise; those that a picture was sent through stand out.

    Args:
        results: As `results.noise_robustness` returns it.
        data: "mnist" or "fashion".
        amount: Marked by a vertical line.
        own: One picture's errors at every amount, by method; `MOST` methods at most.

    Returns:
        Figure with a logarithmic axis of errors; what lies below `LEAST_ERROR` is left out.
    """
    amounts = results["amounts"]
    colours = dict.fromkeys(results["results"][data], GREY) | dict(zip(own, CURVES, strict=False))
    figure = go.Figure()
    for name in sorted(colours, key=lambda name: name in own):
        _add_method(figure, results, data, name, colours[name], name in own)
    for name, errors in own.items():
        figure.add_scatter(
            x=amounts,
            y=_drawable(errors),
            mode="markers",
            marker={"color": colours[name], "size": 9, "line": {"color": "white", "width": 1.5}},
            hovertemplate=f"Your picture, {_title(results, name)}<br>noise %{{x}}, error %{{y:.4f}}<extra></extra>",
        )
    for name, height in _label_heights(results["results"][data]).items():
        label = _title(results, name).replace("autoencoder", "AE")
        text = f'<span style="color:{colours[name]}">●</span> <b>{label}</b>' if name in own else label
        place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 6, "y": height, "yanchor": "middle"}
        figure.add_annotation(text=text, font={"size": 11}, showarrow=False, **place)
    figure.add_vline(amount, line_dash="dash", line_color=GREY, annotation_text="now", annotation_position="top")
    limits = [math.log10(LEAST_ERROR), math.log10(MOST_ERROR)]
    figure.update_xaxes(title="Amount of noise", range=[-0.02, amounts[-1] + 0.02], showgrid=False, zeroline=False)
    figure.update_yaxes(title="Squared error a pixel", type="log", tickvals=ERROR_TICKS, range=limits)
    return laid_out(figure, 460, r=LABEL_WIDTH, t=30).update_layout(showlegend=False)


def _add_method(figure: go.Figure, results: dict, data: str, name: str, colour: str, highlighted: bool) -> None:
    """Add a method's line and, if it stands out, a shade of one deviation around it."""
    amounts, result = results["amounts"], results["results"][data][name]
    mean, deviation = np.array(result["mean"]), np.array(result["deviation"])
    if highlighted:
        seen = mean >= LEAST_ERROR
        band = np.concatenate([(mean + deviation)[seen], (mean - deviation)[seen][::-1]])
        wide = np.array(amounts)[seen]
        figure.add_scatter(
            x=np.concatenate([wide, wide[::-1]]),
            y=np.maximum(band, LEAST_ERROR),
            fill="toself",
            fillcolor=colour,
            opacity=0.15,
            mode="none",
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=amounts,
        y=_drawable(mean),
        customdata=deviation,
        mode="lines",
        line={"color": colour, "width": 3 if highlighted else 1.3},
        hovertemplate=f"<b>{_title(results, name)}</b><br>noise %{{x}}, error %{{y:.4f}} ± %{{customdata:.4f}}"
        "<extra></extra>",
    )


def _title(results: dict, name: str) -> str:
    return results["methods"][name]["title"]


def _drawable(errors) -> list[float | None]:
    return [float(error) if error >= LEAST_ERROR else None for error in errors]


def _label_heights(results: dict[str, dict]) -> dict[str, float]:
    """Find a height for every method's label beside the end of its line, so that none covers another.

    Returns:
        Logarithms to base ten, by method.
    """
    ends = {name: math.log10(max(result["mean"][-1], LEAST_ERROR)) for name, result in results.items()}
    order = sorted(ends, key=ends.__getitem__)
    gaps = LABEL_GAP * np.arange(len(order))
    free = np.maximum.accumulate(np.array([ends[name] for name in order]) - gaps) + gaps
    top = math.log10(MOST_ERROR) - gaps[::-1]
    return dict(zip(order, np.minimum(free, top).tolist(), strict=True))


def field(arrows: Field, data: str) -> go.Figure:
    """Draw a denoiser's arrows over the clean pictures, coloured by class.

    Args:
        arrows: As `vector_field.field` returns it.
        data: "mnist" or "fashion".
    """
    figure = go.Figure()
    for label, word in enumerate(datasets.TABLE[data].classes):
        members = arrows.cloud[arrows.labels == label]
        place = dict(zip("xy", np.median(members, axis=0).tolist(), strict=True))
        figure.add_scatter(
            x=members[:, 0],
            y=members[:, 1],
            mode="markers",
            marker={"color": CLASS_COLOURS[label], "size": 5, "opacity": 0.45},
            hovertemplate=f"{word}<extra></extra>",
        )
        figure.add_annotation(text=f"<b>{word}</b>", font={"size": 18}, showarrow=False, **place)
    gaps = np.full_like(arrows.starts, np.nan)
    path = np.stack([arrows.starts, arrows.ends, gaps], 1).reshape(-1, 2)
    sizes = [0, 10, 0] * len(arrows.starts)
    figure.add_scatter(
        x=path[:, 0],
        y=path[:, 1],
        mode="lines+markers",
        line={"color": ARROW, "width": 1.8},
        marker={"symbol": "arrow", "angleref": "previous", "size": sizes, "color": ARROW, "opacity": 1},
        hoverinfo="skip",
    )
    bare = {"showgrid": False, "zeroline": False, "showticklabels": False, "constrain": "domain"}
    figure.update_xaxes(**bare)
    figure.update_yaxes(scaleanchor="x", **bare)
    return laid_out(figure, 480).update_layout(showlegend=False)
