"""A variant in words: its idea, its figures, where it comes from."""

import streamlit as st

UNITS = {
    "mse": "squared error a pixel",
    "sse": "squared error an image",
    "bce": "nats a pixel",
    "noisy_bce": "nats a pixel, from noisy input",
    "negative_elbo": "nats an image",
    "principal_angle": "degrees to PCA's subspace",
    "mse_to_pca": "times PCA's squared error",
}


def tell(card: dict) -> None:
    """Tell how a model works, where it fails and how good it is."""
    story, spec = card["story"], card["spec"]
    st.markdown(f"**{spec['title']}.** {story['idea']} {story['how']}")
    st.markdown(f"**Where it fails.** {story['fails']}")
    st.caption(f"{figure(card)}. {card['parameters']:,} weights. Source: {spec['source']['title']}.")


def figure(card: dict) -> str:
    """Give a model's figure on the test set in words: the one that its first target names."""
    measure = card["spec"]["targets"][0]["measure"]
    value = card["figures"]["test"][measure]
    return f"{value:.4g} {UNITS.get(measure, measure)} on {card['spec']['data'].upper()}'s test images"
