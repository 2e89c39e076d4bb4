"""What tests share: the real data when there is some, a copy of the checkpoints to damage, and the run's own folder."""

import os
import shutil
import tempfile
from pathlib import Path

WORKERS = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
if WORKERS > 1:  # before numpy and torch are imported: each worker gets its share of the cores
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 1) // WORKERS)))

import numpy as np  # noqa: E402
import pytest  # noqa: E402

from aemodels import datasets, folders  # noqa: E402
from tests.support.skipping import skip_except_in_ci  # noqa: E402


def pytest_configure(config):
    """Name, for all workers, the run's own folder and its main process."""
    if not hasattr(config, "workerinput"):
        os.environ["AEMODELS_TEST_FOLDER"] = tempfile.mkdtemp(prefix="aemodels-tests-")
        os.environ["AEMODELS_TEST_PROCESS"] = str(os.getpid())


def pytest_unconfigure(config):
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ["AEMODELS_TEST_FOLDER"], ignore_errors=True)


def pytest_collection_modifyitems(items):
    """Mark what uses a browser, and begin with the files that take long: so no worker is left alone at the end."""
    for item in items:
        if "browser" in item.fixturenames:
            item.add_marker(pytest.mark.browser)
    long = {item.path for item in items if item.get_closest_marker("browser") or item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def real():
    """Loads a real data set by name; without it a test is skipped, except in CI, where it fails."""

    def load(name: str) -> datasets.Dataset:
        if not datasets.available(name):
            skip_except_in_ci(f"{name} is not in {folders.data()}: set AEMODELS_DATA to run this test")
        return datasets.load(name)

    return load


@pytest.fixture(scope="session")
def mnist(real) -> datasets.Dataset:
    """The real MNIST."""
    return real("mnist")


@pytest.fixture
def without_data(tmp_path, monkeypatch) -> Path:
    """An empty folder in the place of the data sets."""
    monkeypatch.setenv("AEMODELS_DATA", str(tmp_path))
    datasets.load.cache_clear()
    datasets.test_bytes.cache_clear()
    return tmp_path


@pytest.fixture(scope="session")
def digits() -> np.ndarray:
    """Sixty small digits that need no data set, enlarged: (60, 28, 28)."""
    return datasets.load("digits").train.images[:60]


@pytest.fixture
def spoilable(tmp_path, monkeypatch) -> Path:
    """A copy of the checkpoints folder that a test may damage."""
    copy = tmp_path / "checkpoints"
    shutil.copytree(folders.checkpoints(), copy)
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(copy))
    return copy
