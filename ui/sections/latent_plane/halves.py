"""A model on its way to its plane in the browser: the codes of test images, and where the model itself is fetched."""

import numpy as np
import streamlit as st

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import models, networks
from ui.components import plane as widget
from ui.components.shared.message import pack

DOTS = 2000
MARGIN = 1.06
RINGS = 3.2  # sigma, so that the prior's three rings are in view


def carry(key: str, card: Card, waits: bool = False) -> None:
    """Bring a model with the codes of test images into the page, as a message that never changes and is sent once.

    Args:
        key: Of the carrier on its page.
        card: Of a model with two code numbers.
        waits: Whether its decoder is fetched only once a hand moves over the plane.

    Raises:
        BadCheckpoint: The gallery is missing or damaged.
    """
    widget.carry(key, _message(card.id, waits))


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
def _message(model: ModelId, waits: bool) -> bytes:
    codes, labels = dots(model)
    header = {"digest": model.digest, "network": networks.described(cards.read(model.name)), "waits": waits}
    return pack(header, codes=codes, labels=labels)
