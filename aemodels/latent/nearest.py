"""The nearest of many known points, found by matrix products, and what they say of a point's class."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

CHUNK = 500


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
        points: (M, P) float32, or float64 where near ties matter: codes, places, or pictures as rows of pixels.
    """

    points: np.ndarray

    @cached_property
    def _squares(self) -> np.ndarray:
        return np.einsum("mp,mp->m", self.points, self.points)

    def nearest(self, queries: np.ndarray, count: int = 1) -> Nearest:
        """Return the nearest known points.

        Args:
            queries: (N, P).
            count: K, at most M.

        Returns:
            Their rows and distances; |q - p|² = |q|² - 2 q·p + |p|² orders them, the distances are computed anew.
        """
        starts = range(0, max(len(queries), 1), CHUNK)
        return _joined([self._of(queries[start : start + CHUNK], count) for start in starts])

    def others(self, count: int) -> Nearest:
        """Return the nearest other points of every known point, as `nearest` does; `count` is below M."""
        starts = range(0, len(self.points), CHUNK)
        return _joined([self._of(self.points[start : start + CHUNK], count, start) for start in starts])

    def _of(self, queries: np.ndarray, count: int, own: int | None = None) -> Nearest:
        """Find the nearest points of a chunk; where the queries are known points from row `own` on, but themselves."""
        order = self._squares - 2 * queries @ self.points.T  # (N, M); |q|² is the same for all and left out
        if own is not None:
            rows = np.arange(len(queries))
            order[rows, own + rows] = np.inf
        rows = order.argmin(1)[:, None] if count == 1 else np.argpartition(order, count - 1, axis=1)[:, :count]
        distances = np.linalg.norm(self.points[rows] - queries[:, None], axis=2)
        ranks = np.argsort(distances, axis=1)
        return Nearest(np.take_along_axis(rows, ranks, 1), np.take_along_axis(distances, ranks, 1))


def _joined(chunks: list[Nearest]) -> Nearest:
    positions, distances = zip(*chunks, strict=True)
    return Nearest(np.concatenate(positions), np.concatenate(distances))


def majority(labels: np.ndarray) -> np.ndarray:
    """Return the commonest of the labels (N, K) in every row, (N,) int64; of equally common ones the smallest."""
    votes = np.stack([(labels == label).sum(1) for label in range(int(labels.max()) + 1)], 1)  # (N, C)
    return votes.argmax(1)
