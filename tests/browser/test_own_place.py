"""The student's digit on maps of codes in a real Chromium: the star moves while the hand draws."""

from playwright.sync_api import expect

from tests.support.browser import pixels, settled, within
from tests.support.map_of_codes import open_maps, painted


def test_a_hand_draws_and_the_star_moves_with_it_and_settles_when_it_rests(address, visit):
    page = visit().page
    open_maps(page, address)
    atlas = page.get_by_test_id("atlas").last
    expect(atlas).to_have_attribute("data-settled", "true", timeout=30_000)
    example, before = atlas.get_attribute("data-own"), painted(page)
    pad = page.get_by_test_id("digit-pad")
    page.mouse.move(*within(pad, 0.3, 0.2))
    page.mouse.down()
    page.mouse.move(*within(pad, 0.7, 0.25), steps=12)
    expect(atlas).to_have_attribute("data-settled", "false", timeout=30_000)
    begun = atlas.get_attribute("data-own")
    page.mouse.move(*within(pad, 0.4, 0.85), steps=12)
    expect(atlas).not_to_have_attribute("data-own", begun, timeout=30_000)
    page.mouse.up()
    expect(atlas).to_have_attribute("data-settled", "true", timeout=30_000)
    assert atlas.get_attribute("data-own") not in (example, begun)
    assert painted(page) != before


def test_a_second_map_leaves_the_drawing_on_the_pad(address, visit):
    page = visit().page
    open_maps(page, address)
    page.get_by_role("button", name="Draw a 7 for me").click()
    expect(page.get_by_test_id("atlas").last).to_have_attribute("data-settled", "false", timeout=30_000)
    expect(page.get_by_test_id("atlas").last).to_have_attribute("data-settled", "true", timeout=30_000)
    drawn = pixels(page, "digit-pad")
    page.get_by_text("Second map", exact=True).first.click()
    expect(page.get_by_test_id("atlas-map-1")).to_be_visible()
    settled(page)
    assert pixels(page, "digit-pad") == drawn
