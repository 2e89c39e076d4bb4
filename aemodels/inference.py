"""Numpy in, numpy out: where torch stops."""

from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from aemodels import cards, checkpoints
from aemodels.autoencoder import Autoencoder
from aemodels.errors import BadImage
from aemodels.variational import VariationalAutoencoder

BATCH = 64
MODELS_KEPT = 48


def load(name: str) -> Autoencoder:
    """Give a trained model, read once and shared; arguments and errors as in `checkpoints.load`."""
    return _load(name, cards.read(name)["digest"])


@lru_cache(maxsize=MODELS_KEPT)
def _load(name: str, _digest: str) -> Autoencoder:
    return checkpoints.load(name)


def encode(name: str, images: np.ndarray) -> np.ndarray:
    """Encode images.

    Args:
        name: Variant.
        images: (N, 28, 28) in [0, 1], ink = 1.

    Returns:
        (N, D) float32 codes; a variational model gives the posterior's mean.

    Raises:
        BadImage: The array has another shape or holds values that are not finite.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    model = load(name)
    return _in_batches(lambda batch: model.encode(batch[:, None]), _images(images))


def posterior(name: str, images: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    """Give where images lie in latent space and how surely.

    Args:
        name: Variant.
        images: (N, 28, 28) in [0, 1], ink = 1.

    Returns:
        Means (N, D) and log variances (N, D) of a variational model; codes and None of any other.

    Raises:
        BadImage, UnknownVariant, BadCheckpoint: As in `encode`.
    """
    model = load(name)
    if not isinstance(model, VariationalAutoencoder):
        return encode(name, images), None
    both = _in_batches(lambda batch: torch.cat(model.posterior(batch[:, None]), 1), _images(images))
    mean, log_variance = np.split(both, 2, axis=1)
    return mean, log_variance


def decode(name: str, codes: np.ndarray) -> np.ndarray:
    """Decode codes.

    Args:
        name: Variant.
        codes: (N, D).

    Returns:
        (N, 28, 28) float32 images in [0, 1]; linear models may leave that range a little.

    Raises:
        BadImage: The codes have another shape or hold values that are not finite.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    model = load(name)
    array = np.asarray(codes, dtype=np.float32)
    size = model.spec.code_size
    if array.ndim != 2 or array.shape[1] != size or not np.isfinite(array).all():
        raise BadImage(f"“{name}” decodes finite codes of shape (N, {size}), not {array.shape}. Reshape them.")
    return _in_batches(lambda batch: model.decode(batch)[:, 0], array)


def reconstruct(name: str, images: np.ndarray) -> np.ndarray:
    """Encode images and decode their codes; shapes and errors as in `encode` and `decode`."""
    model = load(name)
    return _in_batches(lambda batch: model(batch[:, None])[:, 0], _images(images))


def generate(name: str, count: int, seed: int = 0) -> np.ndarray:
    """Decode codes drawn from the standard normal distribution, the prior of the variational models.

    Args:
        name: Variant.
        count: N.
        seed: Of the codes.

    Returns:
        (N, 28, 28) float32 in [0, 1].
    """
    size = load(name).spec.code_size
    return decode(name, np.random.default_rng(seed).standard_normal((count, size), dtype=np.float32))


def _images(images: np.ndarray) -> np.ndarray:
    array = np.asarray(images, dtype=np.float32)
    if array.ndim != 3 or array.shape[1:] != (28, 28) or not np.isfinite(array).all():
        raise BadImage(
            f"Models take finite images of shape (N, 28, 28), not {array.shape}. "
            "Send pictures through `aemodels.images.normalise` first."
        )
    return array


@torch.inference_mode()
def _in_batches(function, array: np.ndarray) -> np.ndarray:
    batches: list[Tensor] = [function(batch) for batch in torch.from_numpy(array).split(BATCH)]
    return torch.cat(batches).float().numpy()
