"""The app in a real Chromium, started by the command that its users start it with."""

import io
import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.support.browser import (
    DRAWABLE,
    ON_A_PHONE,
    PHONE,
    SEVEN,
    alike,
    at_rest,
    becomes,
    brightness,
    changed,
    draw,
    eventually,
    frames,
    ink_share,
    open_at,
    pixels,
    settled,
    touch,
    within,
)
from tests.support.server import AS_USERS_DO, server
from ui.state import SETTLING

LINES = "h1 => Math.floor(h1.clientHeight / parseFloat(getComputedStyle(h1).lineHeight))"
PASSED = "([start, least]) => performance.now() - start > least"  # else the address counts as an echo of the change


@pytest.fixture
def fresh_address():
    with server(*AS_USERS_DO) as address:
        yield address


def test_the_first_request_of_a_fresh_server_may_be_a_deep_link(fresh_address, visit):
    page = open_at(visit(), f"{fresh_address}/reconstruct?model=vae_2d")
    expect(page.get_by_role("heading", name="Reconstruct")).to_be_visible()
    expect(page.get_by_text("VAE (2-D)").first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="Start here")).to_be_visible()
    assert "model=vae_2d" in page.url


def test_the_reconstruction_changes_while_the_button_is_still_down(address, visit):
    page = open_at(visit(), f"{address}/reconstruct")
    before = pixels(page, "flow-reconstruction")
    draw(page, SEVEN, lift=False)
    changed(page, "flow-reconstruction", before)
    unfinished = at_rest(page, "flow-reconstruction")
    texts = set()
    for step in range(40):
        page.mouse.move(400 + 4 * step, 560 - 3 * step)
        frames(page, 3)
        texts.add(page.get_by_test_id("tile-simple").last.inner_text())
    assert len(texts) >= 4, "the comparison below follows the hand too"
    page.mouse.move(600, 700, steps=5)
    page.mouse.up()
    changed(page, "flow-reconstruction", unfinished)


def test_undo_redo_and_clear_by_button_and_by_key(address, visit):
    page = open_at(visit(), f"{address}/reconstruct")
    empty = pixels(page, "digit-pad")
    draw(page, SEVEN)
    seven = at_rest(page, "digit-pad")
    draw(page, [(0.3, 0.5), (0.7, 0.5)])
    crossed = at_rest(page, "digit-pad")
    assert len({empty, seven, crossed}) == 3
    page.get_by_role("button", name="Undo").click()
    becomes(page, "digit-pad", seven)
    page.get_by_role("button", name="Redo").click()
    becomes(page, "digit-pad", crossed)
    page.get_by_test_id("digit-pad").focus()
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    becomes(page, "digit-pad", empty)
    page.keyboard.press("Control+y")
    becomes(page, "digit-pad", seven)
    page.get_by_role("button", name="Clear").click()
    becomes(page, "digit-pad", empty)
    page.keyboard.press("Control+z")
    expect(page.get_by_text("An example, until")).to_be_visible()


def test_every_digit_draws_itself_and_is_rebuilt(address, visit):
    page = open_at(visit(reduced_motion="reduce"), f"{address}/reconstruct")
    seen = set()
    for digit in "0123456789":
        before = pixels(page, "flow-reconstruction")
        page.get_by_role("button", name=re.compile(f"Draw an? {digit} for me")).click()
        changed(page, "flow-reconstruction", before)
        settled(page)
        expect(page.get_by_text("its test images")).to_be_visible()
        seen.add(pixels(page, "flow-reconstruction"))
    assert len(seen) == 10


def test_the_drawing_survives_reruns_resizing_and_a_change_of_page(address, visit):
    page = open_at(visit(), f"{address}/reconstruct")
    draw(page, SEVEN)
    page.get_by_test_id("tile-simple").click()
    expect(page).to_have_url(re.compile("model=simple"))
    settled(page)
    page.set_viewport_size({"width": 1000, "height": 800})
    at_rest(page, "digit-pad")
    assert ink_share(page) > 0.02
    page.get_by_role("link", name="Start here", exact=True).click()
    expect(page.get_by_role("heading", name="See what autoencoders do")).to_be_visible()
    expect(page.get_by_text("Yours came back")).to_be_visible()
    assert ink_share(page) > 0.02


