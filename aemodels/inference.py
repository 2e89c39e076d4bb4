"""Numpy in, numpy out: where torch stops."""

from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from aemodels.checkpoints import cards, weights
from aemodels.checkpoints.card import ModelId
from aemodels.datasets import TABLE
from aemodels.errors import BadImage
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.variational import VariationalAutoencoder

BATCH = 64
MODELS_KEPT = 48


def load(name: str) -> Autoencoder:
    """Return a trained model, read once and shared; arguments and errors as in `weights.load`."""
    return _load(cards.read(name).id)


@lru_cache(maxsize=MODELS_KEPT)
def _load(model: ModelId) -> Autoencoder:
    return weights.load(model.name)


def encode(name: str, images: np.ndarray) -> np.ndarray:
    """Encode images, or points for a variant in space.

    Args:
        name: Variant.
        images: (N, 28, 28) in [0, 1], ink = 1; (N, 3) points.

    Returns:
        (N, D) float32 codes; a variational model gives the posterior's mean.

    Raises:
        BadImage: The array has another shape or holds values that are not finite, or the variant reads sentences.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    model = load(name)
    return _in_batches(lambda batch: model.encode(batch.view(-1, *model.shape)), _checked(model, images))


def posterior(name: str, images: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
    """Return where images lie in latent space and how surely.

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
    both = _in_batches(
        lambda batch: torch.cat(model.posterior(batch.view(-1, *model.shape)), 1), _checked(model, images)
    )
    mean, log_variance = np.split(both, 2, axis=1)
    return mean, log_variance


def decode(name: str, codes: np.ndarray) -> np.ndarray:
    """Decode codes.

    Args:
        name: Variant.
        codes: (N, D).

    Returns:
        (N, 28, 28) float32 images in [0, 1], linear models may leave that range a little; (N, 3) points; (N, 50, 50)
        word vectors.

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
    return _in_batches(lambda batch: model.decode(batch).view(-1, *_outside(model)), array)


def reconstruct(name: str, images: np.ndarray) -> np.ndarray:
    """Encode images and decode their codes; shapes and errors as in `encode` and `decode`."""
    model = load(name)
    array = _checked(model, images)
    return _in_batches(lambda batch: model(batch.view(-1, *model.shape)).view(-1, *_outside(model)), array)


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


def _outside(model: Autoencoder) -> tuple[int, ...]:
    """Shape of one input for callers: without the single channel of an image."""
    return model.shape[-2:]


def _checked(model: Autoencoder, images: np.ndarray) -> np.ndarray:
    if TABLE[model.spec.data].noun == "sentences":
        raise BadImage("This model reads sentences. Send it a text: `aemodels.rebuild_sentences(name, text)`.")
    array = np.asarray(images, dtype=np.float32)
    if array.ndim == 0 or array.shape[1:] != _outside(model) or not np.isfinite(array).all():
        wanted = ", ".join(map(str, ("N", *_outside(model))))
        remedy = "Send pictures through `aemodels.images.normalise` first."
        raise BadImage(f"This model takes finite values of shape ({wanted}), not {array.shape}. {remedy}")
    return array


@torch.inference_mode()
def _in_batches(function, array: np.ndarray) -> np.ndarray:
    batches: list[Tensor] = [function(batch) for batch in torch.from_numpy(array).split(BATCH)]
    return torch.cat(batches).float().numpy()
