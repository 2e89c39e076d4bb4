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
INK = 255
"""Pictures that are kept are bytes, for the memory."""


class Holes(NamedTuple):
    """Holes in a plane.

    Attributes:
        share: Of the square that shows nearly all codes, 0 to 1.
        places: (H, 2) the clearest ones, far from each other.
        grid: (400, 2) all places that were looked at, row by row from the lower left corner.
        errors: (400,) of their pictures, to the most similar one of a test digit.
    """

    share: float
    places: np.ndarray
    grid: np.ndarray
    errors: np.ndarray


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
    places = far_apart(codes, errors, float((high - low).max()) / 5, MOST)
    return Holes(float((errors > 1).mean()), places, codes, LIKE * errors)


def unlike(card: Card, codes: np.ndarray) -> np.ndarray:
    """Return how unlike all that a model makes of real digits its pictures are.

    Args:
        card: Of the model.
        codes: (N, D).

    Returns:
        (N,) squared error a pixel to the most similar of the pictures that it makes of the test digits in its gallery.

    Raises:
        BadCheckpoint: The model's weights or gallery are missing or damaged.
    """
    nearest = _made(card.id).nearest(INK * _pictures(card.name, codes))
    return np.square(nearest.distances[:, 0] / INK) / _made(card.id).points.shape[1]


@st.cache_resource(max_entries=4, show_spinner="Comparing with copies of test digits …")
def _made(model: ModelId) -> Known:
    return Known(np.rint(INK * _pictures(model.name, models.gallery(model)["codes"])).astype(np.uint8))


def _pictures(name: str, codes: np.ndarray) -> np.ndarray:
    pictures = aemodels.decode(name, codes.astype(np.float32)).clip(0, 1)
    return pictures.reshape(len(pictures), -1)
