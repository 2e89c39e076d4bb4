"""The pictures: MNIST and Fashion-MNIST from the data folder, and the digits that scikit-learn brings along."""

import os
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aemodels.errors import MissingData

if TYPE_CHECKING:
    from torch import Tensor

    from aemodels.datasets.plane_3d import Cloud
    from aemodels.datasets.reuters import Corpus

TITLES = {
    "mnist": "MNIST",
    "fashion": "Fashion-MNIST",
    "digits": "scikit-learn's digits",
    "cloud": "the cloud of points",
    "reuters": "Reuters-21578",
    "phrases": "made-up phrases",
}
NOUNS = {
    "mnist": "digits",
    "fashion": "clothes",
    "digits": "digits",
    "cloud": "points",
    "reuters": "sentences",
    "phrases": "sentences",
}
MODULES = {"cloud": "plane_3d", "reuters": "reuters", "phrases": "phrases"}
PICTURES = ("mnist", "fashion", "digits")
ONE_OF = {"mnist": "a picture", "fashion": "a picture", "cloud": "a point", "reuters": "a sentence"}
TESTED_ON = {"mnist": 10_000, "fashion": 10_000, "cloud": 200, "reuters": 500}
TORCHVISION = {"mnist": "MNIST", "fashion": "FashionMNIST"}
CLASSES = {
    "mnist": tuple("0123456789"),
    "fashion": (
        *("T-shirt", "trousers", "pullover", "dress", "coat"),
        *("sandal", "shirt", "sneaker", "bag", "ankle boot"),
    ),
}
TRAINING_IMAGES = 55_000


@dataclass(frozen=True)
class Split:
    """Images with their labels.

    Attributes:
        images: (N, 28, 28) float32 in [0, 1], ink = 1.
        labels: (N,) int64, index into `CLASSES`.
    """

    images: np.ndarray
    labels: np.ndarray

    def tensor(self) -> "Tensor":
        """Give the images as networks take them: (N, 1, 28, 28)."""
        import torch

        return torch.from_numpy(self.images)[:, None]

    def first(self, count: int) -> "Split":
        """Give the first ones."""
        return Split(self.images[:count], self.labels[:count])


@dataclass(frozen=True)
class Dataset:
    """A data set in its three splits: the first 55,000 to train, the last 5,000 to choose, 10,000 to report."""

    name: str
    train: Split
    validation: Split
    test: Split


def folder() -> Path:
    """Give the data folder: `AEMODELS_DATA`, or `data/` in the checkout."""
    return Path(os.environ.get("AEMODELS_DATA") or Path(__file__).parents[2] / "data")


def available(name: str) -> bool:
    """Say whether a data set can be read without a network."""
    first_files = {data: f"{folder_name}/raw/t10k-images-idx3-ubyte" for data, folder_name in TORCHVISION.items()}
    first_files["reuters"] = "reuters21578/reut2-000.sgm"
    return name not in first_files or (folder() / first_files[name]).exists()


@lru_cache(maxsize=2)
def load(name: str) -> "Dataset | Cloud | Corpus":
    """Read a data set.

    Args:
        name: "mnist", "fashion", "digits" for scikit-learn's, enlarged, "cloud", "reuters" or "phrases".

    Returns:
        All three splits: of images, of points for "cloud", of sentences for "reuters" and "phrases".

    Raises:
        MissingData: It is not in the data folder.
    """
    if name not in PICTURES:
        return import_module(f"aemodels.datasets.{MODULES[name]}").load()
    if name == "digits":
        images, labels = _enlarged(bundled_digits().images), bundled_digits().labels
        parts = [slice(0, 1200), slice(1200, 1500), slice(1500, None)]
        return Dataset(name, *(Split(images[part], labels[part]) for part in parts))
    images, labels = _read(name, train=True)
    train = Split(images[:TRAINING_IMAGES], labels[:TRAINING_IMAGES])
    validation = Split(images[TRAINING_IMAGES:], labels[TRAINING_IMAGES:])
    return Dataset(name, train, validation, test(name))


@lru_cache(maxsize=2)
def test(name: str) -> Split:
    """Read the 10,000 test images of a data set alone; arguments and errors as in `load`."""
    return Split(*_read(name, train=False))


def download(name: str) -> None:
    """Fetch a data set into the data folder, unless it is there.

    Raises:
        MissingData: It cannot be fetched.
    """
    if name == "reuters":
        raise MissingData(f"Reuters-21578 is not in {folder()}. Put its files into {folder() / 'reuters21578'}.")
    from torchvision import datasets

    print(f"{TITLES[name]} → {folder()}", flush=True)
    try:
        getattr(datasets, TORCHVISION[name])(str(folder()), download=True)
    except (OSError, RuntimeError) as error:
        raise MissingData(f"{TITLES[name]} could not be downloaded ({error}). {_remedy(name)}") from error


@lru_cache(maxsize=1)
def bundled_digits() -> Split:
    """Give the 1,797 small digits of scikit-learn: images (1797, 8, 8) float32 in [0, 1], no network needed."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    return Split((digits.images / 16).astype(np.float32), digits.target.astype(np.int64))


def golden_images() -> np.ndarray:
    """Enlarge ten bundled digits by repetition: (10, 28, 28), the fixed input of the cards' golden values."""
    return _enlarged(bundled_digits().images[:10])


def _enlarged(small: np.ndarray) -> np.ndarray:
    return np.pad(small.repeat(3, axis=1).repeat(3, axis=2), ((0, 0), (2, 2), (2, 2)))


def _remedy(name: str) -> str:
    raw = folder() / TORCHVISION[name] / "raw"
    return f"Run `python -m aemodels.datasets` with a network, or put its four files into {raw}."


def _read(name: str, train: bool) -> tuple[np.ndarray, np.ndarray]:
    from torchvision import datasets

    try:
        raw = getattr(datasets, TORCHVISION[name])(str(folder()), train=train, download=False)
    except RuntimeError as error:
        raise MissingData(f"{TITLES[name]} is not in {folder()}. {_remedy(name)}") from error
    return raw.data.numpy().astype(np.float32) / 255, raw.targets.numpy()
