"""Codes as places on maps, for the figures of the lesson."""

from functools import lru_cache

import numpy as np

from aemodels.checkpoints.card import ModelId
from aemodels.latent.nearest import Known
from ui import models

DOTS = 900
DIGITS = 3  # behind the point


def shares(places: np.ndarray, low: np.ndarray, high: np.ndarray) -> list[list[float]]:
    """Return places (N, 2) as shares of the window between two corners, those outside of it left out."""
    within = (places - low) / (high - low)
    inside = ((within >= 0) & (within <= 1)).all(axis=1)
    return np.round(within[inside].astype(float), DIGITS).tolist()


def place(model: ModelId, code: np.ndarray) -> list[float]:
    """Return the place of a code of two numbers on its model's map; what is outside of it stands on its edge."""
    return np.round(np.clip(models.plane(model).shares(code), 0, 1).astype(float), DIGITS).tolist()


def width(model: ModelId) -> float:
    """Return how wide a model's map is, in units of its code."""
    low, high = models.plane(model)
    return float(np.subtract(high, low).max())


@lru_cache(maxsize=8)
def agreement(model: ModelId) -> float:
    """Return the share of test digits whose nearest other one on a model's map is of the same class."""
    gallery = models.gallery(model)
    found = Known(gallery["codes"]).others(1).positions[:, 0]
    return float((gallery["labels"][found] == gallery["labels"]).mean())


@lru_cache(maxsize=8)
def dots(model: ModelId) -> list[list[float]]:
    """Return the places of test digits on a model's map, and the class of each."""
    gallery = models.gallery(model)
    places = np.clip(models.plane(model).shares(gallery["codes"][:DOTS]), 0, 1).astype(float)
    return [
        [*place, int(label)] for place, label in zip(places.round(DIGITS).tolist(), gallery["labels"], strict=False)
    ]
