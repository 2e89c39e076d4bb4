"""The best linear methods in closed form: principal components, and denoising by ridge regression."""

import math
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from aemodels import datasets
from aemodels.corruption import Corruption
from aemodels.latent.pca import principal_directions

ANGLE_UNIT = "degrees away from PCA's subspace"
"""Words that follow a principal angle."""


def principal_components(flat: Tensor) -> tuple[Tensor, Tensor]:
    """Find all principal components of images.

    Args:
        flat: (N, P) images as rows.

    Returns:
        Mean (P,) and orthonormal components (P, P) as rows, the one of the largest variance first; each has its
        entry of largest magnitude positive.
    """
    exact = flat.double()
    mean = exact.mean(0)
    covariance = exact.T @ exact / len(exact) - torch.outer(mean, mean)
    return mean.float(), torch.from_numpy(principal_directions(covariance.numpy())).float()


def largest_principal_angle(patterns: Tensor, components: Tensor) -> float:
    """Return the largest principal angle between two subspaces of the same dimension.

    Args:
        patterns: (P, D) spanning the one, as columns.
        components: (D, P) orthonormal rows that span the other.

    Returns:
        Degrees, 0 to 90.
    """
    basis = torch.linalg.qr(patterns.double()).Q
    smallest_cosine = torch.linalg.svdvals(components.double() @ basis).min().clamp(max=1)
    return math.degrees(math.acos(smallest_cosine.item()))


@lru_cache(maxsize=2)
def training_components(data: str) -> tuple[Tensor, Tensor]:
    """Principal components of a data set's 55,000 training images, as `principal_components` returns them."""
    return principal_components(torch.from_numpy(datasets.load_pictures(data).train.images).flatten(1))


def pca_reconstruction(data: str, code_size: int, images: np.ndarray) -> np.ndarray:
    """Return the reconstructions of images from their leading principal components.

    Args:
        data: Data set whose training images the components come from.
        code_size: Number of components.
        images: (N, 28, 28).

    Returns:
        (N, 28, 28) float32; a sum of components may leave [0, 1].
    """
    mean, components = training_components(data)
    used = components[:code_size]
    flat = torch.from_numpy(images).flatten(1)
    rebuilt = (flat - mean) @ used.T @ used + mean
    return rebuilt.view(-1, 28, 28).numpy()


@lru_cache(maxsize=4)
def linear_denoiser(data: str, corruption: Corruption) -> Tensor:
    """Fit the best linear map from noisy to clean images by ridge regression on the training images.

    Args:
        data: Data set's name.
        corruption: Drawn once, with seed 0.

    Returns:
        (785, 784) weights; the last row is the bias.
    """
    clean = datasets.load_pictures(data).train.images
    noisy = corruption(clean, np.random.default_rng(0))
    inputs = _with_bias(torch.from_numpy(noisy).flatten(1)).double()
    targets = torch.from_numpy(clean).flatten(1).double()
    gram = inputs.T @ inputs + torch.eye(inputs.shape[1]).double()
    return torch.linalg.solve(gram, inputs.T @ targets).float()


def denoise_linearly(data: str, corruption: Corruption, noisy: np.ndarray) -> np.ndarray:
    """Apply `linear_denoiser` to noisy images (N, 28, 28); returns the same shape, cut to [0, 1]."""
    flat = torch.from_numpy(noisy).flatten(1)
    return (_with_bias(flat) @ linear_denoiser(data, corruption)).clamp(0, 1).view(-1, 28, 28).numpy()


def _with_bias(flat: Tensor) -> Tensor:
    return torch.cat([flat, flat.new_ones(len(flat), 1)], 1)
