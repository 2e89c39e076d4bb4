"""A variant in words: its idea, its figures, where it comes from."""

from collections.abc import Callable

import streamlit as st

from aemodels import datasets
from ui import models
from ui.sample import Sample

UNITS = {
    "mse": "squared error a pixel",
    "sse": "squared error an image",
    "bce": "nats a pixel",
    "noisy_bce": "nats a pixel, from noisy input",
    "negative_elbo": "nats an image",
    "principal_angle": "degrees away from PCA's subspace",
    "mse_to_pca": "times PCA's squared error",
    "noisy_mse": "squared error a pixel, from noisy input",
    "mse_signed": "squared error a pixel, black at -1 and ink at 1",
    "neighbour_accuracy": "of the images are put right by their 15 nearest codes",
    "unit_mean_min": "mean activation of the quietest unit",
    "unit_mean_max": "mean activation of the busiest unit",
    "share_below_0.1": "of all activations are below 0.1",
    "share_above_0": "of all activations are above 0",
    "live_share": "of the units are alive",
}


def tell(card: dict) -> None:
    """Tell how a model works, where it fails and how good it is."""
    story, spec = card["story"], card["spec"]
    st.markdown(f"**{spec['title']}.** {story['idea']} {story['how']}")
    st.markdown(f"**Where it fails.** {story['fails']}")
    st.caption(
        f"On 10,000 test images: {_own_figure(card)}. {card['parameters']:,} weights. "
        f"Source: {spec['source']['title']}; figure printed there: {spec['source']['figure']}."
    )


def verdict(rebuilt: models.Rebuilt, study: Sample) -> str:
    """Say in a sentence how well a picture was rebuilt."""
    if study.example:
        return "An example, until you give a picture of your own."
    knows, given = (datasets.NOUNS[data] for data in (rebuilt.card["spec"]["data"], study.data))
    if knows != given:
        return (
            f"This model has seen nothing but {knows} in all its life. It rebuilds your picture out of pieces of "
            f"{knows}, for it has no others: that is why the result looks odd."
        )
    better = models.share_rebuilt_worse(rebuilt)
    return f"Rebuilt better than {better:.0%} of the test images that this model was measured on."


def league(known: dict[str, dict], on_choose: Callable[[str], None] | None = None) -> None:
    """Show the models with their figures against source, PCA and target, the fewest numbers first.

    Args:
        known: Cards by name.
        on_choose: Called with the name of a row that is clicked; None for a table to look at.
    """
    ordered = sorted(known, key=lambda name: (known[name]["spec"]["code_size"], name))

    def chosen() -> None:
        rows = st.session_state["league"]["selection"]["rows"]
        if rows:
            on_choose(ordered[rows[0]])

    st.dataframe(
        [_league_row(known[name]) for name in ordered],
        hide_index=True,
        key="league",
        on_select=chosen if on_choose else "ignore",
        selection_mode="single-row",
        column_config={
            "Error": st.column_config.NumberColumn(format="%.4f", help="Squared error a pixel, clean test images"),
            "PCA's error": st.column_config.NumberColumn(format="%.4f", help="PCA with as many numbers"),
        },
    )


def _league_row(card: dict) -> dict:
    spec, test = card["spec"], card["figures"]["test"]
    return {
        "Model": spec["title"],
        "Family": spec["family"],
        "Knows": datasets.NOUNS[spec["data"]],
        "Numbers kept": spec["code_size"],
        "Error": test["mse"],
        "PCA's error": test["pca_mse"],
        "Its own figure": _own_figure(card),
        "Printed in its source": spec["source"]["figure"],
        "Bar": "reached" if all(target["met"] for target in card["targets"]) else "missed",
    }


def _own_figure(card: dict) -> str:
    """Give the figure that a model's first target names, in words."""
    measure = card["spec"]["targets"][0]["measure"]
    return f"{card['figures']['test'][measure]:.4g} {UNITS.get(measure, measure)}"
