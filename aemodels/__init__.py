"""Autoencoders, honestly trained: the door to everything that needs torch, opened only when it is used.

>>> import aemodels
>>> from aemodels import datasets
>>> digits = datasets.load("digits").test.images[:4]    # scikit-learn's, bundled; (4, 28, 28) in [0, 1], ink = 1
>>> len(aemodels.names()) > 30, aemodels.spec("vae_2d").code_size
(True, 2)
>>> codes = aemodels.encode("vae_2d", digits)
>>> x_hat = aemodels.decode("vae_2d", codes)    # both in one go: aemodels.rebuild("vae_2d", digits)
>>> codes.shape, x_hat.shape, bool(abs(x_hat - aemodels.reconstruct("vae_2d", digits)).max() < 1e-5)
((4, 2), (4, 28, 28), True)
>>> mean, log_variance = aemodels.posterior("vae_2d", digits)
>>> aemodels.generate("vae_2d", 3, seed=1).shape
(3, 28, 28)
>>> aemodels.rebuild_sentences("sentence_words", "The bank said oil prices fell.")[0].rebuilt
('the', 'bank', 'said', 'oil', 'prices', 'fell', '.')
>>> aemodels.first_layer("simple").shape, aemodels.filters_of("conv").shape    # what the units see
((32, 28, 28), (16, 3, 3))
>>> aemodels.feature_maps("conv_strided", digits[0])[0].maps.shape
(16, 10, 10)
>>> aemodels.map_places("conv_strided")[0]    # the step that puts these maps out in a browser
Place(half='encoder', step=3)
>>> aemodels.favourites("simple", units=(0, 1)).pictures.shape
(2, 28, 28)
>>> aemodels.without_units("vae_2d", codes[0], units=[1], instead=codes.mean(0)).shape
(28, 28)
>>> aemodels.map_places("conv_strided")[0].half
'encoder'
>>> len(aemodels.halves("vae_2d").decoder) > 1, aemodels.load("vae_2d").training
(True, False)

What a model cannot take is refused with a sentence that says why:

>>> aemodels.encode("vae_2d", 255 * digits)
Traceback (most recent call last):
aemodels.errors.BadInput: The pictures for “vae_2d” have values from 0 to 255, not from 0 (paper) to 1 (ink). \
Divide them by 255.
"""

from typing import TYPE_CHECKING

import numpy as np

from aemodels import images as images
from aemodels.specs import Spec

if TYPE_CHECKING:
    from aemodels.datasets.tokens import RebuiltSentence
    from aemodels.inspection.activation_maximisation import Favourites
    from aemodels.inspection.browser_maps import Place
    from aemodels.inspection.browser_weights import Halves
    from aemodels.inspection.units import FeatureMaps
    from aemodels.networks.autoencoder import Autoencoder
    from aemodels.training.live_pca import Turning

__version__ = "1.0.0"
__all__ = ["Spec", "images", "load", "names", "spec"]
__all__ += ["decode", "encode", "generate", "posterior", "rebuild", "rebuild_sentences", "reconstruct"]
__all__ += ["favourites", "feature_maps", "filters_of", "first_layer", "halves", "map_places", "without_units"]
__all__ += ["cloud_points", "learn_plane"]


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


def rebuild(name: str, images: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Map images (N, 28, 28) in [0, 1] to their codes and their reconstructions; see `inference.rebuild`."""
    from aemodels import inference

    return inference.rebuild(name, images)


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


def map_places(name: str) -> "tuple[Place | None, ...]":
    """Return where each of these maps comes by in the halves as plain layers; see `browser_maps.places`."""
    from aemodels.inspection import browser_maps

    return browser_maps.places(name)


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
    """Train the linear autoencoder on the cloud anew, in a second or two; see `live_pca.learn_plane`.

    It needs accelerate, which comes with the extras `app` and `train`.
    """
    from aemodels.training import live_pca

    return live_pca.learn_plane(seed)
