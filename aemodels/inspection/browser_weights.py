"""A model's halves as plain layers, so that a browser can run them with a few lines of its own."""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from aemodels import inference
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS
from aemodels.networks.variational import VariationalAutoencoder

ACTIVATIONS = {nn.ReLU: "relu", nn.SELU: "selu", nn.SiLU: "silu", nn.Sigmoid: "sigmoid", nn.Tanh: "tanh"}
TRIALS = 8
CLOSE = 1e-4


class DenseLayer(NamedTuple):
    """One step of a chain: activation(weight · x + bias).

    Attributes:
        weight: (out, in) float16.
        bias: (out,) float32.
        activation: "none", "relu", "selu", "silu", "sigmoid" or "tanh".
    """

    weight: np.ndarray
    bias: np.ndarray
    activation: str


class Halves(NamedTuple):
    """A model's two halves; None for one that is more than a chain of fully connected layers.

    Attributes:
        encoder: From 784 pixels to the code; a variational one to the means, then the log variances.
        decoder: From the code to 784 pixels.
    """

    encoder: tuple[DenseLayer, ...] | None
    decoder: tuple[DenseLayer, ...] | None


def layers(name: str) -> Halves:
    """Return a trained model's halves as plain layers.

    The layers are found by watching what a picture passes through, and are kept only if they give what the model
    gives, so that a variant needs no word about it.

    Args:
        name: Variant.

    Returns:
        Halves with weights rounded to float16; shared between callers, so never change them.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    return _layers(cards.read(name).id)


@lru_cache(maxsize=16)
def _layers(model: ModelId) -> Halves:
    return halves_of(inference.load(model.name))


def halves_of(model: Autoencoder) -> Halves:
    """Write both halves of a model for pictures as plain layers, as `layers` does; any other model has none."""
    if math.prod(model.shape) != PIXELS:
        return Halves(None, None)
    pictures = torch.rand(TRIALS, PIXELS, generator=torch.Generator().manual_seed(0))
    codes = torch.randn(TRIALS, model.spec.code_size, generator=torch.Generator().manual_seed(0))
    return Halves(
        _chain(model, lambda flat: _encoded(model, flat.view(-1, 1, 28, 28)), pictures),
        _chain(model, lambda z: model.decode(z).flatten(1), codes),
    )


def _encoded(model: Autoencoder, x: Tensor) -> Tensor:
    if isinstance(model, VariationalAutoencoder):
        return torch.cat(model.posterior(x), 1)
    return model.encode(x)


@torch.inference_mode()
def _chain(model: nn.Module, function: Callable[[Tensor], Tensor], trial: Tensor) -> tuple[DenseLayer, ...] | None:
    """Write a function as a chain of layers; None if it is no such chain."""
    expected = function(trial)
    passed = _modules_passed(model, function, trial[:1])
    if any(type(module) is not nn.Linear and type(module) not in ACTIVATIONS for module in passed):
        return None
    steps = _dense(passed) if passed else [_affine(function, trial.shape[1])]
    for last in (steps[-1].activation, "sigmoid"):
        chain = (*steps[:-1], steps[-1]._replace(activation=last))
        if np.abs(run(chain, trial.numpy()) - expected.numpy()).max() < CLOSE * max(1.0, float(expected.abs().max())):
            return chain
    return None


def _modules_passed(model: nn.Module, function: Callable[[Tensor], Tensor], trial: Tensor) -> list[nn.Module]:
    passed: list[nn.Module] = []
    leaves = [module for module in model.modules() if not list(module.children()) and module is not model]
    hooks = [module.register_forward_hook(lambda module, *_: passed.append(module)) for module in leaves]
    function(trial)
    for hook in hooks:
        hook.remove()
    return [module for module in passed if not isinstance(module, nn.Flatten)]


def _dense(passed: list[nn.Module]) -> list[DenseLayer]:
    chain: list[DenseLayer] = []
    for module in passed:
        if isinstance(module, nn.Linear):
            weight = module.weight.half().numpy()
            bias = np.zeros(len(weight), np.float32) if module.bias is None else module.bias.numpy()
            chain.append(DenseLayer(weight, bias, "none"))
        elif chain:
            chain[-1] = chain[-1]._replace(activation=ACTIVATIONS[type(module)])
    return chain


def _affine(function: Callable[[Tensor], Tensor], size: int) -> DenseLayer:
    """Read a weight matrix off a function that is an affine map, if it is one at all."""
    bias = function(torch.zeros(1, size))[0]
    weight = (function(torch.eye(size)) - bias).T
    return DenseLayer(weight.contiguous().half().numpy(), bias.numpy(), "none")


def run(chain: tuple[DenseLayer, ...], values: np.ndarray) -> np.ndarray:
    """Run a chain, as the browser does it.

    Args:
        chain: As `layers` returns it.
        values: (N, in) float32.

    Returns:
        (N, out) float32.
    """
    flow = torch.from_numpy(values)
    functions = {name: kind() for kind, name in ACTIVATIONS.items()} | {"none": nn.Identity()}
    for weight, bias, activation in chain:
        flow = functions[activation](flow @ torch.from_numpy(weight).float().T + torch.from_numpy(bias))
    return flow.numpy()
