"""Numpy in, numpy out: where torch stops."""

from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from aemodels import inputs
from aemodels.checkpoints import cards, weights
from aemodels.checkpoints.card import ModelId
from aemodels.datasets import TABLE
from aemodels.errors import BadInput
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.variational import VariationalAutoencoder

BATCH = 64
MODELS_KEPT = 48


def load(name: str) -> Autoencoder:
    """Return a trained model, read once and shared; arguments and errors as in `weights.load`."""
    return load_model(cards.read(name).id)


@lru_cache(maxsize=MODELS_KEPT)
def load_model(model: ModelId) -> Autoencoder:
    """Return a trained model whose card has been read; shared, errors as in `weights.load`."""
    return weights.load(model.name)


def encode(name: str, images: np.ndarray, bounded: bool = True) -> np.ndarray:
    """Encode images, or points for a variant in space.

    Args:
        name: Variant.
        images: (N, 28, 28) in [0, 1], ink = 1; (N, 3) points in any range.
        bounded: Whether images must lie in [0, 1]. Noise that is not clipped leaves that range, and so may what a
            linear model reconstructs.

    Returns:
        (N, D) float32 codes; a variational model gives the posterior's mean.

    Raises:
        BadInput: The images are no numbers, have another shape, are not finite or out of range, or the variant reads
            sentences.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.

    Example:
        >>> from aemodels import datasets
        >>> encode("deep_30d", datasets.golden_images()).shape
        (10, 30)
    """
    model = load(name)
    array = _checked(name, model, images, bounded)
    return _in_batches(lambda batch: model.encode(batch.view(-1, *model.shape)), array)


def posterior(name: str, images: np.ndarray, bounded: bool = True) -> tuple[np.ndarray, np.ndarray | None]:
    """Return where images lie in latent space and how surely.

    Args:
        name: Variant.
        images: As in `encode`.
        bounded: As in `encode`.

    Returns:
        Means (N, D) and log variances (N, D) of a variational model; codes and None of any other.

    Raises:
        BadInput, UnknownVariant, BadCheckpoint: As in `encode`.

    Example:
        >>> from aemodels import datasets
        >>> mean, log_variance = posterior("vae_20d", datasets.golden_images())
        >>> mean.shape, log_variance.shape, posterior("simple", datasets.golden_images())[1]
        ((10, 20), (10, 20), None)
    """
    model = load(name)
    if not isinstance(model, VariationalAutoencoder):
        return encode(name, images, bounded), None
    array = _checked(name, model, images, bounded)
    both = _in_batches(lambda batch: torch.cat(model.posterior(batch.view(-1, *model.shape)), 1), array)
    mean, log_variance = np.split(both, 2, axis=1)
    return mean, log_variance


def decode(name: str, codes: np.ndarray) -> np.ndarray:
    """Decode codes.

    Args:
        name: Variant.
        codes: (N, D), finite, of any size.

    Returns:
        (N, 28, 28) float32 images in [0, 1], linear models may leave that range a little; (N, 3) points; (N, 50, 50)
        word vectors.

    Raises:
        BadInput: The codes are no numbers, have another shape, or are not finite.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.

    Example:
        >>> decode("vae_2d", [[0.5, -1.0]]).shape
        (1, 28, 28)
    """
    model = load(name)
    array = inputs.checked(name, inputs.CODES, codes, (model.spec.code_size,), bounded=False)
    return _in_batches(lambda batch: model.decode(batch).view(-1, *_outside(model)), array)


def reconstruct(name: str, images: np.ndarray, bounded: bool = True) -> np.ndarray:
    """Encode images and decode their codes; arguments and errors as in `encode`, what is returned as in `decode`.

    Example:
        >>> from aemodels import datasets
        >>> images = datasets.golden_images()
        >>> bool(np.square(reconstruct("deep_30d", images) - images).mean() < np.square(images.mean(0) - images).mean())
        True
    """
    model = load(name)
    array = _checked(name, model, images, bounded)
    return _in_batches(lambda batch: model(batch.view(-1, *model.shape)).view(-1, *_outside(model)), array)


def rebuild(name: str, images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Encode images and decode their codes in one go; arguments and errors as in `encode`.

    Returns:
        What `encode` and `decode` return.

    Example:
        >>> from aemodels import datasets
        >>> codes, x_hat = rebuild("deep_30d", datasets.golden_images())
        >>> codes.shape, x_hat.shape
        ((10, 30), (10, 28, 28))
    """
    model = load(name)
    array = _checked(name, model, images, bounded=True)

    def both(batch: Tensor) -> Tensor:
        codes = model.encode(batch.view(-1, *model.shape))
        return torch.cat([codes.flatten(1), model.decode(codes).flatten(1)], 1)

    codes, x_hat = np.split(_in_batches(both, array), [model.spec.code_size], axis=1)
    return codes, x_hat.reshape(-1, *_outside(model))


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


def _checked(name: str, model: Autoencoder, images: np.ndarray, bounded: bool) -> np.ndarray:
    data = TABLE[model.spec.data]
    if data.noun == "sentences":
        raise BadInput(f"“{name}” reads sentences, not arrays. Use `aemodels.rebuild_sentences(name, text)`.")
    kind = inputs.PICTURES if data.pictures else inputs.POINTS
    return inputs.checked(name, kind, images, _outside(model), bounded and data.pictures)


@torch.inference_mode()
def _in_batches(function, array: np.ndarray) -> np.ndarray:
    if not len(array):  # a reshape to (-1, …) needs at least one
        return _in_batches(function, np.zeros((1, *array.shape[1:]), np.float32))[:0]
    whole = torch.from_numpy(array)
    if len(array) <= BATCH:
        return function(whole).float().numpy()
    return torch.cat([function(batch) for batch in whole.split(BATCH)]).float().numpy()
