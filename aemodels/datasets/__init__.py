"""What models learn from."""

from aemodels.datasets.downloading import download_progress
from aemodels.datasets.loading import available, download, load, load_pictures
from aemodels.datasets.pictures import (
    TRAINING_IMAGES,
    Dataset,
    Split,
    bundled_digits,
    first_training_bytes,
    golden_images,
    inks,
    test,
    test_bytes,
)
from aemodels.datasets.splits import Data, Examples
from aemodels.datasets.table import DOWNLOADED, PICTURES, TABLE

__all__ = [
    "DOWNLOADED",
    "PICTURES",
    "TABLE",
    "TRAINING_IMAGES",
    "Data",
    "Dataset",
    "Examples",
    "Split",
    "available",
    "bundled_digits",
    "download",
    "download_progress",
    "first_training_bytes",
    "golden_images",
    "inks",
    "load",
    "load_pictures",
    "test",
    "test_bytes",
]
