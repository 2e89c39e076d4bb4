"""Autoencoders, honestly trained: the door to everything that needs torch, opened only when it is used.

>>> import aemodels
>>> aemodels.names()
>>> x_hat = aemodels.reconstruct("vae_2d", images)
"""

from typing import TYPE_CHECKING

import numpy as np

from aemodels import images as images
from aemodels.spec import Spec  # loaded before `spec` is defined below: a later first import would replace the function

if TYPE_CHECKING:
    from aemodels.autoencoder import Autoencoder
    from aemodels.texts import RebuiltSentence


def names() -> list[str]:
    """Names of all variants, trained or not, sorted."""
    from aemodels import registry

    return list(registry.names())


def spec(name: str) -> Spec:
    """Give a variant's identity card: data, loss, code size, recipe, source, targets.

    Raises:
        UnknownVariant: There is no such variant.
    """
    from aemodels import registry

    return registry.variant(name).spec


def load(name: str) -> "Autoencoder":
    """Give a trained model, shared between callers; see `checkpoints.load`."""
    from aemodels import inference

    return inference.load(name)


def encode(name: str, images: np.ndarray) -> np.ndarray:
    """Map images (N, 28, 28) in [0, 1] to codes (N, D); see `inference.encode`."""
    from aemodels import inference

    return inference.encode(name, images)


def posterior(name: str, images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Map images (N, 28, 28) in [0, 1] to mean and log variance (N, D) each; see `inference.posterior`."""
    from aemodels import inference

    return inference.posterior(name, images)


def decode(name: str, codes: np.ndarray) -> np.ndarray:
    """Map codes (N, D) to images (N, 28, 28); see `inference.decode`."""
    from aemodels import inference

    return inference.decode(name, codes)


def reconstruct(name: str, images: np.ndarray) -> np.ndarray:
    """Map images (N, 28, 28) in [0, 1] to their reconstructions; see `inference.reconstruct`."""
    from aemodels import inference

    return inference.reconstruct(name, images)


def generate(name: str, count: int, seed: int = 0) -> np.ndarray:
    """Draw codes from the standard normal and decode them to (N, 28, 28); see `inference.generate`."""
    from aemodels import inference

    return inference.generate(name, count, seed)


def rebuild_sentences(name: str, text: str) -> "list[RebuiltSentence]":
    """Send a typed text through a model for sentences; see `sentence_inference.rebuild`."""
    from aemodels import sentence_inference

    return sentence_inference.rebuild(name, text)


def use_one_thread() -> None:
    """Let torch compute on one core a call, so that many visitors at once do not crowd each other out."""
    import torch

    torch.set_num_threads(1)
