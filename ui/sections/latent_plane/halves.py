"""The halves of a model on their way into the browser: weights where it can run them, else a sheet of pictures."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import models
from ui.components import plane as widget
from ui.components.shared.message import ink_bytes, pack

DOTS = 2000
SPRITE_SIDE = 48
MARGIN = 1.06
RINGS = 3.2  # sigma, so that the prior's three rings are in view


def carry(key: str, card: Card) -> None:
    """Bring a model's decoder with the codes of test images, and then its encoder, into the page.

    Each is a message of its own that never changes, so that it goes over the wire once.

    Args:
        key: Of the carriers on their page.
        card: Of a model with two code numbers.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    widget.carry(f"{key}.decoder", _decoder(card.id))
    if card.encoder_runs_in_browser:
        widget.carry(f"{key}.encoder", _encoder(card.id))


def home(card: Card) -> dict[str, float]:
    """Return the square window that shows nearly all codes of test images.

    Returns:
        "x" and "y" of its middle and "half" its side, in z.
    """
    low, high = models.plane(card.id)
    if card.has_prior:
        return {"x": 0.0, "y": 0.0, "half": MARGIN * max(float(np.abs([low, high]).max()), RINGS)}
    x, y = ((low + high) / 2).tolist()
    return {"x": x, "y": y, "half": MARGIN * float((high - low).max()) / 2}


def dots(model: ModelId) -> tuple[np.ndarray, np.ndarray]:
    """Return codes (2000, 2) float32 of the first test images and their labels (2000,) uint8."""
    gallery = models.gallery(model)
    return gallery["codes"][:DOTS].astype(np.float32), gallery["labels"][:DOTS].astype(np.uint8)


@st.cache_resource(max_entries=8, show_spinner=False)
def _decoder(model: ModelId) -> bytes:
    codes, labels = dots(model)
    header = {"name": model.name, "half": "decoder", "digest": model.digest}
    chain = aemodels.halves(model.name).decoder
    if chain is not None:
        return _packed(header, chain, codes=codes, labels=labels)
    window = home(cards.read(model.name))
    corners = [[window[axis] + sign * window["half"] for axis in ("x", "y")] for sign in (-1, 1)]
    columns, rows = (np.linspace(low, high, SPRITE_SIDE) for low, high in zip(*corners, strict=True))
    grid = np.column_stack([np.tile(columns, SPRITE_SIDE), np.repeat(rows, SPRITE_SIDE)])
    sprite = {"side": SPRITE_SIDE, "low": corners[0], "high": corners[1]}
    return pack(
        header | {"sprite": sprite}, pictures=ink_bytes(aemodels.decode(model.name, grid)), codes=codes, labels=labels
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def _encoder(model: ModelId) -> bytes:
    return _packed(
        {"name": model.name, "half": "encoder", "digest": model.digest}, aemodels.halves(model.name).encoder or ()
    )


def _packed(header: dict, chain: tuple, **arrays: np.ndarray) -> bytes:
    """Pack a chain of dense layers with a header; weights are float16, sent as uint8."""
    layers = [
        {"rows": len(layer.weight), "columns": layer.weight.shape[1], "activation": layer.activation} for layer in chain
    ]
    weights = np.concatenate([layer.weight.ravel() for layer in chain]).view(np.uint8)
    biases = np.concatenate([layer.bias for layer in chain])
    return pack(header | {"layers": layers}, weights=weights, biases=biases, **arrays)
