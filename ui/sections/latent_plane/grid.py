"""The whole plane at once: pictures decoded on a lattice of codes, with controls, and a sheet of them to print."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent import scales
from ui import download, state
from ui.components.manifold import manifold
from ui.sections.latent_plane.sheet import sheet

SPACINGS = {"even": "Even steps", "quantile": "As the prior has it"}


def grid(key: str, card: Card) -> None:
    """Show the figure with its controls; a plane on the same page follows the pointer.

    Args:
        key: Of this figure on its page.
        card: Of a model with two code numbers.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    left, middle, right = st.columns([2, 2, 3], vertical_alignment="bottom")
    with left:
        count = state.number("side")
    with middle:
        reach = state.select("reach", words=lambda value: f"−{value:g} to {value:g}")
    with right:
        by_quantiles = state.switch("spacing", words=SPACINGS) == "quantile"
    values = scales.ticks(count, reach, by_quantiles)
    pictures = _pictures(card.id, count, reach, by_quantiles)
    label = f"{count} by {count} decoded pictures, both code numbers from {-reach:g} to {reach:g}"
    manifold(key, pictures, values, label)
    download.offer("For print (PNG)", lambda: sheet(pictures, values), "manifold.png", "image/png")


@st.cache_resource(max_entries=12, show_spinner=False)
def _pictures(model: ModelId, count: int, reach: float, by_quantiles: bool) -> np.ndarray:
    return aemodels.decode(model.name, scales.lattice(scales.ticks(count, reach, by_quantiles)))
