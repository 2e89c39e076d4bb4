"""Where a new code lands on a finished map: quickly while the hand still draws, exactly when it rests."""

from typing import NamedTuple

import numpy as np

from aemodels.latent import pca
from aemodels.latent.nearest import Known

PERPLEXITY = 30
VOTERS = 10
MOST_NUMBERS = 50
SEED = 0


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
    """A finished map of t-SNE onto which further codes can be put without moving those that are there."""

    def __init__(self, codes: np.ndarray, places: np.ndarray):
        """Get the map ready, in a second or two.

        Args:
            codes: (N, D) that are on the map.
            places: (N, 2) of these.
        """
        import openTSNE
        from openTSNE.affinity import PerplexityBasedNN

        self._axes = axes(codes)
        affinities = PerplexityBasedNN(self._axes.along(codes), PERPLEXITY, method="exact", n_jobs=1, random_state=SEED)
        self._map = openTSNE.TSNEEmbedding(
            places.astype(np.float64), affinities, negative_gradient_method="fft", n_jobs=1, random_state=SEED
        )
        self._map.prepare_interpolation_grid()

    def settle(self, codes: np.ndarray) -> np.ndarray:
        """Return where t-SNE puts codes (M, D) on the map: (M, 2) float32; in some milliseconds for one.

        Source:
            Poličar, Stražar and Zupan, "Embedding to reference t-SNE space addresses batch effects in single-cell
            classification", Machine Learning 2021.
        """
        return np.asarray(self._map.transform(self._axes.along(codes)), np.float32)
