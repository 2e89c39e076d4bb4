"""The page "Denoise" in a real Chromium: what the hand does, what is seen before it lets go, what the address keeps."""

import re

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from aemodels.corruption.stack import KINDS, parse
from aemodels.corruption.strokes import coverage
from aemodels.images import normalise
from tests.support.browser import (
    SEVEN,
    Visit,
    changed,
    draw,
    eventually,
    frames,
    frames_to_server,
    open_at,
    pixels,
    pixels_of,
    settled,
    within,
)
from ui.components.pad import PRESETS, picture_of
from ui.components.shared.message import ink_bytes
from ui.sample import EXAMPLE, MARGIN, on_paper

SEED = 3
SCRIBBLE = [(0.2, 0.2), (0.8, 0.3), (0.4, 0.8)]
STACKS = [f"{kind}:0.35" for kind in KINDS if kind != "scribble"]
STACKS += ["gaussian:0.4,blur:0.7,occlusion:0.1,contrast:0.3", "masking:0.2,salt_and_pepper:0.2,dropout:0.3"]


def opened(visit: Visit, address: str, query: str = "") -> Page:
    return open_at(visit, f"{address}/denoise?{query}", "[data-testid=corruption][data-ready]")


def black_on_white(page: Page) -> None:
    """Give the component colours from which its bytes can be read back; it takes them up when the theme changes."""
    before = pixels(page, "corrupted")
    page.get_by_test_id("corruption").evaluate(
        "element => { element.style.setProperty('--st-text-color', '#000000');"
        "element.style.setProperty('--st-secondary-background-color', '#ffffff'); }"
    )
    page.emulate_media(color_scheme="dark")
    changed(page, "corrupted", before)
    settled(page)


def ink(page: Page) -> np.ndarray:
    """What the component shows, 0 to 255, ink = 255."""
    return 255 - np.frombuffer(pixels(page, "corrupted"), np.uint8).reshape(28, 28, 4)[..., 0].astype(int)


def expected(text: str, scribble: np.ndarray | float = 0.0) -> np.ndarray:
    """What the page's own Python makes of the example digit, 0 to 255."""
    image = normalise(on_paper(np.pad(picture_of(PRESETS[EXAMPLE]), MARGIN))).image
    stack, refused = parse(text)
    assert not refused
    return ink_bytes(stack.apply(image, stack.fields(image.shape, SEED, scribble))).astype(int)


def grab(page: Page, index: int = 0) -> tuple[float, float, float]:
    """Press the button on a slider's middle; gives left, width and height of its place on the screen."""
    box = page.get_by_test_id(f"amount-{index}").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    return box["x"], box["width"], box["y"] + box["height"] / 2


def result(page: Page) -> bytes:
    return pixels_of(page.get_by_test_id("tile-result").last.locator("canvas"))


@pytest.mark.parametrize("text", STACKS)
def test_the_browser_corrupts_as_python_does(address, visit, text):
    page = opened(visit(), address, f"spoil={text}&noise_seed={SEED}")
    black_on_white(page)
    page.get_by_test_id("amount-0").focus()
    page.keyboard.press("ArrowRight")
    kind, _, rest = text.partition(":")
    amount, comma, others = rest.partition(",")
    moved = f"{kind}:{float(amount) + KINDS[kind].step:g}{comma}{others}"
    expect(page).to_have_url(re.compile(re.escape(moved.split(",")[0]).replace(":", "(:|%3A)")))
    shown, wanted = ink(page), expected(moved)
    assert np.abs(shown - wanted).max() <= 1
    assert np.abs(shown - expected("none")).max() > 10


def test_pictures_change_while_the_amount_is_dragged_and_the_address_when_it_is_let_go(address, visit):
    page = opened(visit(), address, f"noise_seed={SEED}")
    noise, before = pixels(page, "corrupted"), result(page)
    left, width, y = grab(page)
    seen, results = set(), set()
    for step in range(30):
        page.mouse.move(left + width * (0.5 + 0.01 * step), y)
        frames(page, 3)
        seen.add(pixels(page, "corrupted"))
        results.add(result(page))
    assert len(seen - {noise}) > 10, "the noise follows the hand"
    assert len(results - {before}) > 5, "the results follow before the hand lets go"
    assert "spoil=" not in page.url
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"spoil=gaussian(:|%3A)0\.[78]"))
    settled(page)
    assert not page.get_by_text("Something went wrong").count()


