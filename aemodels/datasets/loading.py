"""Any data set by its name: read from the data folder, downloaded, bundled or made up."""

from functools import lru_cache
from importlib import import_module

from aemodels import folders
from aemodels.datasets import downloading
from aemodels.datasets.pictures import Dataset
from aemodels.datasets.splits import Data
from aemodels.datasets.table import TABLE
from aemodels.errors import MissingData


def available(name: str) -> bool:
    """Return whether a data set can be read without a network."""
    first_file = TABLE[name].first_file
    return not first_file or (folders.data() / first_file).exists()


@lru_cache(maxsize=2)
def load(name: str) -> Data:
    """Read a data set.

    Args:
        name: Key of `TABLE`.

    Returns:
        All three splits: of images, of points for "cloud", of sentences for "reuters" and "phrases".

    Raises:
        MissingData: It is not in the data folder.
    """
    entry = TABLE[name]
    module = import_module(f"aemodels.datasets.{entry.module}")
    return module.load(name) if entry.pictures else module.load()


def load_pictures(name: str) -> Dataset:
    """Read a data set of pictures, as `load` does; errors as there."""
    data = load(name)
    assert isinstance(data, Dataset), f"{name} has no pictures"
    return data


def download(name: str) -> None:
    """Fetch a data set into the data folder, unless it is there.

    Raises:
        MissingData: It cannot be fetched.
    """
    entry = TABLE[name]
    if not entry.torchvision:
        raise MissingData(f"{entry.title} is not in {folders.data()}. Put {entry.first_file} and its like there.")
    downloading.download(name)
