"""A cloud of points in space that lies near a tilted plane: data small enough to be learnt while one looks on.

Source: Géron, Hands-on Machine Learning, chapter on autoencoders: an arc in the plane, lifted into space, with noise.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

SIZES = {"train": 600, "validation": 200, "test": 200}
NOISE = 0.1
LIFT = (0.1, 0.3)
SEED = 4


@dataclass(frozen=True)
class Points:
    """Points in space.

    Attributes:
        points: (N, 3) float32; every axis has mean 0 over the training points.
    """

    points: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """Points have no classes: (N,) zeros."""
        return np.zeros(len(self.points), np.int64)

    def tensor(self) -> Tensor:
        """Return them as a tensor (N, 3)."""
        return torch.from_numpy(self.points)

    def first(self, count: int) -> "Points":
        """Return the first ones."""
        return Points(self.points[:count])


@dataclass(frozen=True)
class Cloud:
    """The cloud in its three splits."""

    train: Points
    validation: Points
    test: Points
    name: str = "cloud"


@lru_cache(maxsize=1)
def load() -> Cloud:
    """Draw the cloud: 600 points to train, 200 to choose, 200 to report; the same ones at every call."""
    points = draw(sum(SIZES.values()), SEED)
    points -= points[: SIZES["train"]].mean(0)
    train, validation, test = np.split(points, np.cumsum(list(SIZES.values()))[:-1])
    return Cloud(Points(train), Points(validation), Points(test))


def draw(count: int, seed: int) -> np.ndarray:
    """Draw points along an arc of a plane, with noise in all three directions.

    Args:
        count: N.
        seed: Of angles and noise.

    Returns:
        (N, 3) float32.
    """
    generator = np.random.default_rng(seed)
    angle = generator.uniform(-0.5, 1.5 * np.pi - 0.5, count)
    noise = NOISE * generator.standard_normal((3, count))
    across = np.cos(angle) + np.sin(angle) / 2 + noise[0] / 2
    along = 0.7 * np.sin(angle) + noise[1] / 2
    return np.stack([across, along, LIFT[0] * across + LIFT[1] * along + noise[2]], 1).astype(np.float32)
