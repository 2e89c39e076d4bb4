"""What an input passes through on its way through a model."""

import torch

from aemodels.checkpoints.card import Half, Layer
from aemodels.inspection import browser_weights
from aemodels.networks.autoencoder import Autoencoder

HALVES: tuple[Half, ...] = ("encoder", "decoder")


@torch.inference_mode()
def layers(model: Autoencoder) -> tuple[Layer, ...]:
    """List what an input passes through: every module with weights of its own, and everything that changes the shape.

    Returns:
        They in order.
    """
    passed: list[Layer] = []
    part = "encoder"

    def note(module, _given, result):
        shape = tuple((result[0] if isinstance(result, tuple) else result).shape[1:])
        weights = sum(parameter.numel() for parameter in module.parameters(recurse=False))
        if weights or not passed or shape != passed[-1].shape:
            passed.append(Layer(part, type(module).__name__, shape, weights))

    leaves = [module for module in model.modules() if not list(module.children()) and module is not model]
    hooks = [module.register_forward_hook(note) for module in leaves]
    code = model.encode(model.embed(model.example(1)))
    part = "decoder"
    model.decode(code)
    for hook in hooks:
        hook.remove()
    return tuple(passed)


def halves_for_browsers(model: Autoencoder) -> tuple[Half, ...]:
    """Return which halves of a model a browser can run."""
    halves = browser_weights.halves_of(model)
    return tuple(half for half in HALVES if getattr(halves, half) is not None)
