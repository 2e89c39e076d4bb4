"""The lesson on the loss in a real browser: what the hand holds stays where it is while everything else changes."""

import re

from playwright.sync_api import expect

from tests.support.browser import eventually, open_at, settled

PRESSED = (
    ("ArrowRight", "?loss=vae_beta_4"),
    ("ArrowLeft", "what_the_loss_does"),
    ("ArrowLeft", "?loss=vae_beta_01"),
    ("ArrowLeft", "?loss=vae_beta_0"),
)
"""Keys, and the end of the address that each leads to."""


def test_the_slider_stays_in_view_and_the_map_shows_how_far_its_codes_reach(address, visit):
    page = open_at(visit(viewport={"width": 1366, "height": 768}), f"{address}/what_the_loss_does")
    slider, board = page.get_by_role("slider").first, page.get_by_test_id("latent-plane")
    expect(board).to_have_attribute("data-ready", "true")
    top = board.bounding_box()["y"]
    slider.focus()
    for key, end in PRESSED:
        page.keyboard.press(key)
        expect(page).to_have_url(re.compile(f"{re.escape(end)}$"))
        settled(page)
    eventually(page, lambda: float(board.get_attribute("data-half")) > 40, "the window has grown with the codes")
    expect(page.get_by_text("The map now reaches from −62")).to_be_visible()
    expect(page.get_by_test_id("stSlider")).to_be_in_viewport()
    assert board.bounding_box()["y"] == top
