"""What tests share: the real data when there is some, a copy of the checkpoints to spoil, a server, a browser."""

import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from aemodels import cards, datasets

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real():
    """Loads a real data set by name; without it a test is skipped, except in CI, where it fails."""

    def load(name: str) -> datasets.Dataset:
        if not datasets.available(name):
            message = f"{name} is not in {datasets.folder()}: set AEMODELS_DATA to run this test"
            pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
        return datasets.load(name)

    return load


@pytest.fixture(scope="session")
def mnist(real) -> datasets.Dataset:
    """The real MNIST."""
    return real("mnist")


@pytest.fixture(scope="session")
def digits() -> np.ndarray:
    """Sixty small digits that need no data set, enlarged: (60, 28, 28)."""
    return datasets.load("digits").train.images[:60]


@pytest.fixture
def spoilable(tmp_path, monkeypatch) -> Path:
    """A copy of the checkpoints folder that a test may damage."""
    copy = tmp_path / "checkpoints"
    shutil.copytree(cards.folder(), copy)
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(copy))
    return copy
