"""Holes in a plane: places whose pictures look like no digit, as another model that knows digits judges them."""

from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card, ModelId
from aemodels.errors import BadCheckpoint
from aemodels.latent.holes import far_apart
from ui import models

JUDGE = "deep_30d"
"""Rebuilds what looks like a digit, and nothing else; the default of “Odd one out”."""
PLACES_A_SIDE = 20
OWN = 400
STRICT = 99
MOST = 6


class Holes(NamedTuple):
    """Holes in a plane.

    Attributes:
        share: Of the square that shows nearly all codes, 0 to 1.
        places: (H, 2) the clearest ones, far from each other.
    """

    share: float
    places: np.ndarray


def find(card: Card) -> Holes | None:
    """Find holes of a model with two code numbers; None where the model that judges is missing or damaged.

    A hole decodes to a picture that the judge rebuilds worse than 99 % of what the model makes of real test digits.

    Raises:
        BadCheckpoint: The model's weights or gallery are missing or damaged.
    """
    try:
        aemodels.load(JUDGE)
    except BadCheckpoint:
        return None
    return _found(card.id)


@st.cache_resource(max_entries=16, show_spinner="Looking for holes …")
def _found(model: ModelId) -> Holes:
    low, high = models.plane(model)
    across, up = np.linspace(low, high, PLACES_A_SIDE, dtype=np.float32).T
    codes = np.stack(np.meshgrid(across, up), -1).reshape(-1, 2)
    usual = _errors(model.name, models.gallery(model)["codes"][:OWN])
    errors = _errors(model.name, codes) / np.percentile(usual, STRICT)
    return Holes(float((errors > 1).mean()), far_apart(codes, errors, float((high - low).max()) / 5, MOST))


def _errors(name: str, codes: np.ndarray) -> np.ndarray:
    pictures = aemodels.decode(name, codes.astype(np.float32)).clip(0, 1)
    return np.square(aemodels.reconstruct(JUDGE, pictures) - pictures).mean((1, 2))
