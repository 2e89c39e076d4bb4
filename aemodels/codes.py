"""What codes look like: scales that test images set, so that one code can be read against many."""

from typing import NamedTuple

import numpy as np

USUAL = (1.0, 99.0)
WHOLE_PLANE = (0.2, 99.8)


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