def test_an_uploaded_photo_is_rebuilt_and_a_broken_file_is_refused(address, visit):
    page = open_at(visit(), f"{address}/reconstruct?source=upload")
    expect(page.locator(".flow.waiting")).to_have_count(1)
    before = pixels(page, "flow-reconstruction")
    photo = Image.new("RGB", (600, 800), (205, 200, 190))
    photo.paste((40, 40, 70), (280, 150, 330, 650))
    file = io.BytesIO()
    photo.save(file, "PNG")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "one.png", "mimeType": "image/png", "buffer": file.getvalue()})
    expect(page.get_by_role("img", name="one.png")).to_be_visible()
    expect(page.locator(".flow.waiting")).to_have_count(0)
    assert not alike(pixels(page, "flow-reconstruction"), before)
    rebuilt = pixels(page, "flow-reconstruction")
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "two.png", "mimeType": "image/png", "buffer": b"no picture"})
    expect(page.get_by_text("This file is no picture")).to_be_visible()
    assert alike(pixels(page, "flow-reconstruction"), rebuilt)


def test_a_picked_sample_is_in_the_address_and_comes_back(address, visit):
    page = open_at(visit(), f"{address}/reconstruct?source=pick&digit=7&seed=3")
    page.get_by_role("button", name="Sample 4").click()
    expect(page).to_have_url(re.compile("item=3"))
    settled(page)
    shown = pixels(page, "flow-reconstruction")
    again = open_at(visit(), page.url)
    expect(again.get_by_role("button", name="Sample 4")).to_have_attribute("aria-pressed", "true")
    assert alike(pixels(again, "flow-reconstruction"), shown)


def test_the_steps_and_the_download(address, visit):
    page = open_at(visit(), f"{address}/reconstruct")
    page.get_by_text("Show how the computer sees it").click()
    expect(page.get_by_text(re.compile(r"\d\. centred"))).to_be_visible()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Download this comparison").click()
    sheet = Image.open(caught.value.path())
    assert sheet.format == "PNG"
    assert sheet.width > 600


def test_a_finger_draws_on_a_phone_and_the_page_does_not_scroll(address, visit):
    page = open_at(visit(**ON_A_PHONE, device_scale_factor=3), f"{address}/reconstruct", drawn=DRAWABLE)
    before = pixels(page, "flow-reconstruction")
    main = page.locator("[data-testid=stMain]")
    way = [within(page.get_by_test_id("digit-pad"), 0.5, 0.15 + step * 0.7 / 24) for step in range(25)]
    top = main.evaluate("element => element.scrollTop")
    fingers = touch(page)
    fingers("touchStart", way[0])
    for place in way[1:]:
        fingers("touchMove", place)
    changed(page, "flow-reconstruction", before)
    fingers("touchEnd")
    settled(page)
    assert main.evaluate("element => element.scrollTop") == top
    assert ink_share(page) > 0.02
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("path", ["", "reconstruct"])
def test_the_dark_theme_paints_light_ink_on_dark_paper(address, visit, path):
    means = {}
    for scheme in ("light", "dark"):
        page = open_at(visit(color_scheme=scheme, reduced_motion="reduce"), f"{address}/{path}")
        before = pixels(page, "flow-reconstruction")
        page.get_by_role("button", name="Draw an 8 for me").click()
        changed(page, "flow-reconstruction", before)
        means[scheme] = brightness(page, "flow-reconstruction")
    assert means["light"] > 128 > means["dark"]


