"""The networks of `layer_by_layer`, ready to be asked: the greedy one after every phase, all others at their end.

No torch is loaded by importing this.
"""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from aemodels.checkpoints import results
from aemodels.errors import BadCheckpoint

if TYPE_CHECKING:
    from aemodels.inspection.browser_weights import Halves
    from aemodels.networks.autoencoder import Autoencoder

REMEDY = "Run `python -m aemodels.experiments.layer_by_layer` to make them."
GREEDY = ("greedy.outer", "greedy.both", "greedy.tuned")
"""The greedy network after each of its phases."""
RIVALS = ("stacked", "tied")
DEEP = ("small_weights", "pretrained", "today")
NAMES = (*GREEDY, *RIVALS, *DEEP)


class Seen(NamedTuple):
    """What a network made of a picture.

    Attributes:
        code: (D,).
        x_hat: (28, 28) in [0, 1].
        error: Mean squared error a pixel.
    """

    code: np.ndarray
    x_hat: np.ndarray
    error: float


def path() -> Path:
    """Return where the weights lie."""
    return results.path("layer_by_layer").with_suffix(".safetensors")


def digest() -> str:
    """Return the digest of all weights.

    Raises:
        BadCheckpoint: They are missing.
    """
    try:
        return _digest(path(), path().stat().st_mtime_ns)
    except OSError as error:
        raise BadCheckpoint(f"The networks trained layer by layer are missing. {REMEDY}") from error


def see(name: str, image: np.ndarray) -> Seen:
    """Send one picture (28, 28) through a network.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    return _see(name, digest(), np.asarray(image, np.float32).tobytes())


@lru_cache(maxsize=512)
def _see(name: str, version: str, picture: bytes) -> Seen:
    import torch

    model = _load(name, version)
    image = np.frombuffer(picture, np.float32).reshape(28, 28)
    with torch.inference_mode():
        code = model.encode(torch.from_numpy(image.copy())[None, None])
        x_hat = model.decode(code)[0, 0].numpy()
    return Seen(code[0].numpy(), x_hat, float(np.square(x_hat - image).mean()))


def halves(name: str) -> "Halves":
    """Return a network's halves as plain layers; see `browser_weights.halves_of`.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    from aemodels.inspection import browser_weights

    return browser_weights.halves_of(_load(name, digest()))


@lru_cache(maxsize=2)
def _digest(file: Path, _changed: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


@lru_cache(maxsize=len(NAMES))
def _load(name: str, _version: str) -> "Autoencoder":
    from safetensors import SafetensorError
    from safetensors.torch import load

    from aemodels.experiments import layer_stages

    try:
        return layer_stages.network(name, load(path().read_bytes()))
    except (OSError, SafetensorError, RuntimeError, KeyError) as error:
        raise BadCheckpoint(f"The networks trained layer by layer are missing or damaged. {REMEDY}") from error
