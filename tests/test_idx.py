"""The published files of MNIST are read as torchvision reads them, and what is none is refused."""

import subprocess
import sys

import numpy as np
import pytest
from torchvision.datasets.mnist import read_image_file, read_label_file

from aemodels import datasets
from aemodels.datasets.pictures import idx
from aemodels.errors import MissingData

WHOLE = b"\0\0\x08\x03" + np.array([2, 3, 4], ">i4").tobytes() + bytes(range(24))


def test_it_reads_what_torchvision_reads(tmp_path):
    pictures, labels = tmp_path / "pictures", tmp_path / "labels"
    pictures.write_bytes(WHOLE)
    labels.write_bytes(b"\0\0\x08\x01" + np.array([3], ">i4").tobytes() + b"\7\0\2")
    assert (idx(pictures) == read_image_file(str(pictures)).numpy()).all()
    assert (idx(labels) == read_label_file(str(labels)).numpy()).all()
    assert idx(pictures).shape == (2, 3, 4)


@pytest.mark.parametrize("content", [b"", WHOLE[:3], WHOLE[:10], WHOLE[:-1], WHOLE + b"\0", b"\x1f\x8b" + WHOLE])
def test_a_damaged_file_is_refused(tmp_path, content):
    (tmp_path / "file").write_bytes(content)
    with pytest.raises((ValueError, IndexError)):
        idx(tmp_path / "file")


def test_a_data_set_that_is_cut_short_is_said_to_be_missing(without_data):
    folder = without_data / "MNIST" / "raw"
    folder.mkdir(parents=True)
    for name in ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"):
        (folder / name).write_bytes(WHOLE[:10])
    with pytest.raises(MissingData, match="Run `python"):
        datasets.test("mnist")


def test_the_small_digits_are_those_of_scikit_learn_and_come_without_the_package():
    from sklearn.datasets import load_digits

    theirs, ours = load_digits(), datasets.bundled_digits()
    assert (ours.images * 16 == theirs.images).all()
    assert (ours.labels == theirs.target).all()
    words = "import sys; from aemodels import datasets; datasets.bundled_digits(); assert 'sklearn' not in sys.modules"
    subprocess.run([sys.executable, "-c", words], check=True)
