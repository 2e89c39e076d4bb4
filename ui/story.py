"""A variant in words: its idea, its figures, where it comes from."""

import streamlit as st

from ui import models

UNITS = {
    "mse": "squared error a pixel",
    "sse": "squared error an image",
    "bce": "nats a pixel",
    "noisy_bce": "nats a pixel, from noisy input",
    "negative_elbo": "nats an image",
    "principal_angle": "degrees away from PCA's subspace",
    "mse_to_pca": "times PCA's squared error",
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


def verdict(rebuilt: models.Rebuilt, example: bool) -> str:
    """Say in a sentence how well a picture was rebuilt."""
    if example:
        return "An example, until you give a picture of your own."
    better = models.share_rebuilt_worse(rebuilt)
    return f"Rebuilt better than {better:.0%} of the test images that this model was measured on."


def league(known: dict[str, dict]) -> None:
    """Show the models with their figures against source, PCA and target, the fewest numbers first."""
    ordered = sorted(known.items(), key=lambda entry: (entry[1]["spec"]["code_size"], entry[0]))
    st.dataframe(
        [_league_row(card) for _, card in ordered],
        hide_index=True,
        column_config={
            "Error": st.column_config.NumberColumn(format="%.4f", help="Squared error a pixel, clean test images"),
            "PCA's error": st.column_config.NumberColumn(format="%.4f", help="PCA with as many numbers"),
        },
    )


def _league_row(card: dict) -> dict:
    spec, test = card["spec"], card["figures"]["test"]
    return {
        "Model": spec["title"],
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
