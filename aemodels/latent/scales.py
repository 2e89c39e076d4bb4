"""What codes look like: scales that test images set, so that one code can be read against many."""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np

USUAL = (1.0, 99.0)
WHOLE_PLANE = (0.2, 99.8)
FARTHEST_QUANTILE = 8.0  # sigma; beyond it a float64 cannot tell a share of the normal from 1


class Scale(NamedTuple):
    """The range that code numbers usually take, always with zero in it.

    Attributes:
        low: At most 0.
        high: At least 0, above `low`.
    """

    low: float
    high: float

    @property
    def zero(self) -> float:
        """Where zero lies, as a share of the way from `high` down to `low`."""
        return self.high / (self.high - self.low)

    def shares(self, code: np.ndarray) -> np.ndarray:
        """Express code numbers as shares of `high` (above zero) or of `low` (below, negative)."""
        below = code / max(-self.low, 1e-6)
        return np.where(code < 0, below, code / max(self.high, 1e-6)).astype(np.float32)


def usual_scale(codes: np.ndarray) -> Scale:
    """Find the range of nearly all numbers in codes (N, D)."""
    low, high = np.percentile(codes, USUAL)
    return Scale(min(float(low), 0.0), max(float(high), 1e-3))


class Plane(NamedTuple):
    """A window on two-number codes.

    Attributes:
        low: (2,) its lower left corner.
        high: (2,) its upper right corner.
    """

    low: np.ndarray
    high: np.ndarray

    def shares(self, codes: np.ndarray) -> np.ndarray:
        """Place codes (..., 2) in the window: 0 at its left or bottom edge, 1 at the other; cut off outside."""
        return np.clip((codes - self.low) / (self.high - self.low), 0, 1).astype(np.float32)


def plane(codes: np.ndarray) -> Plane:
    """Find the window that shows nearly all two-number codes (N, 2)."""
    low, high = np.percentile(codes, WHOLE_PLANE, axis=0)
    return Plane(low.astype(np.float32), high.astype(np.float32))


def ticks(count: int, scale: float, by_quantiles: bool = False) -> np.ndarray:
    """Choose the values at which a dimension of the code is decoded for a picture of the manifold.

    Args:
        count: At least 2.
        scale: The last value; the first is its negative. By quantiles 8 at most.
        by_quantiles: Whether each stands for an equal share of the standard normal between the two ends, so that
            they crowd where codes do.

    Returns:
        (count,) float32, rising.
    """
    if not by_quantiles:
        return np.linspace(-scale, scale, count, dtype=np.float32)
    normal, end = NormalDist(), min(scale, FARTHEST_QUANTILE)
    shares = np.linspace(normal.cdf(-end), normal.cdf(end), count)
    return np.array([normal.inv_cdf(share) for share in shares], np.float32)


def lattice(values: np.ndarray) -> np.ndarray:
    """Pair values (n,) into codes (n * n, 2) as a picture shows them: the first row has the largest second number."""
    columns, rows = np.meshgrid(values, values[::-1])
    return np.column_stack([columns.ravel(), rows.ravel()]).astype(np.float32)


def typical(codes: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Find for each class the code that lies nearest to the middle of its class.

    Args:
        codes: (N, D).
        labels: (N,), 0 to C - 1, each at least once.

    Returns:
        (C, D): codes of real pictures, in the order of the labels.
    """
    nearest = []
    for label in range(int(labels.max()) + 1):
        own = codes[labels == label]
        nearest.append(own[np.square(own - np.median(own, axis=0)).sum(1).argmin()])
    return np.stack(nearest)
