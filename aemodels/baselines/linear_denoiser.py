"""The best linear denoiser of digits, fitted once and kept as a file: `python -m aemodels.baselines.linear_denoiser`.

Every pixel of its result is a weighted sum of all pixels of the noisy picture (linear least squares). Among all such
sums these have the smallest squared error on the training images, for one kind and amount of noise.
"""

import sys
from functools import lru_cache
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from aemodels import folders
from aemodels.corruption import Corruption
from aemodels.errors import AutoencoderError, BadCheckpoint

DATA = "mnist"
CORRUPTION = Corruption("gaussian", 0.5)
SHAPE = (785, 784)
REMEDY = "Run `python -m aemodels.baselines.linear_denoiser` to make it."


def path() -> Path:
    """Where the weights are."""
    return folders.checkpoints() / "linear_denoiser.safetensors"


def denoise(noisy: np.ndarray) -> np.ndarray:
    """Return denoised pictures, by one multiplication with a matrix.

    Args:
        noisy: (N, 28, 28), ink = 1.

    Returns:
        (N, 28, 28) float32, cut to [0, 1].

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    weights = _weights(path(), _modified())
    flat = noisy.reshape(len(noisy), -1).astype(np.float32)
    return (flat @ weights[:-1] + weights[-1]).clip(0, 1).reshape(noisy.shape)


def fit() -> np.ndarray:
    """Fit the weights on the training images corrupted by `CORRUPTION`.

    Returns:
        (785, 784) float16: a column holds the weights of one pixel of the result; the last row is the bias.

    Raises:
        MissingData: The training images are not in the data folder.
    """
    from aemodels.baselines.linear import linear_denoiser

    return linear_denoiser(DATA, CORRUPTION).numpy().astype(np.float16, order="C")


def main() -> int:
    """Fit the weights and write them."""
    try:
        weights = fit()
    except AutoencoderError as error:
        print(error, file=sys.stderr)
        return 1
    path().parent.mkdir(parents=True, exist_ok=True)
    save_file({"weights": weights}, path())  # writes memory as it lies, hence the row order in `fit`
    print(f"Wrote {path()}")
    return 0


def _modified() -> int:
    return path().stat().st_mtime_ns if path().exists() else 0


@lru_cache(maxsize=2)
def _weights(path: Path, _modified: int) -> np.ndarray:
    try:
        weights = load_file(path)["weights"].astype(np.float32)
    except (FileNotFoundError, SafetensorError, KeyError) as error:
        raise BadCheckpoint(f"The best linear denoiser is missing or damaged. {REMEDY}") from error
    if weights.shape != SHAPE:
        raise BadCheckpoint(f"The best linear denoiser has the shape {weights.shape}, not {SHAPE}. {REMEDY}")
    return weights


if __name__ == "__main__":
    sys.exit(main())
