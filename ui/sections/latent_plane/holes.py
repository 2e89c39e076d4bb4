"""Holes in a plane: places whose pictures are unlike all that the model makes of real digits."""

from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent.holes import far_apart
from aemodels.latent.nearest import Known
from ui import models

PLACES_A_SIDE = 20
LIKE = 0.01
"""Squared error a pixel up to which two pictures are alike."""
MOST = 6


class Holes(NamedTuple):
    """Holes in a plane.

    Attributes:
        share: Of the square that shows nearly all codes, 0 to 1.
        places: (H, 2) the clearest ones, far from each other.
    """

    share: float
    places: np.ndarray


def find(card: Card) -> Holes:
    """Find holes of a model with two code numbers.

    A hole decodes to a picture that is unlike all pictures which the model makes of the test digits in its gallery.

    Raises:
        BadCheckpoint: The model's weights or gallery are missing or damaged.
    """
    return _found(card.id)


@st.cache_resource(max_entries=16, show_spinner="Looking for holes …")
def _found(model: ModelId) -> Holes:
    low, high = models.plane(model)
    across, up = np.linspace(low, high, PLACES_A_SIDE, dtype=np.float32).T
    codes = np.stack(np.meshgrid(across, up), -1).reshape(-1, 2)
    of_digits = Known(_pictures(model.name, models.gallery(model)["codes"]))
    pictures = _pictures(model.name, codes)
    errors = np.square(of_digits.nearest(pictures).distances[:, 0]) / pictures.shape[1] / LIKE
    return Holes(float((errors > 1).mean()), far_apart(codes, errors, float((high - low).max()) / 5, MOST))


def _pictures(name: str, codes: np.ndarray) -> np.ndarray:
    pictures = aemodels.decode(name, codes.astype(np.float32)).clip(0, 1)
    return pictures.reshape(len(pictures), -1)
