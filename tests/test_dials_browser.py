"""The dials and the walk in a real Chromium: what moves while the hand moves."""

import pytest

from tests.chromium import pixels, settled
from tests.test_browser import address, browser, visit  # noqa: F401

pytestmark = pytest.mark.browser


def open_at(visit, url):  # noqa: F811
    visit.page.goto(url)
    settled(visit.page)
    visit.page.locator("[data-ready=true]").first.wait_for()
    return visit.page


def wait_for_change(page, test_id: str, before: bytes) -> None:
    for _ in range(200):
        if pixels(page, test_id) != before:
            return
        page.wait_for_timeout(25)
    raise AssertionError(f"{test_id} never changed")


def test_the_picture_follows_a_dial_before_it_is_let_go(address, visit):  # noqa: F811
    page = open_at(visit(), f"{address}/sample?model=vae_2d")
    dial = page.get_by_test_id("dial-0")
    dial.scroll_into_view_if_needed()
    box = dial.bounding_box()
    before, middle = pixels(page, "dials-picture"), box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.5, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, middle, steps=10)
    wait_for_change(page, "dials-picture", before)
    page.mouse.move(box["x"] + box["width"] * 0.05, middle, steps=10)
    page.wait_for_function("() => true")
    halfway = pixels(page, "dials-picture")
    page.mouse.up()
    wait_for_change(page, "dials-picture", before)
    assert halfway != before


def test_a_dial_turns_by_keyboard_and_the_strip_sets_it(address, visit):  # noqa: F811
    page = open_at(visit(), f"{address}/sample?model=vae_20d")
    before = pixels(page, "dials-picture")
    page.get_by_test_id("strip-10").click()
    wait_for_change(page, "dials-picture", before)
    at_end = pixels(page, "dials-picture")
    page.get_by_test_id("dials").get_by_role("slider").first.press("Home")
    wait_for_change(page, "dials-picture", at_end)


def test_the_walk_moves_without_the_server(address, visit):  # noqa: F811
    page = open_at(visit(), f"{address}/between_two_digits?model=vae_20d&against=deep_30d")
    large = page.get_by_test_id("way-0").locator("canvas").first
    label = large.get_attribute("aria-label")
    page.get_by_test_id("walk-slider").press("Home")
    assert large.get_attribute("aria-label") != label
    assert large.get_attribute("aria-label").endswith("0 % of the way")
