"""The reconstruction error as a sign of anomalies: where the threshold stands, and what it flags.

A model rebuilds badly what is unlike its training pictures. A threshold on the error makes an alarm of that: it
flags a chosen share of ordinary test pictures, and, one hopes, most anomalies.
"""

from typing import NamedTuple

import numpy as np


class Roc(NamedTuple):
    """What an alarm does at every threshold, the strictest first.

    Attributes:
        false_alarms: (T,) shares of the ordinary pictures that are flagged, 0 to 1, rising.
        found: (T,) shares of the odd pictures that are flagged, 0 to 1, rising.
    """

    false_alarms: np.ndarray
    found: np.ndarray

    @property
    def area(self) -> float:
        """Chance that an odd picture has a larger error than an ordinary one: 1 is perfect, 0.5 a tossed coin."""
        return float(np.trapezoid(self.found, self.false_alarms))

    def thinned(self, points: int) -> "Roc":
        """Keep points at equal steps along the curve, its ends among them."""
        length = self.false_alarms + self.found
        steps = np.linspace(0, 2, points)
        return Roc(np.interp(steps, length, self.false_alarms), np.interp(steps, length, self.found))


def roc(ordinary: np.ndarray, odd: np.ndarray) -> Roc:
    """Try every threshold on errors.

    Args:
        ordinary: (N,) errors of ordinary pictures.
        odd: (M,) errors of odd ones.

    Returns:
        Shares of both at or above each error that occurs, from none to all.
    """
    thresholds = np.unique(np.concatenate([ordinary, odd]))[::-1]
    shares = [1 - np.searchsorted(np.sort(errors), thresholds) / len(errors) for errors in (ordinary, odd)]
    return Roc(*(np.concatenate([[0.0], share]) for share in shares))


def threshold(errors: np.ndarray, rate: float) -> float:
    """Return the error above which at most a share of pictures lies.

    Args:
        errors: (N,) of ordinary pictures.
        rate: Share of false alarms that is put up with, 0 to 1.
    """
    return float(np.quantile(errors, 1 - rate, method="higher"))


def share_below(errors: np.ndarray, error: float) -> float:
    """Return the share of pictures with a smaller error, 0 to 1."""
    return float((errors < error).mean())
