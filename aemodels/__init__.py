"""Autoencoders, honestly trained: the door to everything that needs torch, opened only when it is used.

>>> import aemodels
>>> aemodels.names()
>>> x_hat = aemodels.reconstruct("vae_2d", images)
"""

from typing import TYPE_CHECKING

import numpy as np

from aemodels import images as images
from aemodels.specs import Spec

if TYPE_CHECKING:
    from aemodels.datasets.tokens import RebuiltSentence
    from aemodels.inspection.activation_maximisation import Favourites
    from aemodels.inspection.browser_weights import Halves
    from aemodels.inspection.units import FeatureMaps
    from aemodels.networks.autoencoder import Autoencoder
    from aemodels.training.live_pca import Turning


def names() -> list[str]:
    """Names of all variants, trained or not, sorted."""
    from aemodels import registry

    return list(registry.names())


def spec(name: str) -> Spec:
    """Return a variant's identity card: data, loss, code size, recipe, source, targets.

    Raises:
        UnknownVariant: There is no such variant.
    """
    from aemodels import registry

    return registry.variant(name).spec


def load(name: str) -> "Autoencoder":
    """Return a trained model, shared between callers; see `weights.load`."""
    from aemodels import inference

    return inference.load(name)


def encode(name: str, images: np.ndarray, bounded: bool = True) -> np.ndarray:
    """Map images (N, 28, 28) in [0, 1] to codes (N, D); see `inference.encode`."""
    from aemodels import inference

    return inference.encode(name, images, bounded)


def decode(name: str, codes: np.ndarray) -> np.ndarray:
    """Map codes (N, D) to images (N, 28, 28); see `inference.decode`."""
    from aemodels import inference

    return inference.decode(name, codes)


def reconstruct(name: str, images: np.ndarray, bounded: bool = True) -> np.ndarray:
    """Map images (N, 28, 28) in [0, 1] to their reconstructions; see `inference.reconstruct`."""
    from aemodels import inference

    return inference.reconstruct(name, images, bounded)


def posterior(name: str, images: np.ndarray, bounded: bool = True) -> tuple[np.ndarray, np.ndarray | None]:
    """Return means and log variances (N, D) of images (N, 28, 28), or codes and None; see `inference.posterior`."""
    from aemodels import inference

    return inference.posterior(name, images, bounded)


def halves(name: str) -> "Halves":
    """Return encoder and decoder as plain layers that a browser can run; see `browser_weights.layers`."""
    from aemodels.inspection import browser_weights

    return browser_weights.layers(name)


def generate(name: str, count: int, seed: int = 0) -> np.ndarray:
    """Draw codes from the standard normal and decode them to (N, 28, 28); see `inference.generate`."""
    from aemodels import inference

    return inference.generate(name, count, seed)


def rebuild_sentences(name: str, text: str) -> "list[RebuiltSentence]":
    """Send a typed text through a model for sentences; see `sentences.inference.rebuild`."""
    from aemodels.sentences.inference import rebuild

    return rebuild(name, text)


def first_layer(name: str) -> np.ndarray | None:
    """Return the weights of a model's first layer as pictures (U, 28, 28), or None; see `units.first_layer`."""
    from aemodels.inspection import units as code_units

    return code_units.first_layer(name)


def filters_of(name: str) -> np.ndarray | None:
    """Return the filters (C, h, w) of a model that begins with a convolution, or None; see `units.filters`."""
    from aemodels.inspection import units as code_units

    return code_units.filters(name)


def feature_maps(name: str, image: np.ndarray) -> "list[FeatureMaps]":
    """Return what every layer with maps makes of a picture (28, 28); see `units.feature_maps`."""
    from aemodels.inspection import units as code_units

    return code_units.feature_maps(name, image)


def favourites(name: str, units: tuple[int, ...], seed: int = 0) -> "Favourites":
    """Search for the pictures that units of the code answer to most; see `activation_maximisation.favourites`."""
    from aemodels.inspection import activation_maximisation

    return activation_maximisation.favourites(name, units, seed)


def without_units(name: str, code: np.ndarray, units: list[int], instead: np.ndarray) -> np.ndarray:
    """Decode a code (D,) of which some units are switched off, to (28, 28); see `units.without_units`."""
    from aemodels.inspection import units as code_units

    return code_units.without_units(name, code, units, instead)


def cloud_points() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the cloud (N, 3), PCA's plane in it (2, 3) and a point of that plane (3,); see `live_pca.points`."""
    from aemodels.training import live_pca

    return live_pca.points()


def learn_plane(seed: int) -> "Turning":
    """Train the linear autoencoder on the cloud anew, in a second or two; see `live_pca.learn_plane`."""
    from aemodels.training import live_pca

    return live_pca.learn_plane(seed)


def use_one_thread() -> None:
    """Let torch compute on one core a call, so that many visitors at once do not crowd each other out."""
    import torch

    torch.set_num_threads(1)
