"""The nearest of many known points, found by matrix products, and what they say of a point's class."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

CHUNK = 500
SHORT = 128
"""Numbers that stand for a long point while those that may be the nearest are looked for."""
MEASURED_ON = 2000
"""Points from which the directions of these numbers are taken."""
ROUNDING = 1e-4
"""Of a float32 square, relative to it, and more: what is nearest must not fall to it."""


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
        points: (M, P) float32, float64 where near ties matter, or bytes: codes, places, or pictures as rows of pixels.
    """

    points: np.ndarray

    @cached_property
    def _squares(self) -> np.ndarray:
        return np.einsum("mp,mp->m", self.points, self.points, dtype=self._exact)

    @property
    def _exact(self) -> np.dtype:
        """What sums of squares are computed in."""
        return np.result_type(self.points, np.float32)

    def nearest(self, queries: np.ndarray, count: int = 1) -> Nearest:
        """Return the nearest known points.

        Args:
            queries: (N, P), no bytes.
            count: K, at most M.

        Returns:
            Their rows and distances; |q - p|² = |q|² - 2 q·p + |p|² orders them, the distances are computed anew.
        """
        starts = range(0, max(len(queries), 1), CHUNK)
        return _joined([self._of(queries[start : start + CHUNK], count) for start in starts])

    def others(self, count: int) -> Nearest:
        """Return the nearest other points of every known point, no bytes, as `nearest` does; `count` is below M."""
        starts = range(0, len(self.points), CHUNK)
        return _joined([self._of(self.points[start : start + CHUNK], count, start) for start in starts])

    def nearest_of_long(self, queries: np.ndarray) -> Nearest:
        """Return the one nearest known point of each query, as `nearest` does; several times as fast for pictures.

        What two points differ by along a few orthonormal directions is at most their distance. So a point that lies
        farther away even there than some other point really does cannot be the nearest.

        Args:
            queries: (N, P), P above `SHORT`.
        """
        axes, short, squares = self._shadows
        along = queries @ axes
        bounds = squares - 2 * along @ short.T  # (N, M), short of |q|² along the directions
        own = np.square(along).sum(1)
        found = [self._among(query, bound + less) for query, bound, less in zip(queries, bounds, own, strict=True)]
        rows, distances = zip(*found, strict=True)
        return Nearest(np.array(rows)[:, None], np.array(distances)[:, None])

    def _among(self, query: np.ndarray, bounds: np.ndarray) -> tuple[int, float]:
        """Return the row of the point nearest to a query (P,) and its distance, given lower bounds of squares (M,)."""
        first = self.points[bounds.argmin()] - query
        rows = np.flatnonzero(bounds <= first @ first + ROUNDING * (1 + query @ query))
        apart = self.points[rows] - query
        squares = np.einsum("rp,rp->r", apart, apart)
        best = squares.argmin()
        return int(rows[best]), float(np.sqrt(squares[best]))

    @cached_property
    def _shadows(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The directions (P, S) along which points differ most, the points there (M, S), their squares (M,)."""
        some = self.points[:: max(1, len(self.points) // MEASURED_ON)].astype(self._exact)
        axes = np.linalg.eigh(some.T @ some)[1][:, -SHORT:].astype(np.float32)
        short = self.points @ axes
        return axes, short, np.einsum("ms,ms->m", short, short)

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
