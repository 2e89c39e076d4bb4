"""Encoders that learn from pictures without labels, and what they and PCA make of a picture: its views."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import nn

from aemodels import registry
from aemodels.baselines.linear import principal_components
from aemodels.datasets import Dataset
from aemodels.experiments.classifiers import through
from aemodels.experiments.denoising_network import DENOISING, Denoising
from aemodels.training import loop

View = Callable[[np.ndarray], np.ndarray]

COMPONENTS = 30


def pretrain(data: Dataset, epochs: int, state_folder: Path) -> dict[str, nn.Sequential]:
    """Train both autoencoders on all training images, without labels, and keep their encoders.

    Args:
        data: Data set.
        epochs: Passes over its training images.
        state_folder: Where the state of an unfinished training is kept meanwhile.

    Returns:
        "denoising", (B, 784) to (B, 64), and "plain", (B, 784) to (B, 30).
    """
    plain = registry.variant("stacked")
    x, x_validation = (torch.from_numpy(split.images)[:, None] for split in (data.train, data.validation))
    encoders = {}
    for name, network, spec in (("denoising", Denoising, DENOISING), ("plain", plain.network, plain.spec)):
        recipe = replace(spec.recipe, epochs=epochs)
        torch.manual_seed(recipe.seed)
        model = network(replace(spec, data=data.name, recipe=recipe))
        state_file = state_folder / f"{data.name}_{name}.pt"
        loop.fit(model, x, x_validation, state_file)
        state_file.unlink(missing_ok=True)
        encoders[name] = model.encoder
    return encoders


def views(data: Dataset, encoders: dict[str, nn.Sequential]) -> dict[str, View]:
    """Make the functions that turn pictures (N, 28, 28) into inputs (N, F) float32 of a classifier.

    Args:
        data: Data set; its training images, without labels, give the components and every code number's scale.
        encoders: By name, (B, 784) to (B, D).

    Returns:
        "pixels" as they are, "pca" with the 30 first components, and a view for each encoder, every code number
        shifted and scaled to mean 0 and deviation 1.
    """
    images = flat(data.train.images)
    mean, components = (part.numpy() for part in principal_components(torch.from_numpy(images)))
    plain: dict[str, View] = {"pixels": flat, "pca": lambda seen: (flat(seen) - mean) @ components[:COMPONENTS].T}
    return plain | {name: _standardised(encoder, images) for name, encoder in encoders.items()}


def flat(images: np.ndarray) -> np.ndarray:
    """Lay pictures (N, 28, 28) out as rows (N, 784)."""
    return images.reshape(len(images), -1)


def _standardised(encoder: nn.Sequential, images: np.ndarray) -> View:
    codes = through(encoder, images)
    mean, deviation = codes.mean(0), codes.std(0)
    deviation[deviation == 0] = 1
    return lambda seen: (through(encoder, flat(seen)) - mean) / deviation
