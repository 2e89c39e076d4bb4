"""A model's halves as plain layers, so that a browser can run them with modules of its own."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from aemodels import inference
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.inspection.browser_layers import Layer
from aemodels.inspection.browser_trace import NoLayer, trace
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS
from aemodels.networks.variational import VariationalAutoencoder

TRIALS = 8
CLOSE = 1e-3
KEPT = 1  # whoever asks for one half asks for the other next

Chain = tuple[Layer, ...]


class Halves(NamedTuple):
    """A model's two halves; None for one that a browser cannot run.

    Attributes:
        encoder: From 784 pixels to the code; a variational one to the means, then the log variances.
        decoder: From the code to 784 pixels.
    """

    encoder: Chain | None
    decoder: Chain | None


def layers(name: str) -> Halves:
    """Return a trained model's halves as plain layers.

    The layers are found by following what the model computes, and are kept only if they give what the model gives, so
    that a variant needs no word about it.

    Args:
        name: Variant.

    Returns:
        Halves with weights rounded to float16; shared between callers, so never change them.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    return _layers(cards.read(name).id)


@lru_cache(maxsize=KEPT)
def _layers(model: ModelId) -> Halves:
    return halves_of(inference.load(model.name))


def halves_of(model: Autoencoder) -> Halves:
    """Write both halves of a model for pictures as plain layers, as `layers` does; any other model has none."""
    if math.prod(model.shape) != PIXELS:
        return Halves(None, None)
    pictures = torch.rand(TRIALS, PIXELS, generator=torch.Generator().manual_seed(0))
    codes = torch.randn(TRIALS, model.spec.code_size, generator=torch.Generator().manual_seed(0))
    return Halves(
        _chain(lambda flat: _encoded(model, flat.view(-1, 1, 28, 28)), pictures),
        _chain(lambda z: model.decode(z).flatten(1), codes),
    )


def _encoded(model: Autoencoder, x: Tensor) -> Tensor:
    if isinstance(model, VariationalAutoencoder):
        return torch.cat(model.posterior(x), 1)
    return model.encode(x)


@torch.inference_mode()
def _chain(function: Callable[[Tensor], Tensor], trial: Tensor) -> Chain | None:
    """Write a function as a chain of layers; None if the browser has not all of them."""
    expected = function(trial)
    try:
        chain = tuple(trace(function, trial[:1]))
    except NoLayer:
        return None
    away = np.abs(run(chain, trial.numpy()) - expected.numpy()).max()
    return chain if away < CLOSE * max(1.0, float(expected.abs().max())) else None


@torch.inference_mode()
def run(chain: Chain, values: np.ndarray) -> np.ndarray:
    """Run a chain, as the browser does it.

    Args:
        chain: As `layers` returns it.
        values: (N, in) float32.

    Returns:
        (N, out) float32.
    """
    flow = torch.from_numpy(values)
    for layer in chain:
        flow = layer.apply(flow)
    return flow.numpy()
