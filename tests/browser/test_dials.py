"""The dials and the walk in a real Chromium: what moves while the hand moves."""

import re

from playwright.sync_api import expect

from tests.support.browser import changed, eventually, open_at, pixels, settled
from ui.components.shared import modules

ARRIVED = """
async (address) => {
  const { engine } = await import(new URL(address, document.baseURI).href);
  return engine.plan().length > 0 && engine.plan().every(({ name }) => engine.arrived.has(name));
}
"""


def test_the_picture_follows_a_dial_before_it_is_let_go(address, visit):
    page = open_at(visit(), f"{address}/sample?model=vae_2d", "[data-testid=dials] canvas")
    settled(page)
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


def test_a_dial_turns_by_keyboard_and_the_strip_sets_one(address, visit):
    page = open_at(visit(), f"{address}/sample?model=vae_20d", "[data-testid=dials] canvas")
    before = pixels(page, "dials-picture")
    page.get_by_test_id("strip-10").click()
    changed(page, "dials-picture", before)
    at_end = pixels(page, "dials-picture")
    first = page.get_by_test_id("dials").get_by_role("slider").first
    first.press("Home")
    changed(page, "dials-picture", at_end)
    assert float(first.input_value()) == -3


def test_the_walk_moves_without_the_server(address, visit):
    page = open_at(visit(), f"{address}/between_two_digits?model=vae_20d&against=deep_30d", "[data-testid=ways] canvas")
    eventually(page, lambda: page.evaluate(ARRIVED, modules.address("shared/rebuilding/engine.js")), "models arrive")
    page.locator("[data-testid=own-models][data-ready=true]").wait_for()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    large = page.get_by_test_id("way-0").locator("canvas").first
    page.get_by_test_id("ways-slider").press("End")
    expect(large).to_have_attribute("aria-label", re.compile(", 100 % of the way"))
    page.get_by_test_id("ways-slider").press("Home")
    expect(large).to_have_attribute("aria-label", re.compile(", 0 % of the way"))
    assert not [url for url in sent if not url.startswith("blob:")]
