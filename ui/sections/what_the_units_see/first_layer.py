"""What a model's first layer looks for: weights as pictures, or filters and what all layers make of a picture."""

from functools import lru_cache

import numpy as np

import aemodels
from aemodels.checkpoints.card import Card, ModelId
from ui import kept, networks, state, words
from ui.components.shared.message import signed_bytes
from ui.components.tiles import Tile, tiles
from ui.sample import Sample

MOST = 48
MOST_MAPS = 16
STRONG = 99.5


def can_be_seen(card: Card) -> bool:
    """Return whether a model begins with weights that are pictures, or with filters."""
    return bool(card.layers) and card.layers[0].kind in ("Linear", "Conv2d")


def begins_with_filters(card: Card) -> bool:
    """Return whether a model begins with a convolution."""
    return card.layers[0].kind == "Conv2d"


def weights(card: Card) -> None:
    """Show the first layer's weights as pictures, those with the clearest pattern first; nothing for another model.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    entries = _painted(card.id)
    if not entries:
        return
    shown = entries if len(entries) <= MOST or state.toggle("every") else entries[:MOST]
    tiles("weights", shown, width=62, keep=kept.by_address)
    words.caption(
        f"{len(shown)} of {len(entries)} units, those with the largest weights first. Orange: ink there raises the "
        "unit's value. Blue: ink there lowers it. Each picture has its own scale."
    )


@lru_cache(maxsize=16)
def _painted(model: ModelId) -> list[Tile]:
    """Return the units of a model's first layer, none if its weights are no pictures."""
    patterns = aemodels.first_layer(model.name)
    if patterns is None:
        return []
    pictures = [signed_bytes(stretched(pattern)) for pattern in patterns]
    order = np.argsort(-np.square(patterns).sum((1, 2)), kind="stable")
    return [Tile(str(unit), pictures[unit], f"Weights of unit {unit}", facts=f"{unit}", signed=True) for unit in order]


def stretched(pattern: np.ndarray) -> np.ndarray:
    """Scale a signed picture so that nearly all of it lies in [-1, 1]."""
    return np.clip(pattern / max(float(np.percentile(np.abs(pattern), STRONG)), 1e-6), -1, 1)


def filters(card: Card, study: Sample) -> None:
    """Show a convolutional model's filters, and every layer's maps of a picture; nothing for another model.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    kernels = aemodels.filters_of(card.name)
    if kernels is None:
        return
    entries = [
        Tile(str(index), stretched(kernel), f"Filter {index}", facts=f"{index}", signed=True)
        for index, kernel in enumerate(kernels)
    ]
    tiles("filters", entries, width=52)
    height, width = kernels.shape[1:]
    words.caption(
        f"{len(kernels)} filters of {height}x{width} weights. Each slides over the whole picture (a **convolution**) "
        "and gives a large value where there is ink under its orange weights and none under its blue ones."
    )
    words.markdown(
        "**The picture on its way through all layers.** Each layer makes **feature maps** of it: the more ink at a "
        "place, the larger the value there. Each map has its own scale."
    )
    _maps(card, study)


def _maps(card: Card, study: Sample) -> None:
    """Show every layer's maps of a picture, which follow a hand that draws."""
    layers, places = aemodels.feature_maps(card.name, study.normalised.image), aemodels.map_places(card.name)
    extra = {"kind": "maps", "places": [place._asdict() for place in places if place]}
    start = 0
    for index, (layer, place) in enumerate(zip(layers, places, strict=True), 1):
        words.caption(f"**{index}. {layer.part}, {layer.layer}**: {_counted(layer.maps)}")
        entries = _entries(card, index, layer.maps, start if place else None)
        tiles(f"layer-{index}", entries, width=54, drawn=study.drawn, extra=extra)
        start += layer.maps.size if place else 0


def _counted(maps: np.ndarray) -> str:
    """Return how many maps (C, H, W) there are, how large, and how many of them are shown."""
    count, height, width = maps.shape
    some = f", the {MOST_MAPS} that vary most" if count > MOST_MAPS else ""
    many = "1 map" if count == 1 else f"{count} maps"
    return f"{many} of {height}x{width}{some}"


def _entries(card: Card, index: int, maps: np.ndarray, start: int | None) -> list[Tile]:
    """Return the maps (C, H, W) of a layer, at most 16.

    Args:
        card: Of the model.
        index: Of the layer, counted from 1.
        maps: All of its maps.
        start: Where they begin among the maps that the page computes; None where it does not.
    """
    size = maps[0].size
    strongest = np.argsort(-maps.std((1, 2)), kind="stable")[:MOST_MAPS]
    return [
        Tile(
            *(str(channel), _scaled(maps[channel]), f"Layer {index}, map {channel}"),
            network=None if start is None else networks.described(card),
            shows="map",
            place=(start or 0) + channel * size,
        )
        for channel in sorted(map(int, strongest))
    ]


def _scaled(values: np.ndarray) -> np.ndarray:
    """Scale a map so that its values go from 0 to 1."""
    low, high = float(values.min()), float(values.max())
    return (values - low) / max(high - low, 1e-6)
