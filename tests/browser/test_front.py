"""The first page: an example draws itself until the visitor does, and a phone shows pad and reconstruction at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.browser import (
    DRAWABLE,
    SEVEN,
    changed,
    draw,
    eventually,
    frames,
    frames_to_server,
    ink_share,
    open_at,
    pixels,
    settled,
    within,
)

PRESSED = """() => [...document.querySelectorAll("[class*=st-key-door_]")].map((door) => {
    door.scrollIntoView({ block: "center" });
    const { x, y, width, height } = door.getBoundingClientRect();
    const places = [0.1, 0.5, 0.9].flatMap((right) => [0.1, 0.5, 0.9].map((down) => [right, down]));
    const pressed = places.map(([right, down]) => document.elementFromPoint(x + right * width, y + down * height));
    const addresses = pressed.map((each) => new URL(each.closest("a")?.href ?? "none:").pathname.slice(1));
    return [...new Set(addresses)].join();
})"""
"""Where the doors lead, pressed all over."""
SMALL_PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


def test_an_example_draws_itself_without_the_server_until_the_visitor_draws(address, visit):
    page = visit().page
    sent = frames_to_server(page)
    page.goto(address)
    settled(page)
    page.locator(DRAWABLE).wait_for()
    example = changed(page, "digit-pad", pixels(page, "digit-pad"))
    changed(page, "flow-reconstruction", pixels(page, "flow-reconstruction"))
    expect(page.locator("canvas.example")).to_be_visible()
    before = len(sent)
    changed(page, "digit-pad", example)
    assert len(sent) == before, "the example is nobody's drawing"
    draw(page, SEVEN)
    expect(page.locator("canvas.example")).to_have_count(0)
    expect(page.get_by_text("Yours came back")).to_be_visible()
    drawn = ink_share(page)
    frames(page, 30)
    assert ink_share(page) == drawn, "no example comes back"
    page.get_by_role("button", name="Undo").click()
    eventually(page, lambda: ink_share(page) == 0, "one stroke was drawn, and nothing else")


@pytest.mark.parametrize("screen", [SMALL_PHONE, {"viewport": {"width": 1366, "height": 768}}], ids=["phone", "laptop"])
def test_the_first_screen_shows_pad_and_reconstruction_and_stands_still_if_that_is_wished(address, visit, screen):
    page = open_at(visit(reduced_motion="reduce", **screen), address, drawn=DRAWABLE)
    shown = pixels(page, "digit-pad")
    assert ink_share(page) > 0.03
    size = screen["viewport"]
    for name in ("digit-pad", "flow-reconstruction"):
        right, bottom = within(page.get_by_test_id(name), 1, 1)
        assert right <= size["width"]
        assert bottom <= size["height"]
    frames(page, 20)
    assert pixels(page, "digit-pad") == shown
    assert page.evaluate(PRESSED) == ["lesson", "latent_plane", "train_one"], "wherever a door is pressed, it opens"


def test_the_way_back_takes_one_press_whatever_a_page_writes_into_the_address(address, visit):
    page = open_at(visit(), address, drawn=DRAWABLE)
    start = page.url
    for title, written in (("Sample", "dimension=0"), ("Latent plane", "model=vae_2d")):
        page.get_by_test_id("stSidebarNavLink").filter(has_text=title).click()
        expect(page).to_have_url(re.compile(written))
        settled(page)
        page.go_back()
        expect(page.get_by_role("heading", name="See what autoencoders do")).to_be_visible()
        assert page.url == start
