"""The nearest of many known points, found by matrix products, and what they say of a point's class."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

CHUNK = 500
SHORT = 80
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
        axes, shadows = self._shadows
        along = queries @ axes
        bounds = np.concatenate([along, np.ones((len(along), 1), along.dtype)], 1) @ shadows  # (N, M), without |q|²
        first = self.points[bounds.argmin(1)] - queries
        rounding = ROUNDING * (1 + np.einsum("np,np->n", queries, queries))
        limits = np.einsum("np,np->n", first, first) - np.square(along).sum(1) + rounding
        limits = np.maximum(limits, bounds.min(1))
        of, rows = np.divmod(np.flatnonzero(bounds <= limits[:, None]), len(self.points))  # at least one of each query
        squares = self._apart(rows, queries, of)
        begins = np.searchsorted(of, np.arange(len(queries)))
        least = np.minimum.reduceat(squares, begins)
        hits = np.flatnonzero(squares == least[of])
        winners = hits[np.searchsorted(of[hits], np.arange(len(queries)))]
        return Nearest(rows[winners][:, None], np.sqrt(least)[:, None])

    def _apart(self, rows: np.ndarray, queries: np.ndarray, of: np.ndarray) -> np.ndarray:
        """Return the squared distances of known points to queries, one pair after the other."""
        squares = np.empty(len(rows), self._exact)
        for start in range(0, len(rows), CHUNK):
            part = slice(start, start + CHUNK)
            apart = self.points[rows[part]] - queries[of[part]]
            squares[part] = np.einsum("rp,rp->r", apart, apart)
        return squares

    @cached_property
    def _shadows(self) -> tuple[np.ndarray, np.ndarray]:
        """The directions (P, S) along which points differ most, and -2 and the squares of the points there (S+1, M)."""
        some = self.points[:: max(1, len(self.points) // MEASURED_ON)].astype(self._exact)
        axes = np.linalg.eigh(some.T @ some)[1][:, -SHORT:].astype(np.float32)
        short = self.points @ axes
        return axes, np.concatenate([-2 * short.T, np.einsum("ms,ms->m", short, short)[None]])

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
