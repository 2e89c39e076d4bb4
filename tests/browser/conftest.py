"""What browser tests share: one server for the whole run, one Chromium for each worker."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support import server
from tests.support.browser import Visit, running_chromium

expect.set_options(timeout=20_000)  # milliseconds: several browsers share one server


@pytest.fixture(scope="session")
def address() -> str:
    """The address of the app, started by the command that its users start it with."""
    return server.shared(Path(os.environ["AEMODELS_TEST_FOLDER"]), int(os.environ["AEMODELS_TEST_PROCESS"]))


@pytest.fixture(scope="session")
def browser():
    """A real Chromium."""
    with running_chromium() as browser:
        yield browser


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
