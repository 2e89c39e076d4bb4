"""The pictures: MNIST and Fashion-MNIST from the data folder, and the digits that scikit-learn brings along."""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from aemodels import folders
from aemodels.datasets.table import TABLE
from aemodels.errors import MissingData

if TYPE_CHECKING:
    from torch import Tensor

TRAINING_IMAGES = 55_000
BUNDLED = "datasets/data/digits.csv.gz"
"""Below the folder of scikit-learn."""


@dataclass(frozen=True)
class Split:
    """Images with their labels.

    Attributes:
        images: (N, 28, 28) float32 in [0, 1], ink = 1.
        labels: (N,) int64, index into the data set's `classes`.
    """

    images: np.ndarray
    labels: np.ndarray

    def tensor(self) -> "Tensor":
        """Return the images as networks take them: (N, 1, 28, 28)."""
        import torch

        return torch.from_numpy(self.images)[:, None]

    def first(self, count: int) -> "Split":
        """Return the first ones."""
        return Split(self.images[:count], self.labels[:count])


@dataclass(frozen=True)
class Dataset:
    """A data set in its three splits: the first 55,000 to train, the last 5,000 to choose, 10,000 to report."""

    name: str
    train: Split
    validation: Split
    test: Split


def load(name: str) -> Dataset:
    """Read all three splits of a data set of pictures; arguments and errors as in `datasets.load`."""
    if name == "digits":
        images, labels = _enlarged(bundled_digits().images), bundled_digits().labels
        parts = [slice(0, 1200), slice(1200, 1500), slice(1500, None)]
        return Dataset(name, *(Split(images[part], labels[part]) for part in parts))
    images, labels = _read(name, train=True)
    train = Split(images[:TRAINING_IMAGES], labels[:TRAINING_IMAGES])
    validation = Split(images[TRAINING_IMAGES:], labels[TRAINING_IMAGES:])
    return Dataset(name, train, validation, test(name))


def test(name: str) -> Split:
    """Read the 10,000 test images of a data set alone; arguments and errors as in `load`."""
    return Split(*_read(name, train=False))


@lru_cache(maxsize=2)
def test_bytes(name: str) -> tuple[np.ndarray, np.ndarray]:
    """Read the test images as they are stored, a quarter of the memory; kept, so don't change them.

    Args:
        name: "mnist" or "fashion".

    Returns:
        Images (10000, 28, 28) uint8, ink = 255; labels (10000,) uint8.

    Raises:
        MissingData: It is not in the data folder.
    """
    return _files(name, train=False)


def inks(stored: np.ndarray) -> np.ndarray:
    """Return images as they are stored, uint8, as float32 in [0, 1]."""
    return stored.astype(np.float32) / 255


def first_training_bytes(name: str, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Read the first training images of a data set of the data folder as they are stored.

    Args:
        name: "mnist" or "fashion".
        count: How many; no more than `TRAINING_IMAGES`.

    Returns:
        Images (count, 28, 28) uint8, ink = 255; labels (count,) uint8.

    Raises:
        MissingData: It is not in the data folder.
    """
    images, labels = _files(name, train=True)
    return images[:count].copy(), labels[:count].copy()


@lru_cache(maxsize=1)
def bundled_digits() -> Split:
    """Return the 1,797 small digits of scikit-learn: images (1797, 8, 8) float32 in [0, 1], no network needed.

    Only its file is read: the package itself would bring pandas and others along, 80 MB of memory.

    Raises:
        MissingData: scikit-learn is not installed.
    """
    package = find_spec("sklearn")
    if not package or not package.submodule_search_locations:
        raise MissingData("scikit-learn is not installed. Run `pip install scikit-learn`.")
    with gzip.open(Path(package.submodule_search_locations[0]) / BUNDLED, "rt") as file:
        table = np.loadtxt(file, delimiter=",")
    return Split((table[:, :-1].reshape(-1, 8, 8) / 16).astype(np.float32), table[:, -1].astype(np.int64))


def golden_images() -> np.ndarray:
    """Enlarge ten bundled digits by repetition: (10, 28, 28), the fixed input of the cards' golden values."""
    return _enlarged(bundled_digits().images[:10])


def _enlarged(small: np.ndarray) -> np.ndarray:
    return np.pad(small.repeat(3, axis=1).repeat(3, axis=2), ((0, 0), (2, 2), (2, 2)))


def remedy(name: str) -> str:
    """Say how a data set comes into the data folder."""
    raw = folders.data() / TABLE[name].torchvision / "raw"
    return f"Run `python -m aemodels.datasets` with a network, or put its four files into {raw}."


def _read(name: str, train: bool) -> tuple[np.ndarray, np.ndarray]:
    images, labels = _files(name, train)
    return inks(images), labels.astype(np.int64)


def _files(name: str, train: bool) -> tuple[np.ndarray, np.ndarray]:
    """Read one half of a data set; without torchvision, whose import takes a second and 150 MB of a server's memory."""
    entry, part = TABLE[name], "train" if train else "t10k"
    folder = folders.data() / entry.torchvision / "raw"
    try:
        return idx(folder / f"{part}-images-idx3-ubyte"), idx(folder / f"{part}-labels-idx1-ubyte")
    except (OSError, ValueError) as error:
        raise MissingData(f"{entry.title} is not in {folders.data()}. {remedy(name)}") from error


def idx(path: Path) -> np.ndarray:
    """Read a file of bytes in the format that MNIST is published in: its shape in front of its values.

    Raises:
        OSError: It cannot be read.
        ValueError: It is cut short, or no such file.

    Source:
        LeCun, Cortes and Burges, The MNIST database of handwritten digits, "The IDX file format".
    """
    content = path.read_bytes()
    if content[:3] != b"\0\0\x08":
        raise ValueError(f"{path} is no IDX file of bytes. Download it anew with `python -m aemodels.datasets`.")
    shape = np.frombuffer(content, ">i4", content[3], offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + shape.nbytes).reshape(shape)
