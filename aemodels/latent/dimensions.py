"""What each number of a code carries, and which numbers carry nothing."""

from typing import NamedTuple

import numpy as np

ACTIVE = 0.01
"""A number is dead if its mean varies by no more than this over pictures.

Source: Burda, Grosse and Salakhutdinov 2016, Importance Weighted Autoencoders, section 5.3 (active units).
"""


class Dimensions(NamedTuple):
    """The numbers of a code, weighed.

    Attributes:
        carried: (D,) in nats or as a variance.
        dead: (D,) whether the number says nothing about the picture.
    """

    carried: np.ndarray
    dead: np.ndarray

    @property
    def order(self) -> list[int]:
        """Positions of the numbers, the one that carries most first, dead ones last."""
        return [int(place) for place in np.lexsort((-self.carried, self.dead))]


def by_kl(mean: np.ndarray, log_variance: np.ndarray) -> Dimensions:
    """Weigh the numbers of a code by their divergence from the prior, averaged over pictures.

    Args:
        mean: (N, D) of the posteriors.
        log_variance: (N, D), natural logarithm of their variance.

    Returns:
        Nats a picture for each number.

    Source:
        Kingma and Welling 2014, Auto-Encoding Variational Bayes, appendix B.
    """
    nats = 0.5 * (np.square(mean) + np.exp(log_variance) - 1 - log_variance).mean(0)
    return Dimensions(nats, mean.var(0) <= ACTIVE)


def by_spread(codes: np.ndarray) -> Dimensions:
    """Weigh the numbers of codes (N, D) by their variance over pictures."""
    variance = codes.var(0)
    return Dimensions(variance, variance <= ACTIVE)
