"""Errors and alarms in, Plotly figures out; no torch, no streamlit."""

import math

import numpy as np
import plotly.graph_objects as go

from aemodels.figures.style import BLUE, GREY, ORANGE, laid_out

BINS = 60
WORST = 0.3
TICKS = (0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3)
AREA_TICKS = (0, 0.25, 0.5, 0.75, 1)


def errors_with_alarm(errors: np.ndarray, threshold: float, error: float, nouns: str) -> go.Figure:
    """Draw how the errors of test images are spread, where the alarm begins, and one picture among them.

    Args:
        errors: (N,) mean squared errors a pixel of test images.
        threshold: Error above which a picture is flagged as an anomaly.
        error: Of the picture.
        nouns: What the test images show.

    Returns:
        Figure with a logarithmic error axis that stays as it is while the picture changes.
    """
    low, high = errors.min() * 0.7, max(WORST, errors.max())
    edges, below = _bins(errors, threshold)
    shares = 100 * np.histogram(errors, edges)[0] / len(errors)
    top = 1.15 * shares.max()
    figure = go.Figure()
    for name, colour, part in (("no", BLUE, slice(0, below)), ("false", ORANGE, slice(below, None))):
        figure.add_scatter(
            x=[*edges[:-1][part], edges[1:][part][-1]],
            y=[*shares[part], 0],
            name=f"Test {nouns}, {name} alarm",
            mode="lines",
            line={"shape": "hv", "color": colour, "width": 1},
            fill="tozeroy",
            hovertemplate="%{y:.1f} % of them have an error around %{x:.2g}<extra></extra>",
        )
    colour = ORANGE if error > threshold else BLUE
    _stand(figure, float(np.clip(error, low, high)), top, "The picture", {"color": colour, "width": 4})
    _stand(figure, threshold, top, "Where the alarm begins", {"color": GREY, "dash": "dot"})
    span, labels = [math.log10(low), math.log10(high)], [f"{tick:g}" for tick in TICKS]
    figure.update_xaxes(type="log", title="Squared error a pixel", tickvals=TICKS, ticktext=labels, range=span)
    figure.update_yaxes(title=f"% of the test {nouns}", range=[0, top], fixedrange=True)
    return laid_out(figure, 300, r=16)


def curves(results: dict[str, dict], titles: dict[str, str], chosen: str | None, rate: float) -> go.Figure:
    """Draw the share of odd pictures found against the share of false alarms, for all thresholds.

    Args:
        results: Entries with "roc" and "auc" by name.
        titles: Of all names.
        chosen: Name of the curve that stands out; None for none.
        rate: Share of false alarms to mark, 0 to 1.
    """
    figure = go.Figure()
    for name in sorted(results, key=lambda name: name == chosen):
        curve = results[name]["roc"]
        figure.add_scatter(
            x=[100 * share for share in curve["false_alarms"]],
            y=[100 * share for share in curve["found"]],
            name=titles[name],
            mode="lines",
            line={"color": ORANGE if name == chosen else GREY, "width": 3 if name == chosen else 1},
            hovertemplate=f"<b>{titles[name]}</b><br>%{{x:.0f}} % false alarms: %{{y:.0f}} % found<extra></extra>",
        )
    figure.add_scatter(x=[0, 100], y=[0, 100], line={"color": GREY, "dash": "dot"}, mode="lines", hoverinfo="skip")
    figure.add_vline(100 * rate, line_dash="dot", line_color=BLUE)
    figure.update_xaxes(title="% of ordinary pictures: false alarms", range=[0, 100])
    figure.update_yaxes(title="% of odd pictures found", range=[0, 101])
    return laid_out(figure, _height(results), r=16).update_layout(showlegend=False)


def areas(results: dict[str, dict], titles: dict[str, str], chosen: str | None) -> go.Figure:
    """Draw the area under every curve as a bar, the largest on top, with a line at 0.5, a tossed coin.

    Args:
        results: Entries with "auc" by name.
        titles: Of all names.
        chosen: Name of the bar that stands out; None for none.
    """
    order = sorted(results, key=lambda name: results[name]["auc"])
    figure = go.Figure()
    figure.add_bar(
        x=[results[name]["auc"] for name in order],
        y=[titles[name].replace("autoencoder", "AE") for name in order],
        orientation="h",
        marker_color=[ORANGE if name == chosen else GREY for name in order],
        text=[f"{results[name]['auc']:.3f}" for name in order],
        textposition="inside",
        insidetextanchor="start",
        textfont={"color": "white"},
        hoverinfo="skip",
    )
    figure.add_vline(0.5, line_dash="dot", line_color=GREY)
    figure.update_xaxes(title="Area under the curve", range=[0, 1], tickvals=AREA_TICKS)
    figure.update_yaxes(type="category", automargin=True)
    return laid_out(figure, _height(results), r=16)


def areas_by_code_size(auc: dict[str, float]) -> go.Figure:
    """Draw the area under the curve against the code size.

    Args:
        auc: Areas by code size.
    """
    sizes = [int(size) for size in auc]
    figure = go.Figure()
    figure.add_scatter(
        x=sizes,
        y=list(auc.values()),
        mode="lines+markers",
        line={"color": BLUE},
        marker={"size": 9},
        hovertemplate="%{x} numbers: area %{y:.3f}<extra></extra>",
    )
    figure.update_xaxes(type="log", title="Numbers in the code", tickvals=sizes)
    figure.update_yaxes(title="Area under the curve", range=[0.5, 1])
    return laid_out(figure, 260, r=16)


def _bins(errors: np.ndarray, threshold: float) -> tuple[np.ndarray, int]:
    """Find edges of bins of one width on a logarithmic axis, a threshold among them; how many bins lie below it."""
    ratio = (max(WORST, errors.max()) / errors.min()) ** (1 / BINS)
    below, above = (math.ceil(abs(math.log(end / threshold, ratio))) + 1 for end in (errors.min(), errors.max()))
    return threshold * ratio ** np.arange(-below, above + 1), below


def _stand(figure: go.Figure, x: float, top: float, name: str, line: dict) -> None:
    hover = f"{name}: %{{x:.4f}}<extra></extra>"
    figure.add_scatter(x=[x, x], y=[0, top], name=name, mode="lines", line=line, hovertemplate=hover)


def _height(results: dict) -> int:
    return max(340, 60 + 24 * len(results))
