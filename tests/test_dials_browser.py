"""The dials and the walk in a real Chromium: what moves while the hand moves."""

import sys

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.chromium import FLAGS, chromium, pixels, server, settled
from tests.test_browser import Visit, changed

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address():
    with server(sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "{port}") as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    visit = Visit(browser)
    visit.page.set_default_timeout(60_000)
    yield visit.page
    visit.context.close()
    assert not visit.complaints


def open_at(page: Page, url: str, test_id: str) -> None:
    page.goto(url)
    settled(page)
    page.get_by_test_id(test_id).locator("canvas").first.wait_for()


def test_the_picture_follows_a_dial_before_it_is_let_go(address, page):
    open_at(page, f"{address}/sample?model=vae_2d", "dials")
    dial = page.get_by_test_id("dial-0")
    dial.scroll_into_view_if_needed()
    box = dial.bounding_box()
    middle = box["y"] + box["height"] / 2
    before = pixels(page, "dials-picture")
    page.mouse.move(box["x"] + box["width"] * 0.5, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.97, middle, steps=6)
    changed(page, "dials-picture", before)
    at_right = pixels(page, "dials-picture")
    page.mouse.move(box["x"] + box["width"] * 0.03, middle, steps=6)
    changed(page, "dials-picture", at_right)
    page.mouse.up()
    assert float(dial.input_value()) < -2


def test_a_dial_turns_by_keyboard_and_the_strip_sets_one(address, page):
    open_at(page, f"{address}/sample?model=vae_20d", "dials")
    before = pixels(page, "dials-picture")
    page.get_by_test_id("strip-10").click()
    changed(page, "dials-picture", before)
    at_end = pixels(page, "dials-picture")
    first = page.get_by_test_id("dials").get_by_role("slider").first
    first.press("Home")
    changed(page, "dials-picture", at_end)
    assert float(first.input_value()) == -3


def test_the_walk_moves_without_the_server(address, page):
    open_at(page, f"{address}/between_two_digits?model=vae_20d&against=deep_30d", "ways")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    large = page.get_by_test_id("way-0").locator("canvas").first
    page.get_by_test_id("ways-slider").press("End")
    assert large.get_attribute("aria-label").endswith(", 100 % of the way")
    page.get_by_test_id("ways-slider").press("Home")
    assert large.get_attribute("aria-label").endswith(", 0 % of the way")
    assert not sent
