"""A model's way with a picture, laid out for the eye: the code as a place on a plane, as small maps, or as bars."""

import math

import numpy as np

from aemodels.checkpoints.card import Card
from ui import models, networks
from ui.components import flow as widget
from ui.components.flow import NO_DOTS, Code, Passage
from ui.sample import Sample

MOST_BARS = 300
DOTS = 1200
PARTS = ("encoder", "decoder")


def flow(key: str, rebuilt: models.Rebuilt, study: Sample, waist: bool = False) -> None:
    """Show how one model takes a picture apart and puts it together again.

    Args:
        key: Of this flow on its page.
        rebuilt: What the model made of the picture.
        study: The picture, which the page follows while a hand draws.
        waist: Whether to show its layers as an hourglass, and no error.

    Raises:
        BadCheckpoint: The model's gallery is missing or damaged.
    """
    code = _code(rebuilt)
    card = rebuilt.card
    shown = (card.name, rebuilt.image, rebuilt.x_hat, rebuilt.error, code)
    hourglass = _hidden(card) if waist else None
    widget.flow(key, Passage(*shown, networks.described(card), study.drawn, hourglass), study.example)


def _hidden(card: Card) -> tuple[list[int], list[int]]:
    """Return how many numbers the layers before the code hold, and those behind it, ends left out."""
    sizes = {part: [math.prod(layer.shape) for layer in card.layers if layer.part == part] for part in PARTS}
    return sizes["encoder"][:-1], sizes["decoder"][:-1]


def _code(rebuilt: models.Rebuilt) -> Code:
    """Choose how a code is shown."""
    spec, gallery = rebuilt.card.spec, models.gallery(rebuilt.card.id)
    size = spec.code_size
    if size == 2:
        window = models.plane(rebuilt.card.id)
        places = np.round(window.shares(gallery["codes"][:DOTS]) * 255).astype(np.uint8)
        dots = np.column_stack([places, gallery["labels"][:DOTS].astype(np.uint8)])
        corners = window.low.tolist(), window.high.tolist()
        label = "Code: place ({:.2f}, {:.2f}) on the plane".format(*rebuilt.code)
        return Code(size, label, "plane", window.shares(rebuilt.code), None, None, dots, *corners)
    scale = models.usual_scale(rebuilt.card.id)
    shares = scale.shares(rebuilt.code)
    if spec.code_grid:
        label = f"Code: {spec.code_grid[0]} small maps"
        return Code(size, label, "maps", shares, spec.code_grid, None, NO_DOTS, *scale)
    label = f"Code: {size} numbers as bars"
    return Code(size, label, "bars", shares[:MOST_BARS], None, scale.zero, NO_DOTS, *scale, MOST_BARS)
