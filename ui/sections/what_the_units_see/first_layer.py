"""What a model's first layer looks for: weights as pictures, or filters and what all layers make of a picture."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card
from ui import state
from ui.components.tiles import Tile, tiles

MOST = 48
MOST_MAPS = 16
STRONG = 99.5


def can_be_seen(card: Card) -> bool:
    """Say whether a model begins with weights that are pictures, or with filters."""
    return bool(card.layers) and card.layers[0].kind in ("Linear", "Conv2d")


def begins_with_filters(card: Card) -> bool:
    """Say whether a model begins with a convolution."""
    return card.layers[0].kind == "Conv2d"


def weights(name: str) -> None:
    """Show the first layer's weights as pictures, those with the clearest pattern first.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    patterns = aemodels.first_layer(name)
    order = np.argsort(-np.square(patterns).sum((1, 2)), kind="stable")
    shown = order if len(order) <= MOST or state.toggle("every") else order[:MOST]
    entries = [
        Tile(str(unit), stretched(patterns[unit]), f"Weights of unit {unit}", facts=f"{unit}", signed=True)
        for unit in shown
    ]
    tiles("weights", entries, width=62)
    st.caption(
        f"{len(shown)} of {len(patterns)} units, the largest weights first. Orange: ink there wakes the unit up. "
        "Blue: ink there quiets it. Each picture has a scale of its own."
    )


def stretched(pattern: np.ndarray) -> np.ndarray:
    """Scale a signed picture so that nearly all of it lies in [-1, 1]."""
    return np.clip(pattern / max(float(np.percentile(np.abs(pattern), STRONG)), 1e-6), -1, 1)


def filters(name: str, image: np.ndarray) -> None:
    """Show a convolutional model's filters, and what every layer makes of a picture (28, 28).

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    kernels = aemodels.filters_of(name)
    entries = [
        Tile(str(index), stretched(kernel), f"Filter {index}", facts=f"{index}", signed=True)
        for index, kernel in enumerate(kernels)
    ]
    tiles("filters", entries, width=52)
    height, width = kernels.shape[1:]
    st.caption(
        f"{len(kernels)} filters of {height}x{width} weights. Each visits every place of the picture and answers where "
        "the ink lies as its orange and not as its blue."
    )
    st.markdown(
        "**The picture on its way through all layers.** The more ink at a place, the stronger the answer there. Each "
        "map has a scale of its own."
    )
    for index, layer in enumerate(aemodels.feature_maps(name, image), 1):
        _layer(index, layer)


def _layer(index: int, layer) -> None:
    count, height, width = layer.maps.shape
    strongest = np.argsort(-layer.maps.std((1, 2)), kind="stable")[:MOST_MAPS]
    some = f", the {MOST_MAPS} liveliest" if count > MOST_MAPS else ""
    maps = "1 map" if count == 1 else f"{count} maps"
    st.caption(f"**{index}. {layer.part}, {layer.layer}**: {maps} of {height}x{width}{some}")
    entries = [
        Tile(str(one), _lit(layer.maps[one]), f"Layer {index}, map {one}") for one in sorted(map(int, strongest))
    ]
    tiles(f"layer-{index}", entries, width=54)


def _lit(answers: np.ndarray) -> np.ndarray:
    low, high = float(answers.min()), float(answers.max())
    return (answers - low) / max(high - low, 1e-6)
