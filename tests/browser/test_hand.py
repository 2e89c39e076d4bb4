"""The hand never waits for the server: while it draws the page computes, and when it rests torch has the word."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import (
    DRAWABLE,
    ON_A_PHONE,
    SEVEN,
    changed,
    draw,
    eventually,
    frames,
    frames_to_server,
    open_at,
    pixels,
    pixels_of,
    settled,
    touch,
    within,
)
from ui.components.shared import modules

ENGINE = modules.address("shared/rebuilding/engine.js")
ARRIVED = """
async ([address, names]) => {
  const { engine } = await import(new URL(address, document.baseURI).href);
  return names.every((name) => engine.arrived.has(name));
}
"""
ALMOST = 2  # of 255: what float16 weights and another order of additions change at most


def open_drawing(visit, url: str, *names: str) -> tuple[Page, list]:
    """Open a page and wait until the browser can run these models; collects what the page sends."""
    sent = frames_to_server(visit.page)
    page = open_at(visit, url, drawn=DRAWABLE)
    eventually(page, lambda: page.evaluate(ARRIVED, [ENGINE, list(names)]), "the models arrive")
    return page, quiet(page, sent)


def quiet(page: Page, sent: list) -> list:
    """Wait until the page sends nothing more."""

    def rests() -> bool:
        before = len(sent)
        frames(page, 40)
        return before == len(sent)

    eventually(page, rests, "the page sends nothing more")
    return sent


def away(one: bytes, other: bytes) -> int:
    """Return the largest difference between two canvases' colours, of 255."""
    return int(np.abs(np.frombuffer(one, np.uint8).astype(int) - np.frombuffer(other, np.uint8)).max())


def test_nothing_is_sent_while_the_pointer_is_down_and_one_message_when_it_rests(address, visit):
    page, sent = open_drawing(visit(), f"{address}/reconstruct", "deep_30d", "simple", "denoising_conv")
    canvas = page.get_by_test_id("tile-denoising_conv").locator("canvas").last
    read = "canvas => canvas.getContext('2d').getImageData(0, 0, 28, 28).data.join()"
    before, flow, tile = len(sent), pixels(page, "flow-reconstruction"), canvas.evaluate(read)
    text = page.get_by_test_id("tile-simple").last.inner_text()
    draw(page, SEVEN, lift=False)
    changed(page, "flow-reconstruction", flow)
    eventually(page, lambda: canvas.evaluate(read) != tile, "a tile follows the hand")
    eventually(page, lambda: page.get_by_test_id("tile-simple").last.inner_text() != text, "its error does too")
    expect(page.locator(".flow.waiting")).to_have_count(0)
    frames(page, 40)
    in_page = pixels(page, "flow-reconstruction")
    assert len(sent) == before, "the server hears nothing while the pointer is down"
    page.mouse.up()
    expect(page.get_by_text(re.compile("rebuilt .* its test images"))).to_be_visible()
    quiet(page, sent)
    assert len(sent) == before + 1
    assert away(pixels(page, "flow-reconstruction"), in_page) <= ALMOST, "nobody sees torch's result come"


def test_start_here_follows_the_hand_and_a_digit_that_draws_itself_sends_one_message(address, visit):
    page, sent = open_drawing(visit(reduced_motion="reduce"), address, "vae_20d")
    before, flow = len(sent), pixels(page, "flow-reconstruction")
    draw(page, SEVEN, lift=False)
    followed = changed(page, "flow-reconstruction", flow)
    assert len(sent) == before
    page.mouse.up()
    expect(page.get_by_text("Yours came back")).to_be_visible()
    quiet(page, sent)
    assert len(sent) == before + 1
    page.get_by_role("button", name="Draw a 4 for me").click()
    changed(page, "flow-reconstruction", followed)
    eventually(page, lambda: len(sent) > before + 1, "the server hears of the digit when it is drawn")
    quiet(page, sent)
    assert len(sent) == before + 2


@pytest.mark.parametrize(
    ("url", "models", "canvas"),
    [
        ("odd_one_out?model=simple", ["simple"], "[data-testid=flow-reconstruction]"),
        ("between_two_digits?model=simple&against=vanilla", ["simple", "vanilla"], "[data-testid=way-1] canvas"),
        ("map_of_codes?model=simple&projection=pca", ["simple"], "[data-testid=atlas-map-0]"),
        ("map_of_codes?model=simple&projection=pca_3d", [], None),
        ("pca_against_autoencoder", ["pca_32"], "[data-testid=sums-rebuilt]"),
        ("what_the_units_see?model=conv", ["conv"], "[data-testid=tile-cut] canvas"),
    ],
)
def test_no_page_sends_anything_while_the_pointer_is_down(address, visit, url, models, canvas):
    page, sent = open_drawing(visit(), f"{address}/{url}", *models)
    shown = page.locator(canvas or DRAWABLE).first
    before, first = len(sent), pixels_of(shown)
    draw(page, SEVEN, lift=False)
    eventually(page, lambda: pixels_of(shown) != first, "the page follows the hand")
    frames(page, 20)
    assert len(sent) == before
    page.mouse.up()
    eventually(page, lambda: len(sent) > before, "the server hears of the drawing when the hand rests")


def test_a_finger_sends_nothing_either(address, visit):
    page, sent = open_drawing(visit(**ON_A_PHONE), f"{address}/reconstruct", "deep_30d")
    before, flow = len(sent), pixels(page, "flow-reconstruction")
    fingers = touch(page)
    way = [within(page.get_by_test_id("digit-pad"), 0.5, 0.15 + step * 0.7 / 24) for step in range(25)]
    fingers("touchStart", way[0])
    for place in way[1:]:
        fingers("touchMove", place)
    changed(page, "flow-reconstruction", flow)
    assert len(sent) == before
    fingers("touchEnd")
    settled(page)
    quiet(page, sent)
    assert len(sent) == before + 1


@pytest.mark.parametrize("blocked", ["**/rebuilding/worker.js", "**/networks/**"])
def test_where_the_page_cannot_run_models_the_server_follows_the_hand(address, browser, blocked):
    page = browser.new_page()
    page.route(blocked, lambda route: route.fulfill(status=404, body="The server runs another version"))
    sent = frames_to_server(page)
    page.goto(f"{address}/reconstruct")
    settled(page)
    before, flow = len(quiet(page, sent)), pixels(page, "flow-reconstruction")
    draw(page, SEVEN, lift=False)
    changed(page, "flow-reconstruction", flow)
    assert len(sent) > before
    page.close()


def test_a_browser_that_saves_data_fetches_nothing_large(address, visit):
    seen = visit()
    asked: list[str] = []
    seen.page.on("request", lambda request: asked.append(request.url) if "/networks/" in request.url else None)
    seen.page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page = open_at(seen, f"{address}/reconstruct?model=simple", drawn=DRAWABLE)
    eventually(page, lambda: page.evaluate(ARRIVED, [ENGINE, ["simple", "vae_conv_2d"]]), "the small models arrive")
    assert not any("deep_30d" in url for url in asked)
