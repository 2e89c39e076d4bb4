"""Codes drawn by chance: from the prior, around one class, or by guesswork where there is no prior.

The random numbers depend on the seed alone. Whoever changes the temperature moves the same codes further out or in.
"""

from typing import NamedTuple

import numpy as np


class Usual(NamedTuple):
    """How large code numbers usually are.

    Attributes:
        mean: Of all numbers of many codes.
        deviation: Their standard deviation.
    """

    mean: float
    deviation: float


def prior(count: int, size: int, temperature: float, seed: int) -> np.ndarray:
    """Draw codes from the normal distribution that a variational model was trained to fill.

    Args:
        count: N.
        size: D, numbers in a code.
        temperature: Standard deviation of every number; 1 is the prior itself.
        seed: Of the codes.

    Returns:
        (N, D) float32.
    """
    return (temperature * _epsilon(count, size, seed)).astype(np.float32)


def around(codes: np.ndarray, count: int, temperature: float, seed: int) -> np.ndarray:
    """Draw codes from the normal distribution with the mean and the covariance of given codes.

    Args:
        codes: (M, D) of pictures of one class, M at least 2.
        count: N.
        temperature: Factor of the deviation from the mean; 0 gives the mean N times.
        seed: Of the codes.

    Returns:
        (N, D) float32.
    """
    variances, axes = np.linalg.eigh(np.cov(codes, rowvar=False).reshape(codes.shape[1], -1))
    spread = axes * np.sqrt(np.clip(variances, 0, None))  # (D, D): principal axes as columns, one deviation long
    epsilon = _epsilon(count, codes.shape[1], seed)
    return (codes.mean(0) + temperature * epsilon @ spread.T).astype(np.float32)


def usual(codes: np.ndarray) -> Usual:
    """Measure all numbers of codes (M, D) together."""
    return Usual(float(codes.mean()), float(codes.std()))


def guesswork(codes: np.ndarray, count: int, temperature: float, seed: int) -> np.ndarray:
    """Draw codes of the usual size for a model that was never told where its codes should lie.

    Args:
        codes: (M, D) of test pictures: their mean and standard deviation, over all numbers, set the size.
        count: N.
        temperature: Factor of the standard deviation.
        seed: Of the codes.

    Returns:
        (N, D) float32, every number drawn on its own from the same normal distribution.
    """
    mean, deviation = usual(codes)
    return (mean + temperature * deviation * _epsilon(count, codes.shape[1], seed)).astype(np.float32)


def _epsilon(count: int, size: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((count, size))
