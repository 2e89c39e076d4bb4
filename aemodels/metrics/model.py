"""Every figure a card states, computed from a model and real images."""

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from scipy.spatial import KDTree
from torch import Tensor

from aemodels.baselines.linear import denoise_linearly, pca_reconstruction, training_components
from aemodels.baselines.median_and_friends import median
from aemodels.corruption import Corruption
from aemodels.datasets import Data, Dataset, Examples, Split
from aemodels.latent.nearest import majority
from aemodels.networks import losses
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS

UNITS = {
    "mse": "squared error a pixel",
    "sse": "squared error an image",
    "bce": "nats a pixel",
    "mse_to_pca": "times PCA's squared error",
    "noisy_mse": "squared error a pixel, from noisy input",
    "noisy_sse": "squared error an image, from noisy input",
    "noisy_bce": "nats a pixel, from noisy input",
    "neighbour_accuracy": "of the images get the right label from their 15 nearest codes",
}
"""Words that follow the figures that models of every kind have; what only one has, see `Autoencoder.units`."""
LEAST_PROBABILITY = 1e-7
MEDIAN_WINDOW = 3


@torch.inference_mode()
def measure(model: Autoencoder, data: Data, split: Examples) -> dict[str, Any]:
    """Measure a model on a split.

    Args:
        model: Trained network.
        data: Its data set, for baselines fitted on the training images.
        split: What of it to measure on.

    Returns:
        Numbers, or lists of them for distributions: "mse" (a pixel), "sse" (an image), "bce" (nats a pixel) with
        "bce_floor" for clean input; the same with the prefix "pca_" for as many principal components; with "noisy_" for
        input corrupted as in training, beside "linear_denoiser_", "median_filter_" and "untouched_";
        "neighbour_accuracy" and "pca_neighbour_accuracy" for a code that is measured as a map; and what only this
        variant has, which is all there is for points and sentences. The same numbers at every call.
    """
    with torch.random.fork_rng():
        torch.manual_seed(0)
        if not (isinstance(data, Dataset) and isinstance(split, Split)):
            return model.own_measures(data, split.tensor())
        if model.spec.recipe.binarised:
            split = Split(torch.bernoulli(torch.from_numpy(split.images)).numpy(), split.labels)
        clean = split.tensor()
        figures = _errors_of_model(model, clean, clean)
        figures["bce_floor"] = float(losses.cross_entropy_floor(clean)) / PIXELS
        rebuilt = pca_reconstruction(data.name, model.spec.code_size, split.images)
        figures |= errors(torch.from_numpy(rebuilt)[:, None], clean, "pca_")
        figures["mse_to_pca"] = figures["mse"] / figures["pca_mse"]
        if model.spec.recipe.corruption:
            figures |= _denoising(model, model.spec.recipe.corruption, data, split)
        if model.neighbours:
            figures |= _neighbours(model, data, split)
        return figures | model.own_measures(data, clean)


def units(model: Autoencoder) -> dict[str, str]:
    """Return the words that follow the figures of the measures that a model's targets name.

    Raises:
        KeyError: A target names a measure without words; neither `UNITS` nor the model's `units` has it.
    """
    words = UNITS | model.units
    return {target.measure: words[target.measure] for target in model.spec.targets}


def errors(x_hat: Tensor, target: Tensor, prefix: str = "") -> dict[str, float]:
    """Compare images (N, 1, 28, 28) that a method gives with the targets; x_hat is cut to (0, 1) for "bce" only."""
    sse = float(losses.squared_error(x_hat, target))
    logits = torch.logit(x_hat, eps=LEAST_PROBABILITY)
    bce = float(losses.binary_cross_entropy(logits, target)) / PIXELS
    return {f"{prefix}mse": sse / PIXELS, f"{prefix}sse": sse, f"{prefix}bce": bce}


def _errors_of_model(model: Autoencoder, x: Tensor, target: Tensor, prefix: str = "") -> dict[str, float]:
    batches = [model.encode(batch) for batch in x.split(1000)]
    figures = errors(torch.cat([model.decode(z) for z in batches]), target, prefix)
    if model.spec.loss == "bce":
        logits = torch.cat([model.decode_logits(z) for z in batches])
        figures[f"{prefix}bce"] = float(losses.binary_cross_entropy(logits, target)) / PIXELS
    return figures


def _denoising(model: Autoencoder, corruption: Corruption, data: Dataset, split: Split) -> dict[str, float]:
    clean = split.tensor()
    noisy = corruption(split.images, np.random.default_rng(1))
    linear = denoise_linearly(data.name, corruption, noisy)
    x_noisy = torch.from_numpy(noisy)[:, None]
    return (
        _errors_of_model(model, x_noisy, clean, "noisy_")
        | errors(torch.from_numpy(linear)[:, None], clean, "linear_denoiser_")
        | errors(torch.from_numpy(median(noisy, MEDIAN_WINDOW))[:, None], clean, "median_filter_")
        | errors(x_noisy, clean, "untouched_")
    )


def _neighbours(model: Autoencoder, data: Dataset, split: Split) -> dict[str, float]:
    mean, components = training_components(data.name)
    used = components[: model.spec.code_size]
    encoders = {"": model.encode, "pca_": lambda x: (x.flatten(1) - mean) @ used.T}
    return {
        f"{prefix}neighbour_accuracy": _neighbour_accuracy(encode, model.neighbours, data.train, split)
        for prefix, encode in encoders.items()
    }


def _neighbour_accuracy(encode: Callable[[Tensor], Tensor], neighbours: int, train: Split, split: Split) -> float:
    """Share of the images that the majority of their nearest training codes puts into the right class."""
    codes, known = (
        torch.cat([encode(batch) for batch in part.tensor().split(1000)]).double().numpy() for part in (split, train)
    )
    nearest = KDTree(known).query(codes, neighbours)[1]
    return float((majority(train.labels[nearest]) == split.labels).mean())
