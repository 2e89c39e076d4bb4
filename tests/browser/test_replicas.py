"""Three replicas behind a real HAProxy: a class spread over them, one that dies, and all started anew one by one."""

import os
import signal
from collections import Counter

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import SEVEN, at_rest, changed, draw, ink_share, open_at, pixels, settled
from tests.support.crowd import Crowd, crowd
from tests.support.fleet import Served, ready, served, until
from tests.support.server import ROOT, server, streamlit

pytestmark = pytest.mark.slow

SESSIONS = 30
PAUSE = 6.0  # seconds between two drawings of a session
PICTURE = (ROOT / "docs/reconstruct.png").read_bytes()
CONTROLS = "reconstruct?model=vae_2d"
RECONSTRUCTION = "flow-reconstruction"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def fleet(folder):
    with served(folder, 3) as fleet:
        yield fleet


@pytest.fixture
def students(fleet):
    with crowd(fleet.address, SESSIONS) as students:
        yield students


def replica_of(page: Page) -> str:
    return {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}["replica"]


def uploads(students: Crowd) -> Counter:
    return Counter(students.all(*(session.upload(PICTURE) for session in students.sessions)))


def errors(students: Crowd) -> list[str]:
    return [error for session in students.sessions for error in session.errors]


def with_a_seven(page: Page) -> bytes:
    """Draw a seven, and return the pad's pixels."""
    draw(page, SEVEN)
    return at_rest(page, "digit-pad")


def test_a_class_is_spread_over_all_replicas_and_every_upload_arrives(students):
    spread = Counter(session.cookies["replica"] for session in students.sessions)
    assert len(spread) == 3
    assert min(spread.values()) >= SESSIONS / 4
    students.all(*(session.draw() for session in students.sessions))
    assert uploads(students) == {204: SESSIONS}
    assert errors(students) == []


def test_without_the_cookie_uploads_go_astray(fleet):
    with crowd(fleet.address, SESSIONS, sticky=False) as students:
        assert uploads(students)[400] > 0


def test_a_replica_dies_and_nobody_loses_a_drawing(fleet, folder, students, visit):
    visits = [visit(), visit()]
    pages = [open_at(each, f"{fleet.address}/{CONTROLS}") for each in visits]
    drawn = [with_a_seven(page) for page in pages]
    victim, before = replica_of(pages[0]), ready(folder / "log")
    hit = {session for session in students.sessions if session.cookies["replica"] == victim}
    students.start_drawing(PAUSE)
    os.kill(fleet.replicas()[victim], signal.SIGKILL)
    until(lambda: all(session.absences for session in hit), "all sessions of the dead replica are back")
    until(lambda: ready(folder / "log") > before, "the dead replica is replaced")
    students.rest()
    assert [session.absences for session in students.sessions if session not in hit] == [[]] * (SESSIONS - len(hit))
    assert errors(students) == []
    for page, before_death in zip(pages, drawn, strict=True):
        still_there(page, before_death)
    for each in visits:  # the browser says itself that its connection broke
        each.complaints[:] = [line for line in each.complaints if "WebSocket" not in line and "ERR_" not in line]


def still_there(page: Page, drawn: bytes) -> None:
    """Check that drawing and controls are there, that the server answers, and knows the drawing on other pages too."""
    expect(page.locator("[data-test-connection-state=CONNECTED]")).to_be_visible()
    assert pixels(page, "digit-pad") == drawn
    assert "model=vae_2d" in page.url
    shown = pixels(page, RECONSTRUCTION)
    draw(page, [(0.2, 0.5), (0.8, 0.55)])
    changed(page, RECONSTRUCTION, shown)
    ink = ink_share(page)
    page.get_by_role("link", name="Denoise", exact=True).click()
    expect(page.get_by_role("heading", name="Denoise", exact=True)).to_be_visible()
    assert ink_share(page) == pytest.approx(ink, rel=0.05)


def test_all_are_started_anew_one_after_the_other_while_a_class_draws(fleet: Served, folder, students):
    before, old = ready(folder / "log"), fleet.replicas()
    students.start_drawing(PAUSE)
    os.kill(fleet.process, signal.SIGHUP)
    until(lambda: ready(folder / "log") == before + 3, "all replicas are new")
    students.rest()
    students.all(*(session.draw() for session in students.sessions))
    assert not set(old.values()) & set(fleet.replicas().values())
    assert errors(students) == []
    assert uploads(students) == {204: SESSIONS}


def test_haproxy_itself_is_replaced(fleet):
    old = fleet.haproxy()
    os.kill(old, signal.SIGKILL)
    until(lambda: fleet.haproxy() not in {old, None}, "there is another HAProxy")
    until(lambda: _opens(fleet.address), "it admits the replicas again")


def _opens(address: str) -> bool:
    try:
        with crowd(address, 1):
            return True
    except OSError:
        return False


def test_a_drawing_outlives_a_reload(fleet, visit):
    page = open_at(visit(), f"{fleet.address}/{CONTROLS}")
    drawn = with_a_seven(page)
    page.reload()
    expect(page.get_by_test_id("digit-pad")).to_have_attribute("data-ready", "true")
    assert at_rest(page, "digit-pad") == drawn
    page.get_by_role("button", name="Clear").click()
    page.reload()
    expect(page.get_by_test_id("digit-pad")).to_have_attribute("data-ready", "true")
    at_rest(page, "digit-pad")
    assert ink_share(page) == 0


def test_while_the_connection_is_lost_a_sentence_says_that_the_drawing_is_safe(browser):
    context = browser.new_context()
    page = context.new_page()
    with server(*streamlit("app.py")) as address:
        page.goto(address)
        settled(page)
        expect(page.get_by_test_id("connection-notice")).to_have_text("")
    notice = page.get_by_test_id("connection-notice")
    expect(notice).to_contain_text("Your drawing and your settings are safe")
    expect(notice).to_have_attribute("role", "status")
    context.close()
