"""The halves of a model on their way into the browser: weights where it can run them, else a sheet of pictures."""

from pathlib import Path

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.latent import scales
from ui import models
from ui.components.shared.message import ink_bytes, pack

HERE = Path(__file__).parent
SHARED = HERE.parent / "shared"
DOTS = 2000
SPRITE_SIDE = 48
MARGIN = 1.06
RINGS = 3.2  # sigma, so that the prior's three rings are in view

_carrier = st.components.v2.component(
    "plane_carrier",
    js="".join(path.read_text() for path in (SHARED / "paint.js", HERE / "mlp.js", HERE / "carrier.js")),
)


def carry(key: str, name: str, digest: str) -> None:
    """Bring a model's decoder with the codes of test images, and then its encoder, into the page.

    Each is a message of its own that never changes, so that it goes over the wire once.

    Args:
        key: Of the carriers on their page.
        name: Variant with two code numbers.
        digest: Of its checkpoint.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    _carrier(key=f"{key}.decoder", data=_decoder(name, digest), height=1)
    if encoder_runs_in_browser(name):
        _carrier(key=f"{key}.encoder", data=_encoder(name, digest), height=1)


def encoder_runs_in_browser(name: str) -> bool:
    """Say whether the page can place an input on the plane without the server; errors as in `aemodels.halves`."""
    return aemodels.halves(name).encoder is not None


def decoder_runs_in_browser(name: str) -> bool:
    """Say whether the page decodes exactly by itself; errors as in `aemodels.halves`."""
    return aemodels.halves(name).decoder is not None


def has_prior(card: Card) -> bool:
    """Say whether a model was taught to fill the plane like a standard normal."""
    return "kl" in card.formulas


def home(name: str, card: Card) -> dict[str, float]:
    """Find the square window that shows nearly all codes of test images.

    Returns:
        "x" and "y" of its middle and "half" its side, in z.
    """
    low, high = scales.plane(models.gallery(name, card.digest)["codes"])
    if has_prior(card):
        return {"x": 0.0, "y": 0.0, "half": MARGIN * max(float(np.abs([low, high]).max()), RINGS)}
    x, y = ((low + high) / 2).tolist()
    return {"x": x, "y": y, "half": MARGIN * float((high - low).max()) / 2}


def dots(name: str, digest: str) -> tuple[np.ndarray, np.ndarray]:
    """Give codes (2000, 2) float32 of the first test images and their labels (2000,) uint8."""
    known = models.gallery(name, digest)
    return known["codes"][:DOTS].astype(np.float32), known["labels"][:DOTS].astype(np.uint8)


@st.cache_resource(max_entries=8, show_spinner=False)
def _decoder(name: str, digest: str) -> bytes:
    dotted, labels = dots(name, digest)
    header = {"name": name, "half": "decoder", "digest": digest}
    chain = aemodels.halves(name).decoder
    if chain is not None:
        return _packed(header, chain, codes=dotted, labels=labels)
    window = home(name, models.cards.read(name))
    corners = [[window[axis] + sign * window["half"] for axis in ("x", "y")] for sign in (-1, 1)]
    columns, rows = (np.linspace(low, high, SPRITE_SIDE) for low, high in zip(*corners, strict=True))
    grid = np.column_stack([np.tile(columns, SPRITE_SIDE), np.repeat(rows, SPRITE_SIDE)])
    sprite = {"side": SPRITE_SIDE, "low": corners[0], "high": corners[1]}
    return pack(
        header | {"sprite": sprite}, pictures=ink_bytes(aemodels.decode(name, grid)), codes=dotted, labels=labels
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def _encoder(name: str, digest: str) -> bytes:
    return _packed({"name": name, "half": "encoder", "digest": digest}, aemodels.halves(name).encoder)


def _packed(header: dict, chain: tuple, **arrays: np.ndarray) -> bytes:
    layers = [
        {"rows": len(layer.weight), "columns": layer.weight.shape[1], "activation": layer.activation} for layer in chain
    ]
    weights = np.concatenate([layer.weight.ravel() for layer in chain]).view(np.uint8)
    biases = np.concatenate([layer.bias for layer in chain])
    return pack(header | {"layers": layers}, weights=weights, biases=biases, **arrays)


def classes(card: Card) -> tuple[str, ...]:
    """Give the names of the classes that a model's data has."""
    return datasets.TABLE[card.spec.data].classes
