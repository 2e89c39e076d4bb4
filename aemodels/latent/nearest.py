"""The nearest of many known points, found by one matrix product."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np


class Nearest(NamedTuple):
    """The nearest known points, the nearest first.

    Attributes:
        positions: (N, K) rows of the known points.
        distances: (N, K) Euclidean.
    """

    positions: np.ndarray
    distances: np.ndarray


@dataclass(frozen=True)
class Known:
    """Points among which neighbours are looked for.

    Attributes:
        points: (M, P) float32: codes, or pictures as rows of pixels.
    """

    points: np.ndarray

    @cached_property
    def _squares(self) -> np.ndarray:
        return np.einsum("mp,mp->m", self.points, self.points)

    def nearest(self, queries: np.ndarray, count: int = 1) -> Nearest:
        """Find the nearest known points.

        Args:
            queries: (N, P).
            count: K, at most M.

        Returns:
            Their rows and distances; |q - p|² = |q|² - 2 q·p + |p|² orders them, the distances are computed anew.
        """
        order = self._squares - 2 * queries @ self.points.T  # (N, M); |q|² is the same for all and left out
        found = np.argpartition(order, count - 1, axis=1)[:, :count]
        distances = np.linalg.norm(self.points[found] - queries[:, None], axis=2)
        ranks = np.argsort(distances, axis=1)
        return Nearest(np.take_along_axis(found, ranks, 1), np.take_along_axis(distances, ranks, 1))
