"""What browser tests share: one server for the whole run, one Chromium for each worker."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support import server
from tests.support.browser import Profiles, Visit, running_chromium

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


@pytest.fixture(scope="session")
def profiles(browser) -> Profiles:
    """The browser's profiles, one for each kind of screen."""
    return Profiles(browser)


@pytest.fixture
def visit(profiles):
    """Makes visits; at the end no console may have complained."""
    visits: list[Visit] = []

    def make(**screen) -> Visit:
        visits.append(profiles.visit(**screen))
        return visits[-1]

    yield make
    for each in visits:
        each.leave()
        assert not each.complaints
