"""Where a model's feature maps come by in the chains of layers that a browser runs."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.inspection import browser_weights, units
from aemodels.inspection.browser_weights import Chain

CLOSE = 1e-2
KEPT = 48


class Place(NamedTuple):
    """Where maps come by.

    Attributes:
        half: "encoder" or "decoder".
        step: Layer of that half's chain that puts the maps out, counted from 0.
    """

    half: str
    step: int


def places(name: str) -> tuple[Place | None, ...]:
    """Return for each of the maps of `units.feature_maps` where it comes by; None where no layer puts it out.

    Args:
        name: Variant.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    return _places(cards.read(name).id)


@lru_cache(maxsize=KEPT)
@torch.inference_mode()
def _places(model: ModelId) -> tuple[Place | None, ...]:
    halves = browser_weights.layers(model.name)
    image = torch.rand(1, units.SIDE**2, generator=torch.Generator().manual_seed(0))
    maps = units.feature_maps(model.name, image.view(units.SIDE, units.SIDE).numpy())
    if halves.encoder is None or halves.decoder is None:
        return (None,) * len(maps)
    inward = _results(halves.encoder, image)
    code = inward[-1][:, : cards.read(model.name).spec.code_size]
    results = {"encoder": inward, "decoder": _results(halves.decoder, code)}
    return tuple(_place(layer.maps.ravel(), layer.part, results[layer.part]) for layer in maps)


def _results(chain: Chain, values: Tensor) -> list[Tensor]:
    """Return what each layer of a chain puts out, (1, size) each."""
    results = [values]
    for layer in chain:
        results.append(layer.apply(results[-1]))
    return results[1:]


def _place(maps: np.ndarray, half: str, results: list[Tensor]) -> Place | None:
    """Return the last layer of a half that puts out these numbers, but for rounded weights."""
    near = CLOSE * max(1.0, float(np.abs(maps).max()))
    for step, result in reversed(list(enumerate(results))):
        if result.numel() == maps.size and np.abs(result.numpy().ravel() - maps).max() < near:
            return Place(half, step)
    return None
