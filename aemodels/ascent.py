"""The input that a unit of the code answers to most, found by gradient ascent on the pixels.

Source: Erhan et al. 2009, Visualizing Higher-Layer Features of a Deep Network, section on activation maximisation.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from aemodels import cards, inference
from aemodels.autoencoder import Autoencoder

STEPS = 40
STEP = 0.6
NORM = 9.0  # of a usual digit
STARTS = (0.1, 0.4, 0.7, 1.0)


class Favourites(NamedTuple):
    """The inputs that units of the code answer to most.

    Attributes:
        pictures: (U, 28, 28) in [0, 1], of norm 9 at most.
        before: (U,) code numbers of the noise that the search began with.
        after: (U,) code numbers of the pictures.
    """

    pictures: np.ndarray
    before: np.ndarray
    after: np.ndarray


def favourites(name: str, units: tuple[int, ...], seed: int = 0) -> Favourites:
    """Search for the pictures that units of the code answer to most, by gradient ascent from faint noise.

    A picture stays in [0, 1] and its norm stays at most that of a usual digit: with more ink any answer would grow. A
    unit that the noise leaves silent, without a slope to climb, gets ever stronger noise to begin with.

    Args:
        name: Variant.
        units: U places in the code.
        seed: Of the noise.

    Returns:
        Favourites; a unit that stays silent keeps its noise.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    return _favourites(name, cards.read(name)["digest"], tuple(units), seed)


@lru_cache(maxsize=32)
def _favourites(name: str, _digest: str, units: tuple[int, ...], seed: int) -> Favourites:
    model = inference.load(name)
    noise = torch.rand(len(units), *model.shape, generator=torch.Generator().manual_seed(seed))
    places = torch.tensor(units)
    pictures, before, after = STARTS[0] * noise, torch.zeros(len(units)), torch.zeros(len(units))
    left = torch.arange(len(units))
    for strength in STARTS:
        pictures[left], before[left], after[left] = _climb(model, places[left], _bounded(strength * noise[left]))
        left = left[after[left] <= before[left]]
        if not len(left):
            break
    return Favourites(pictures[:, 0].numpy(), before.numpy(), after.numpy())


def _climb(model: Autoencoder, units: Tensor, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Take all steps from pictures x (U, 1, 28, 28), one a unit; gives pictures and the first and last answers (U,)."""
    rows = torch.arange(len(units))
    with torch.no_grad():
        first = model.encode(x)[rows, units]
    for _ in range(STEPS):
        x.requires_grad_(True)
        (slope,) = torch.autograd.grad(model.encode(x)[rows, units].sum(), x)
        x = _bounded(x.detach() + STEP * slope / _norm(slope))
    with torch.no_grad():
        return x, first, model.encode(x)[rows, units]


def _bounded(x: Tensor) -> Tensor:
    """Bring pictures back into [0, 1] and within the norm."""
    inside = x.clamp(0, 1)
    return inside * (NORM / _norm(inside)).clamp(max=1)


def _norm(x: Tensor) -> Tensor:
    return x.flatten(1).norm(dim=1).clamp(min=1e-12).view(-1, 1, 1, 1)
