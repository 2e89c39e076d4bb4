"""The page “Odd one out” in a real Chromium: one click puts an odd thing on the pad, and the alarm rings."""

import re

from playwright.sync_api import expect

from tests.support.browser import draw, ink_share, open_at, pixels, settled


def test_a_click_on_an_odd_thing_rings_the_alarm_and_the_hand_goes_on_from_there(address, visit):
    page = open_at(visit(reduced_motion="reduce", viewport={"width": 1366, "height": 768}), f"{address}/odd_one_out")
    page.get_by_test_id("tile-star").last.wait_for()
    for shown in (page.get_by_text("Ordinary.").first, page.get_by_test_id("tile-6 upside down").last):
        expect(shown).to_be_in_viewport()
    expect(page.get_by_text("Ordinary.").first).to_be_visible()
    page.get_by_role("button", name="Draw a 1 for me").click()
    expect(page.get_by_text("This picture is rebuilt worse than").first).to_be_visible()
    expect(page.get_by_text("Ordinary.").first).to_be_visible()
    one = pixels(page, "digit-pad")
    page.get_by_test_id("tile-star").last.click()
    expect(page.get_by_text("Anomaly.").first).to_be_visible()
    expect(page.get_by_test_id("tile-star").last).to_have_attribute("aria-pressed", "true")
    star = pixels(page, "digit-pad")
    assert star != one
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Ordinary.").first).to_be_visible()
    assert pixels(page, "digit-pad") == one
    page.get_by_role("button", name="Redo").click()
    expect(page.get_by_text("Anomaly.").first).to_be_visible()
    draw(page, [(0.1, 0.1), (0.9, 0.9)])
    expect(page.get_by_test_id("tile-star").last).to_have_attribute("aria-pressed", "false")


def test_an_odd_thing_reaches_the_pad_from_another_source_and_a_model_from_its_tile(address, visit):
    page = open_at(visit(reduced_motion="reduce"), f"{address}/odd_one_out?source=pick&rate=3")
    page.get_by_test_id("tile-zigzag").last.click()
    expect(page.get_by_test_id("digit-pad")).to_be_visible()
    settled(page)
    assert ink_share(page) > 0.05
    expect(page.get_by_text("the alarm goes off above 97 %").first).to_be_visible()
    page.get_by_test_id("tile-vae_20d").last.click()
    expect(page).to_have_url(re.compile("model=vae_20d"))
    assert "rate=3" in page.url
    assert "source" not in page.url
