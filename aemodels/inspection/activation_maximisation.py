"""The input that a unit of the code answers to most, found by gradient ascent on the pixels.

Source: Erhan et al. 2009, Visualizing Higher-Layer Features of a Deep Network, section on activation maximisation.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from aemodels import inference
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.networks.autoencoder import Autoencoder

STEPS = 40
STEP = 1.2
NORM = 9.0  # of a usual digit
NOISE = 0.1


class Favourites(NamedTuple):
    """The inputs that units of the code answer to most.

    Attributes:
        pictures: (U, 28, 28) in [0, 1], of norm 9 at most.
        before: (U,) code numbers of what the search began with.
        after: (U,) code numbers of the pictures.
    """

    pictures: np.ndarray
    before: np.ndarray
    after: np.ndarray


def favourites(name: str, units: tuple[int, ...], seed: int = 0) -> Favourites:
    """Search for the pictures that units of the code answer to most, by gradient ascent from faint noise.

    A picture stays in [0, 1] and its norm stays at most that of a usual digit: with more ink any answer would grow. A
    unit that says less in the end than to one of ten digits was led to a lower hill, or found no slope at all: for it
    the search begins again, with that digit.

    Args:
        name: Variant.
        units: U places in the code.
        seed: Of the noise.

    Returns:
        Favourites; a unit that nothing wakes keeps what the search began with.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    return _favourites(cards.read(name).id, tuple(units), seed)


@lru_cache(maxsize=32)
def _favourites(identity: ModelId, units: tuple[int, ...], seed: int) -> Favourites:
    model = inference.load(identity.name)
    places = torch.tensor(units)
    noise = torch.rand(len(units), *model.shape, generator=torch.Generator().manual_seed(seed))
    pictures, before, after = _climb(model, places, NOISE * noise)
    digits = _bounded(model.golden_input())
    with torch.no_grad():
        most, which = model.encode(digits)[:, places].max(0)
    again = torch.nonzero(after < most)[:, 0]
    if len(again):
        higher = _climb(model, places[again], digits[which[again]])
        better = higher[2] > after[again]
        for kept, higher_one in zip((pictures, before, after), higher, strict=True):
            kept[again[better]] = higher_one[better]
    return Favourites(pictures[:, 0].numpy(), before.numpy(), after.numpy())


def _climb(model: Autoencoder, units: Tensor, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Take all steps, ever shorter ones, from pictures x (U, 1, 28, 28), one a unit.

    Returns:
        Pictures, and the first and the last answers (U,).
    """
    rows = torch.arange(len(units))
    with torch.no_grad():
        first = model.encode(x)[rows, units]
    for step in range(STEPS):
        x.requires_grad_(True)
        (slope,) = torch.autograd.grad(model.encode(x)[rows, units].sum(), x)
        x = _bounded(x.detach() + STEP * (1 - step / STEPS) * slope / _norm(slope))
    with torch.no_grad():
        return x, first, model.encode(x)[rows, units]


def _bounded(x: Tensor) -> Tensor:
    """Bring pictures back into [0, 1] and within the norm."""
    inside = x.clamp(0, 1)
    return inside * (NORM / _norm(inside)).clamp(max=1)


def _norm(x: Tensor) -> Tensor:
    return x.flatten(1).norm(dim=1).clamp(min=1e-12).view(-1, 1, 1, 1)