def test_a_tap_leaves_a_dot_and_a_full_pad_is_ink_not_paper(address, visit):
    page = open_at(visit(), f"{address}/reconstruct", drawn=DRAWABLE)
    page.get_by_test_id("digit-pad").click()
    assert 0.002 < ink_share(page) < 0.05
    for row in range(14):
        draw(page, [(0.01, 0.01 + row * 0.98 / 13), (0.99, 0.01 + row * 0.98 / 13)])
    settled(page)
    assert ink_share(page) > 0.95
    dark = np.frombuffer(pixels(page, "flow-input"), np.uint8).reshape(28, 28, 4)[8:20, 8:20, :3]
    assert dark.mean() < 128


def test_the_way_back_restores_what_was_chosen_before(address, visit):
    page = open_at(visit(), f"{address}/reconstruct")
    page.get_by_test_id("digit-pad").wait_for()
    page.get_by_role("radio", name="Pick").or_(page.get_by_role("button", name="Pick")).first.click()
    expect(page).to_have_url(re.compile("source=pick"))
    expect(page.get_by_role("button", name="Sample 1", exact=True)).to_be_visible()
    settled(page)
    page.wait_for_function(PASSED, arg=[page.evaluate("performance.now()"), 1000 * SETTLING])
    page.go_back()
    expect(page.get_by_test_id("digit-pad")).to_be_visible()
    assert "source=pick" not in page.url


@pytest.mark.parametrize("width", [390, 768, 853, 1024, 1366, 1920])
def test_nothing_is_cut_or_overlaps_at_any_width(address, visit, width):
    page = open_at(visit(viewport={"width": width, "height": 900}), f"{address}/reconstruct")
    pad, flow = (page.get_by_test_id(name).bounding_box() for name in ("digit-pad", "flow"))
    apart = pad["x"] + pad["width"] <= flow["x"] or pad["y"] + pad["height"] <= flow["y"]
    assert apart
    assert flow["x"] + flow["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_click_on_a_row_opens_its_card(address, visit):
    page = open_at(visit(), f"{address}/models?family=linear")
    expect(page.get_by_text("What it minimises")).to_be_visible()
    table = page.get_by_test_id("table").first
    assert table.evaluate("frame => frame.scrollWidth <= frame.clientWidth"), "all columns that are shown fit"
    rows = table.locator("tbody tr")
    rows.nth(1).locator("td").first.click()
    expect(page).to_have_url(re.compile("model=(pca|linear)"))
    expect(rows.nth(1).get_by_role("button")).to_have_attribute("aria-pressed", "true")
    expect(rows.nth(0).get_by_role("button")).to_have_attribute("aria-pressed", "false")


def test_an_unknown_model_and_page_are_answered_with_a_sentence(address, visit):
    page = open_at(visit(), f"{address}/reconstruct?model=vae_9d")
    expect(page.get_by_text("The model vae_9d in the address does not exist")).to_be_visible()
    expect(page.get_by_test_id("flow")).to_be_visible()


def lines_of_title(page) -> float:
    return page.locator("h1").last.evaluate(LINES)


def test_a_visitor_who_touches_nothing_walks_through_the_whole_menu(address, visit):
    page = visit().page
    page.goto(address)
    settled(page)
    titles = page.get_by_test_id("stSidebarNavLink").all_inner_texts()
    assert len(titles) > 10
    for title in titles:
        page.get_by_test_id("stSidebarNavLink").filter(has_text=title).first.click()
        expect(page.get_by_test_id("stHeading").filter(has_text=re.compile("\\w")).first).to_be_visible()
        settled(page)
        expect(page.get_by_text("Something went wrong")).to_have_count(0)
        assert "None" not in page.url
        eventually(page, lambda: lines_of_title(page) == 1, f"the title of {title} stands on one line")


def test_on_a_phone_the_menu_folds_away_when_a_page_is_chosen(address, visit):
    page = open_at(visit(**ON_A_PHONE), address)
    page.get_by_test_id("stExpandSidebarButton").tap()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Denoise").tap()
    expect(page).to_have_url(re.compile("denoise"))
    expect(page.get_by_test_id("stSidebarNavLink").first).not_to_be_in_viewport()
