"""What tests share: the real data when there is some, a copy of the checkpoints to spoil, a server, a browser."""

import os
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, sync_playwright

from aemodels import datasets, folders
from tests.chromium import FLAGS, chromium, server

ROOT = Path(__file__).parent.parent
DESKTOP = {"width": 1366, "height": 900}
PROBES = re.compile(r"/_stcore/(health|host-config)$")  # Streamlit looks for its server below a deep link first


@pytest.fixture(scope="session")
def real():
    """Loads a real data set by name; without it a test is skipped, except in CI, where it fails."""

    def load(name: str) -> datasets.Dataset:
        if not datasets.available(name):
            message = f"{name} is not in {folders.data()}: set AEMODELS_DATA to run this test"
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
    shutil.copytree(folders.checkpoints(), copy)
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(copy))
    return copy


@pytest.fixture(scope="module")
def address():
    """The address of the app, started by the command that its users start it with."""
    with server("make", "run", "PORT={port}") as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    """A real Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


class Visit:
    """A page with everything that its console complained about."""

    def __init__(self, browser: Browser, **context):
        self.context = browser.new_context(**({"viewport": DESKTOP} | context))
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, message):
        if message.type == "error" and not PROBES.search(message.location.get("url", "")):
            self.complaints.append(f"{message.text} {message.location}")


@pytest.fixture
def visit(browser):
    """Makes visits; at the end no console may have complained."""
    visits: list[Visit] = []

    def make(**context) -> Visit:
        visits.append(Visit(browser, **context))
        return visits[-1]

    yield make
    for each in visits:
        each.context.close()
        assert not each.complaints
