"""The classifiers of one draw of labelled digits, kept small, so that a student can try them; no torch to import this.

Of a network that was trained further, only the change of its weights is kept, as its strongest `RANK` components; the
weights it began with are the pretrained encoder's, or random ones that are drawn again from the same seed.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file

from aemodels.checkpoints import results
from aemodels.errors import BadCheckpoint

RANK = 32
SEED = 0
REMEDY = "Run `python -m aemodels.experiments.few_labels_by_class` to make them."
LAYERS = 3  # of the encoder 784-500-250-64
SELU = 1.0507009873554805, 1.6732632423543772

Arrays = dict[str, np.ndarray]
Layer = tuple[np.ndarray, np.ndarray]


def path() -> Path:
    """Return where the classifiers lie."""
    return results.path("few_labels_by_class").with_suffix(".safetensors")


def shares(image: np.ndarray, methods: Iterable[str], counts: Iterable[int]) -> dict[str, dict[int, np.ndarray]]:
    """Ask every classifier about one picture of a digit.

    Args:
        image: (28, 28) in [0, 1].
        methods: Their names, as in `classifiers.METHODS`.
        counts: Numbers of labelled pictures.

    Returns:
        By method and count the shares that it gives the ten digits, (10,), which add up to 1; a nearest neighbour gives
        all to one.

    Raises:
        BadCheckpoint: The classifiers are missing or damaged.
    """
    try:
        arrays = _load(path(), path().stat().st_mtime_ns)
        seen = _views(arrays, np.asarray(image, np.float32).ravel())
        return {name: {n: _asked(arrays, f"{name}.{n}", seen[name]) for n in counts} for name in methods}
    except (OSError, SafetensorError, KeyError, ValueError) as error:
        raise BadCheckpoint(f"The classifiers of few labels are missing or damaged. {REMEDY}") from error


def change(before: np.ndarray, after: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the strongest components of a change of weights (rows, columns): (rows, RANK) and (RANK, columns)."""
    left, strengths, right = np.linalg.svd(after - before, full_matrices=False)
    return left[:, :RANK] * strengths[:RANK], right[:RANK]


@lru_cache(maxsize=1)
def _load(file: Path, _changed: int) -> Arrays:
    """Read all arrays as float32, with every trained network's weights put together."""
    arrays = {name: array.astype(np.float32) for name, array in load_file(file).items()}
    begun = {"denoising_tuned": [arrays[f"denoising.{at}.weight"] for at in range(LAYERS)], "scratch": _random_start()}
    for name in [name for name in arrays if name.endswith(".left")]:
        method, count, at, _ = name.split(".")
        product = arrays.pop(name) @ arrays.pop(name.replace("left", "right"))
        arrays[f"{method}.{count}.{at}.weight"] = begun[method][int(at)] + product
    return arrays


def _random_start() -> list[np.ndarray]:
    from torch import nn

    from aemodels.experiments import denoising_network

    layers = [layer for layer in denoising_network.fresh_encoder(SEED) if isinstance(layer, nn.Linear)]
    return [layer.weight.detach().numpy() for layer in layers]


def _views(arrays: Arrays, x: np.ndarray) -> dict[str, np.ndarray]:
    """Return what each classifier is given of a picture (784,)."""
    denoising = _through([_layer(arrays, f"denoising.{at}") for at in range(LAYERS)], x, _relu)
    plain = _through([_layer(arrays, f"plain.{at}") for at in range(2)], x, _selu)
    return {
        "pixels": x,
        "pca_neighbour": (x - arrays["pca.mean"]) @ arrays["pca.components"].T,
        "scratch": x,
        "denoising_tuned": x,
        "denoising_frozen": (denoising - arrays["denoising.mean"]) / arrays["denoising.deviation"],
        "plain_frozen": (plain - arrays["plain.mean"]) / arrays["plain.deviation"],
    }


def _asked(arrays: Arrays, start: str, x: np.ndarray) -> np.ndarray:
    """Ask one classifier about what it is given of a picture."""
    if f"{start}.points" in arrays:
        nearest = np.square(arrays[f"{start}.points"] - x).sum(1).argmin()
        return np.eye(10, dtype=np.float32)[int(arrays[f"{start}.labels"][nearest])]
    if f"{start}.0.weight" in arrays:
        x = _through([_layer(arrays, f"{start}.{at}") for at in range(LAYERS)], x, _relu)
    weight, bias = _layer(arrays, start)
    logits = weight @ x + bias
    raised = np.exp(logits - logits.max())
    return raised / raised.sum()


def _layer(arrays: Arrays, name: str) -> Layer:
    return arrays[f"{name}.weight"], arrays[f"{name}.bias"]


def _through(layers: list[Layer], x: np.ndarray, activation) -> np.ndarray:
    for weight, bias in layers:
        x = activation(weight @ x + bias)
    return x


def _relu(x: np.ndarray) -> np.ndarray:
    return np.maximum(x, 0)


def _selu(x: np.ndarray) -> np.ndarray:
    scale, slope = SELU
    return scale * np.where(x > 0, x, slope * np.expm1(np.minimum(x, 0)))