def test_the_pad_is_corrupted_and_denoised_while_the_hand_draws_and_nothing_is_sent(address, visit):
    seen = visit()
    sent = frames_to_server(seen.page)
    page = opened(seen, address, f"noise_seed={SEED}")
    before, tile = len(sent), result(page)
    draw(page, SEVEN[:1], lift=False)
    eventually(page, lambda: result(page) != tile, "a dot is denoised")
    dot, noise = result(page), pixels(page, "corrupted")
    for x, y in SEVEN[1:]:
        page.mouse.move(*within(page.get_by_test_id("digit-pad"), x, y), steps=8)
    changed(page, "corrupted", noise)
    eventually(page, lambda: result(page) != dot, "and so is the rest of the stroke")
    assert len(sent) == before
    page.mouse.up()


def test_a_deep_link_restores_kinds_amounts_and_seed(address, visit):
    text = "salt_and_pepper:0.2,blur:0.8"
    page = opened(visit(), address, f"spoil={text}&noise_seed={SEED}")
    expect(page.get_by_label("Corruption 1")).to_have_value("salt_and_pepper")
    expect(page.get_by_label("Corruption 2")).to_have_value("blur")
    expect(page.get_by_test_id("amount-0")).to_have_value("0.2")
    expect(page.get_by_test_id("amount-1")).to_have_value("0.8")
    expect(page.get_by_role("spinbutton", name="Other noise (seed)")).to_have_value(str(SEED))
    again = opened(visit(), address, page.url.partition("?")[2])
    assert pixels(again, "corrupted") == pixels(page, "corrupted")


def test_a_scribble_is_drawn_undone_and_equals_pythons(address, visit):
    page = opened(visit(), address, f"spoil=gaussian:0.2&noise_seed={SEED}")
    black_on_white(page)
    clean = pixels(page, "corrupted")
    corners = [within(page.get_by_test_id("corrupted"), x, y) for x, y in SCRIBBLE]
    before = result(page)
    page.mouse.move(*corners[0])
    page.mouse.down()
    page.mouse.move(*corners[1])
    page.mouse.move(*corners[2])
    eventually(page, lambda: result(page) != before, "the result follows before the pen is lifted")
    page.mouse.up()
    expect(page).to_have_url(re.compile("scribble(:|%3A)1"))
    settled(page)
    strokes = [[round(1000 * share) for corner in SCRIBBLE for share in corner]]
    wanted = expected("gaussian:0.2,scribble:1", coverage(strokes))
    assert np.abs(ink(page) - wanted).mean() < 3, "mouse positions are whole pixels of the screen, so edges may differ"
    assert (ink(page)[8, 14:18] > 200).any()
    page.get_by_role("button", name="Undo the last stroke").click()
    expect(page.get_by_text("Draw on it to scribble")).to_be_visible()
    settled(page)
    assert pixels(page, "corrupted") == clean
    assert np.abs(ink(page) - expected("gaussian:0.2")).max() <= 1


def test_layers_are_added_ordered_and_taken_away(address, visit):
    page = opened(visit(), address)
    add = page.get_by_role("button", name="Add another corruption")
    for _ in range(3):
        add.click()
        settled(page)
    expect(add).to_be_disabled()
    second = page.get_by_label("Corruption 2").input_value()
    page.get_by_role("button", name=re.compile("earlier")).first.click()  # the first layer has none
    expect(page.get_by_label("Corruption 1")).to_have_value(second)
    for left in (3, 2, 1, 0):
        page.get_by_role("button", name=re.compile("take it away")).first.click()
        expect(page.locator("li.layer")).to_have_count(left)
    expect(page).to_have_url(re.compile("spoil=none"))


def test_noise_that_is_added_leaves_the_result_where_it_is(address, visit):
    page = opened(visit(), address)
    below = page.get_by_test_id("tile-result").last
    below.wait_for()
    top = below.bounding_box()["y"]
    for _ in range(3):
        page.get_by_role("button", name="Add another corruption").click()
    expect(page.locator(".layer")).to_have_count(4)
    assert below.bounding_box()["y"] == top


def test_the_stack_survives_a_change_of_page(address, visit):
    page = opened(visit(), address, "spoil=blur:1.5")
    page.get_by_role("link", name="Reconstruct", exact=True).click()
    expect(page.get_by_role("heading", name="Reconstruct")).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Denoise", exact=True).click()
    expect(page.get_by_test_id("amount-0")).to_have_value("1.5")
    expect(page).to_have_url(re.compile("spoil=blur"))


@pytest.mark.parametrize("width", [390, 768, 1024, 1366, 1920])
def test_nothing_is_cut_at_any_width(address, visit, width):
    page = opened(visit(viewport={"width": width, "height": 900}), address, "spoil=gaussian:0.4,blur:1")
    box = page.get_by_test_id("corruption").bounding_box()
    assert box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
