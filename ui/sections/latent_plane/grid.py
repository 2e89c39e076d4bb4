"""The whole plane at once: pictures decoded on a lattice of codes, with controls, and a sheet of them to print."""

import math
from collections.abc import Callable

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent import scales
from ui import download, kept, models, state
from ui.components.manifold import manifold, packed
from ui.sections.latent_plane.sheet import sheet

SPACINGS = {"even": "Even steps", "quantile": "Closer in the middle"}
PRIOR = 3.0  # sigma


def grid(key: str, card: Card, on_choose: Callable[[list[float]], None] | None = None) -> None:
    """Show the figure with its controls; a plane on the same page follows the pointer.

    Args:
        key: Of this figure on its page.
        card: Of a model with two code numbers.
        on_choose: Called with the code of a picture that is clicked; None where there is a plane, which goes there.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    left, middle, right = st.columns([2, 2, 3], vertical_alignment="bottom")
    with left:
        count = state.number("side")
    with middle:
        asked = state.select("reach", words=lambda value: _wording(value, card))
    with right:
        by_quantiles = state.switch("spacing", words=SPACINGS) == "quantile"
    reach = reach_of_codes(card) if asked == "codes" else asked
    values = scales.ticks(count, reach, by_quantiles)
    pictures = _pictures(card.id, count, reach, by_quantiles)
    label = f"{count} by {count} decoded pictures, both code numbers from {-reach:g} to {reach:g}"
    manifold(key, kept.keep(_message(card.id, count, reach, by_quantiles)), values, label, on_choose)
    download.offer("For print (PNG)", lambda: sheet(pictures, values), "manifold.png", "image/png")


def reach_of_codes(card: Card) -> float:
    """Return how far from zero nearly all codes of test images lie, rounded up; three sigma of a prior at least."""
    low, high = models.plane(card.id)
    farthest = float(np.abs([low, high]).max())
    return math.ceil(2 * max(farthest, PRIOR if card.has_prior else 0.0)) / 2


def _wording(reach: float | str, card: Card) -> str:
    if reach == "codes":
        return f"as far as digits lie: ±{reach_of_codes(card):g}"
    return f"−{reach:g} to {reach:g}"


@st.cache_resource(max_entries=12, show_spinner=False)
def _message(model: ModelId, count: int, reach: float, by_quantiles: bool) -> bytes:
    return packed(_pictures(model, count, reach, by_quantiles))


@st.cache_resource(max_entries=12, show_spinner=False)
def _pictures(model: ModelId, count: int, reach: float, by_quantiles: bool) -> np.ndarray:
    return aemodels.decode(model.name, scales.lattice(scales.ticks(count, reach, by_quantiles)))
