"""What single units see: their weights as pictures, their answers to a picture, what is lost when they are off."""

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from aemodels import inference
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.checkpoints.weights import load
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS

SIDE = 28
REPLACES_MAPS = (nn.ReLU, nn.SELU, nn.SiLU, nn.Tanh, nn.Sigmoid)
KINDS = {"Conv2d": "convolution", "ConvTranspose2d": "transposed convolution", "MaxPool2d": "pooling"}
KINDS |= {"Upsample": "doubling", "Unflatten": "maps made of the code"}
_one_at_a_time = threading.Lock()


class FeatureMaps(NamedTuple):
    """What one layer makes of a picture.

    Attributes:
        layer: What kind of layer it is, in words.
        part: "encoder" or "decoder".
        maps: (C, H, W) float32, after the layer's activation.
    """

    layer: str
    part: str
    maps: np.ndarray


def first_layer(name: str) -> np.ndarray | None:
    """Return the weights of a model's first layer as pictures, where that layer sees all pixels at once.

    Args:
        name: Variant.

    Returns:
        (U, 28, 28), a picture for each unit; None for a model that begins otherwise.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    layer = _first(inference.load(name))
    if not isinstance(layer, nn.Linear) or layer.in_features != PIXELS:
        return None
    return layer.weight.numpy().reshape(-1, SIDE, SIDE).copy()


def filters(name: str) -> np.ndarray | None:
    """Return the filters of a model's first layer, (C, h, w); None for a model that does not begin with a convolution.

    Raises:
        UnknownVariant, BadCheckpoint: As in `first_layer`.
    """
    layer = _first(inference.load(name))
    return layer.weight[:, 0].numpy().copy() if isinstance(layer, nn.Conv2d) else None


def feature_maps(name: str, image: np.ndarray) -> list[FeatureMaps]:
    """Return what every layer with maps makes of a picture, in the order in which it passes through them.

    Args:
        name: Variant.
        image: (28, 28) in [0, 1].

    Returns:
        Maps from the encoder's first to the decoder's last layer; an empty list for a model without such layers.

    Raises:
        UnknownVariant, BadCheckpoint: As in `first_layer`.
    """
    model = _own_copy(cards.read(name).id)
    x = torch.from_numpy(np.asarray(image, np.float32)).view(1, *model.shape)
    with _one_at_a_time, torch.inference_mode():
        inward, z = _watched(model, "encoder", model.encode, x)
        outward, _ = _watched(model, "decoder", model.decode, z)
    return inward + outward


@lru_cache(maxsize=4)
def _own_copy(model: ModelId) -> Autoencoder:
    """Load a model for nobody else, so that its layers may be watched."""
    return load(model.name)


def _watched(
    model: Autoencoder, part: str, half: Callable[[Tensor], Tensor], given: Tensor
) -> tuple[list[FeatureMaps], Tensor]:
    layers: list[FeatureMaps] = []

    def note(module: nn.Module, _inputs, output: Tensor) -> None:
        if output.ndim != 4:
            return
        maps = output[0].numpy()
        if isinstance(module, REPLACES_MAPS) and layers and layers[-1].maps.shape == maps.shape:
            layers[-1] = layers[-1]._replace(maps=maps)
        else:
            layers.append(FeatureMaps(KINDS.get(type(module).__name__, type(module).__name__), part, maps))

    hooks = [module.register_forward_hook(note) for module in model.modules() if _is_leaf(module)]
    try:
        return layers, half(given)
    finally:
        for hook in hooks:
            hook.remove()


def without_units(name: str, code: np.ndarray, units: list[int], instead: np.ndarray) -> np.ndarray:
    """Decode a code of which some units are switched off.

    Args:
        name: Variant.
        code: (D,).
        units: Places in the code.
        instead: (D,) what the units say when they are off.

    Returns:
        (28, 28) reconstruction.

    Raises:
        UnknownVariant, BadCheckpoint: As in `first_layer`.
    """
    changed = np.array(code, np.float32)
    changed[units] = instead[units]
    return inference.decode(name, changed[None])[0]


def _first(model: Autoencoder) -> nn.Module:
    return next((module for module in model.modules() if _is_leaf(module)), model)


def _is_leaf(module: nn.Module) -> bool:
    return not isinstance(module, Autoencoder) and not list(module.children())
