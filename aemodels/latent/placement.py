"""Where a new code lands on a finished map: quickly while the hand still draws, exactly when it rests."""

from math import hypot
from typing import NamedTuple

import numpy as np

from aemodels.latent import pca
from aemodels.latent.nearest import Known

PERPLEXITY = 30
VOTERS = 10
MOST_NUMBERS = 50
SEED = 0
STARTERS, FEW = 25, 5
"""Of a code that settles: how many of the nearest it starts among, and its perplexity."""
EXAGGERATION, STEPS, STEEPEST, MOMENTUM, RATE = 1.5, 250, 0.25, 0.8, 0.1
STILL = 1e-4
"""A step so short, on a map some hundred wide, is the last."""
BISECTIONS = 50


class Axes(NamedTuple):
    """The directions along which codes are compared on a map.

    Attributes:
        mean: (D,) of the codes.
        directions: (K, D) orthonormal; K is D for short codes.
        scale: Deviation of the codes from their mean, over all numbers.
    """

    mean: np.ndarray
    directions: np.ndarray
    scale: float

    def along(self, codes: np.ndarray) -> np.ndarray:
        """Express codes (N, D) along the axes, in units of the scale: (N, K) float32."""
        return ((codes - self.mean) @ self.directions.T / self.scale).astype(np.float32)


def axes(codes: np.ndarray) -> Axes:
    """Choose axes for codes (N, D): their own numbers, or where there are more than 50, 50 principal components."""
    if codes.shape[1] > MOST_NUMBERS:
        mean, directions = pca.main_directions(codes, MOST_NUMBERS)
    else:
        mean, directions = codes.mean(0), np.eye(codes.shape[1], dtype=np.float32)
    return Axes(mean, directions, max(float((codes - mean).std()), float(np.finfo(np.float32).tiny)))


def follow(known: Known, places: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Return roughly where codes land: in the middle of where their ten nearest codes lie.

    Args:
        known: Codes (N, D) that are on the map.
        places: (N, 2) of these on the map.
        codes: (M, D).

    Returns:
        (M, 2): the median place of the ten nearest. Takes about a millisecond a code.
    """
    return np.median(places[known.nearest(codes, min(VOTERS, len(places))).positions], axis=1)


class Settled:
    """A finished map of t-SNE onto which further codes can be put without moving those that are there.

    Source:
        Poličar, Stražar and Zupan, "Embedding to reference t-SNE space addresses batch effects in single-cell
        classification", Machine Learning 2021; settings as in openTSNE, forces of all places summed without a grid.
    """

    def __init__(self, codes: np.ndarray, places: np.ndarray):
        """Get the map ready.

        Args:
            codes: (N, D) that are on the map.
            places: (N, 2) of these.
        """
        self._axes = axes(codes)
        self._known = Known(self._axes.along(codes))
        self._places = np.ascontiguousarray(places.T, np.float32)  # (2, N)

    def settle(self, codes: np.ndarray) -> np.ndarray:
        """Return where t-SNE puts codes (M, D) on the map: (M, 2) float32; in some milliseconds for one."""
        near = self._known.nearest(self._axes.along(codes), min(STARTERS, self._places.shape[1]))
        rows = zip(near.positions, near.distances, strict=True)
        return np.array([self._settle(*row) for row in rows], np.float32).reshape(-1, 2)

    def _settle(self, rows: np.ndarray, distances: np.ndarray) -> tuple[float, float]:
        """Let one code go downhill from the middle of its nearest ones, whose rows and distances are given."""
        x, y = np.median(self._places[:, rows], axis=1).tolist()
        pullers = self._places[:, rows[: 3 * FEW]]
        weights = EXAGGERATION * affinities(distances[: 3 * FEW], FEW)
        steps, gains = (0.0, 0.0), (1.0, 1.0)
        for _ in range(STEPS):
            slope = _slope(x, y, pullers, weights, self._places)
            gentle = min(1.0, STEEPEST / (hypot(*slope) + 1e-6))
            gains = tuple(_gain(*axis) for axis in zip(gains, steps, slope, strict=True))
            steps = tuple(
                MOMENTUM * step - RATE * gain * gentle * down
                for gain, step, down in zip(gains, steps, slope, strict=True)
            )
            x, y = x + steps[0], y + steps[1]
            if hypot(*steps) < STILL:
                break
        return x, y


def affinities(distances: np.ndarray, perplexity: float) -> np.ndarray:
    """Return how much each of the nearest codes counts for one: normal in the distance, as wide as perplexity says.

    Args:
        distances: (K,) rising.
        perplexity: How many count, about.

    Returns:
        (K,) float32 that sum to 1.
    """
    squares = np.square(distances - distances[0], dtype=np.float64) + 2 * distances[0] * (distances - distances[0])
    low, high = 0.0, np.inf
    sharpness = 1 / (float(squares.mean()) or 1.0)
    for _ in range(BISECTIONS):
        weights = np.exp(-sharpness * squares)
        weights /= weights.sum()
        entropy = -float((weights * np.log(np.maximum(weights, 1e-300))).sum())
        low, high = (sharpness, high) if entropy > np.log(perplexity) else (low, sharpness)
        sharpness = 2 * low if high == np.inf else (low + high) / 2
    return weights.astype(np.float32)


def _gain(gain: float, step: float, slope: float) -> float:
    """Go slower along an axis on which the last step went uphill, faster along one that still goes down."""
    return 0.8 * gain + 0.01 if step * slope > 0 else gain + 0.2


def _slope(x: float, y: float, pullers: np.ndarray, weights: np.ndarray, places: np.ndarray) -> tuple[float, float]:
    """Return how steep the loss is at a place: it is pulled by some (2, K) with weights, and kept off by all (2, N)."""
    across, up = x - pullers[0], y - pullers[1]
    pulls = weights / (1 + across * across + up * up)
    away, above = x - places[0], y - places[1]
    closeness = 1 / (1 + away * away + above * above)
    pushes, total = closeness * closeness, float(closeness.sum())
    return float(pulls @ across) - float(pushes @ away) / total, float(pulls @ up) - float(pushes @ above) / total
