"""The pages on PCA and on units in a real browser: what moves under the hand, and a training that is watched."""

import re

from playwright.sync_api import expect

from tests.support.browser import frames, open_at, pixels, pixels_of


def test_pca_page_follows_the_hand_and_plays_a_training(address, visit):
    page = open_at(visit(), f"{address}/pca_against_autoencoder")
    before = pixels(page, "sums-rebuilt")
    page.get_by_test_id("sums-count").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_test_id("sums-words")).to_have_text("11 principal components")
    assert pixels(page, "sums-rebuilt") != before
    expect(page).to_have_url(re.compile("components=11"))

    first, other = (page.get_by_test_id(f"side-map-{index}") for index in (0, 2))
    first.scroll_into_view_if_needed()
    before = pixels(page, "side-map-2")
    first.hover()
    expect(page.get_by_test_id("side-maps")).not_to_have_attribute("data-pointed", "-1")
    assert pixels(page, "side-map-2") != before
    expect(other).to_be_visible()

    page.get_by_role("button", name="Train a linear autoencoder now").click()
    play, cloud = page.get_by_test_id("cloud-play"), page.get_by_test_id("cloud")
    expect(play).to_have_text("Pause", timeout=60_000)
    play.click()
    expect(play).to_have_text("Play")
    stopped = cloud.get_attribute("data-round")
    frames(page, 24)
    assert cloud.get_attribute("data-round") == stopped != "70"
    before = pixels(page, "cloud-space")
    page.get_by_test_id("cloud-space").focus()
    page.keyboard.press("ArrowRight")
    assert pixels(page, "cloud-space") != before
    page.get_by_test_id("cloud-epoch").focus()
    page.keyboard.press("End")
    expect(page.get_by_test_id("cloud-where")).to_have_text(re.compile(r"Round 70 of 70: 0\.\d\d°"))


def test_a_click_switches_a_unit_off(address, visit):
    page = open_at(visit(), f"{address}/what_the_units_see?model=simple")
    lost = page.get_by_test_id("tile-cut")
    before = pixels_of(lost.locator("canvas"))
    unit = page.locator("button.tile").first
    unit.click()
    expect(unit).to_have_attribute("aria-pressed", "true")
    expect(lost).to_contain_text("Without unit")
    assert pixels_of(lost.locator("canvas")) != before
    expect(page).to_have_url(re.compile(r"off=\d+"))
