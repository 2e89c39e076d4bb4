"""Denoising again and again: a model's output goes back in as its next input."""

from typing import NamedTuple

import numpy as np

import aemodels

STEPS = 8


class Repetition(NamedTuple):
    """What became of a noisy picture, step by step.

    Attributes:
        name: Variant.
        pictures: (K + 1, 28, 28) in [0, 1]: the noisy picture, then the output of every step.
        errors: (K + 1,) mean squared error a pixel of each against the clean picture.
    """

    name: str
    pictures: np.ndarray
    errors: np.ndarray

    @property
    def best(self) -> int:
        """The step after which the error is smallest; 0 where the noisy picture was nearest."""
        return int(self.errors.argmin())


def repeat(name: str, clean: np.ndarray, noisy: np.ndarray, steps: int = STEPS) -> Repetition:
    """Send a noisy picture through a model, and every output again.

    Args:
        name: Variant.
        clean: (28, 28) in [0, 1], what is hoped for.
        noisy: (28, 28), where the walk begins; its noise may leave [0, 1].
        steps: K, how often the model is asked.

    Returns:
        The noisy picture and K outputs with their errors.

    Raises:
        BadInput: A picture has another shape or holds values that are not finite.
        BadCheckpoint: The model's checkpoint is missing or damaged.
    """
    pictures = [np.asarray(noisy, dtype=np.float32)]
    for _ in range(steps):
        pictures.append(aemodels.reconstruct(name, pictures[-1][None], bounded=False)[0])
    stacked = np.stack(pictures)
    return Repetition(name, stacked, np.square(stacked - clean).mean((1, 2)))
