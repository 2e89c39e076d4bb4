"""The latent plane in a real Chromium: under the mouse, the fingers, the keys and a drawing."""

import re

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

import aemodels
from aemodels.images import normalise
from aemodels.inspection import browser_weights
from tests.support.browser import (
    ON_A_PHONE,
    PHONE,
    SEVEN,
    at_rest,
    brightness,
    draw,
    eventually,
    frames,
    frames_to_server,
    open_at,
    pixels,
    settled,
    touch,
    within,
)
from ui.components.pad import PRESETS, picture_of
from ui.components.shared import modules
from ui.sample import MARGIN, on_paper

LAPTOP = {"width": 1366, "height": 768}
MODELS = modules.address("plane/models.js")
RUN_HALF = """
async ([address, name, half, inputs]) => {
  const { models } = await import(new URL(address, document.baseURI).href);
  const run = models.get(name)[half];
  return inputs.map((input) => [...run(Float32Array.from(input))]);
}
"""
FETCH_ENCODER = """
async ([address, name]) => {
  const { models } = await import(new URL(address, document.baseURI).href);
  models.get(name).fetchEncoder();
}
"""
CAN_ENCODE = """
async ([address, name]) => {
  const { models } = await import(new URL(address, document.baseURI).href);
  return Boolean(models.get(name)?.encode);
}
"""
FOLLOW_PAD = """
() => {
  window.placed = [];
  const shown = (test_id) => [...document.querySelectorAll("*")]
    .map((each) => each.shadowRoot?.querySelector(`[data-testid=${test_id}]`)).find(Boolean);
  document.addEventListener("digit-pad-drawn", () => requestAnimationFrame(() => requestAnimationFrame(() => {
    const { z1, z2 } = shown("latent-decoded").dataset;
    window.placed.push([Number(z1), Number(z2)]);
  })));
}
"""


def open_plane(visit, url: str) -> Page:
    return open_at(visit, url, "[data-testid=latent-decoded][data-ready]")


def place(page: Page) -> tuple[float, float]:
    decoded = page.get_by_test_id("latent-decoded")
    return tuple(float(decoded.get_attribute(f"data-{name}")) for name in ("z1", "z2"))


def at(page: Page, x: float, y: float) -> tuple[float, float]:
    """Give the place on the screen of shares of the plane's side."""
    canvas = page.get_by_test_id("latent-plane")
    canvas.scroll_into_view_if_needed()
    return within(canvas, x, y)


def half(page: Page) -> float:
    """Return half the side of the window on the plane."""
    return float(page.get_by_test_id("latent-plane").get_attribute("data-half"))


def quiet(page: Page, sent: list) -> int:
    """Wait until nothing has been sent to the server for half a second of painted frames; return how much was."""
    seen = -1

    def rests() -> bool:
        nonlocal seen
        before, seen = seen, len(sent)
        settled(page)
        frames(page, 30)
        return before == seen == len(sent)

    eventually(page, rests, "the page sends nothing more")
    return seen


@pytest.mark.parametrize("name", ["pca_2", "vae_conv_2d"])
def test_the_browser_computes_what_torch_computes(address, visit, name, digits):
    page = open_plane(visit(), f"{address}/latent_plane?model={name}")
    page.evaluate(FETCH_ENCODER, [MODELS, name])
    eventually(page, lambda: page.evaluate(CAN_ENCODE, [MODELS, name]), "the encoder arrives")
    halves = aemodels.halves(name)
    z = np.random.default_rng(0).normal(scale=2, size=(200, 2)).astype(np.float32)
    decoded = np.array(page.evaluate(RUN_HALF, [MODELS, name, "decode", z.tolist()]))
    assert np.abs(decoded - browser_weights.run(halves.decoder, z)).max() < 1e-4
    assert np.abs(decoded - aemodels.decode(name, z).reshape(200, -1)).max() < 1e-4
    codes = np.array(page.evaluate(RUN_HALF, [MODELS, name, "encode", digits[:20].reshape(20, -1).tolist()]))
    assert np.abs(codes - browser_weights.run(halves.encoder, digits[:20].reshape(20, -1))).max() < 1e-4


def test_dragging_decodes_without_the_server_and_the_release_tells_it_once(address, visit):
    mine = visit()
    sent = frames_to_server(mine.page)
    page = open_plane(mine, f"{address}/latent_plane?model=vae_2d")
    before = quiet(page, sent)
    page.mouse.move(*at(page, 0.2, 0.4))
    page.mouse.down()
    seen = set()
    for step in range(30):
        page.mouse.move(*at(page, 0.2 + 0.02 * step, 0.4 + 0.005 * step))
        frames(page)
        seen.add(pixels(page, "latent-decoded"))
    assert len(seen) > 20
    assert len(sent) == before
    page.mouse.up()
    expect(page).to_have_url(re.compile("z1=.*z2="))
    assert quiet(page, sent) == before + 1
    assert f"z1={place(page)[0]:g}" in page.url


def test_hovering_shows_a_place_and_leaving_goes_back(address, visit):
    page = open_plane(visit(), f"{address}/latent_plane?z1=0&z2=0")
    page.mouse.move(*at(page, 0.1, 0.1))
    eventually(page, lambda: place(page)[0] < -2, "the place under the pointer is shown")
    page.mouse.move(5, 5)
    eventually(page, lambda: place(page) == (0, 0), "the point is shown again")


def test_arrow_keys_move_the_point_and_shift_moves_it_finely(address, visit):
    mine = visit()
    to_server = frames_to_server(mine.page)
    page = open_plane(mine, f"{address}/latent_plane?z1=0&z2=0")
    page.get_by_test_id("latent-plane").focus()
    before_keys = len(to_server)
    page.keyboard.type("rcR")  # Streamlit's own keys, which run the page anew and ask for the cache
    frames(page, 20)
    assert len(to_server) == before_keys
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(page).to_have_url(re.compile(r"z2=0\.\d"))
    eventually(page, lambda: min(place(page)) > 0.05, "both arrows moved the point")
    coarse = place(page)
    page.keyboard.press("Shift+ArrowLeft")
    eventually(page, lambda: place(page) != coarse, "the third one did, too")
    assert 0 < coarse[0] - place(page)[0] < 0.2 * coarse[0]
    z1, z2 = place(page)
    there = re.compile(rf"Decoded picture at z = \({z1:.2f}, {z2:.2f}\), nearest test digit: \d")
    expect(page.get_by_test_id("latent-decoded")).to_have_attribute("aria-label", there)
    before = half(page)
    page.keyboard.press("+")
    eventually(page, lambda: half(page) < before, "the window is smaller")


def test_exact_numbers_can_be_typed_and_a_link_with_them_comes_back(address, visit):
    page = open_plane(visit(), f"{address}/latent_plane?model=deep_2d")
    page.get_by_test_id("latent-z1").fill("-1.234")
    page.get_by_test_id("latent-z2").fill("2.5")
    page.get_by_test_id("latent-z2").press("Enter")
    expect(page).to_have_url(re.compile("z1=-1.234&z2=2.5"))
    shown = pixels(page, "latent-decoded")
    again = open_plane(visit(), page.url)
    assert place(again) == (-1.234, 2.5)
    assert pixels(again, "latent-decoded") == shown


def test_two_fingers_zoom_the_plane_and_not_the_page(address, visit):
    page = open_plane(visit(**ON_A_PHONE, device_scale_factor=2), f"{address}/latent_plane?z1=0&z2=0")
    x, y = at(page, 0.5, 0.5)
    main = page.locator("[data-testid=stMain]")
    top = main.evaluate("element => element.scrollTop")
    before = half(page)
    fingers = touch(page)
    fingers("touchStart", (x - 20, y - 10))
    for apart in range(20, 91, 5):
        fingers("touchStart" if apart == 20 else "touchMove", (x - apart, y - apart / 2), (x + apart, y + apart / 2))
    fingers("touchEnd")
    at_rest(page, "latent-plane")
    assert half(page) < before / 2
    assert page.evaluate("visualViewport.scale") == 1
    assert main.evaluate("element => element.scrollTop") == top
    assert place(page) == (0, 0)
    decoded = page.get_by_test_id("latent-decoded").bounding_box()
    assert decoded["width"] < 120, "small and above the plane on a phone"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_decoded_picture_stays_in_sight_on_a_phone(address, visit):
    page = open_plane(visit(**ON_A_PHONE), f"{address}/latent_plane")
    below = page.get_by_test_id("latent-plane").bounding_box()
    past = below["y"] + below["height"] - PHONE["height"] / 2
    page.locator("[data-testid=stMain]").evaluate("(element, past) => element.scrollBy(0, past)", past)
    frames(page)
    box = page.get_by_test_id("latent-decoded").bounding_box()
    assert 0 <= box["y"] < 200


def test_the_wheel_zooms_only_with_ctrl_and_the_legend_hides_a_class(address, visit):
    page = open_plane(visit(), f"{address}/latent_plane")
    before = at_rest(page, "latent-plane")
    page.get_by_role("button", name="0", exact=True).first.click()
    page.mouse.move(5, 5)
    assert at_rest(page, "latent-plane") != before
    whole = half(page)
    page.mouse.move(*at(page, 0.5, 0.5))
    main = page.locator("[data-testid=stMain]")
    page.mouse.wheel(0, 100)
    expect(page.get_by_text("Ctrl + wheel zooms")).to_be_visible()
    eventually(page, lambda: main.evaluate("element => element.scrollTop") > 0, "the wheel scrolls the page")
    assert half(page) == whole
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    eventually(page, lambda: half(page) < whole, "with Ctrl it zooms in")
    page.get_by_role("button", name="Show the whole plane").click()
    eventually(page, lambda: half(page) == whole, "the whole plane is shown")


def test_a_drawing_moves_its_place_live_and_the_server_confirms_it(address, visit):
    mine = visit()
    sent = frames_to_server(mine.page)
    page = open_plane(mine, f"{address}/latent_plane?model=vae_2d")
    assert not page.evaluate(CAN_ENCODE, [MODELS, "vae_2d"])
    draw(page, SEVEN)
    eventually(page, lambda: page.evaluate(CAN_ENCODE, [MODELS, "vae_2d"]), "the first stroke fetches the encoder")
    page.get_by_role("button", name="Clear").click()
    before = quiet(page, sent)
    page.evaluate(FOLLOW_PAD)
    draw(page, SEVEN, lift=False)
    at_rest(page, "latent-decoded")
    live = page.evaluate("window.placed")
    assert len({tuple(each) for each in live}) > 5
    assert len(sent) == before
    page.mouse.up()
    expect(page.get_by_text("Your input")).to_be_visible()
    assert quiet(page, sent) == before + 1
    assert np.abs(np.array(place(page)) - live[-1]).max() < 0.5


def test_the_page_boxes_and_centres_strokes_as_python_does(address, visit):
    page = visit().page
    page.goto(f"{address}/{modules.address('shared/drawing/ink.js')}")
    strokes = list(PRESETS.values())
    run = """async (strokes) => {
        const { inkOf } = await import(location.href);
        return strokes.map((drawn) => [...inkOf(drawn)]);
    }"""
    inks = page.evaluate(run, strokes)
    for ink, each in zip(np.array(inks).reshape(-1, 28, 28), strokes, strict=True):
        exact = normalise(on_paper(np.pad(picture_of(each), MARGIN))).image
        shifts = [np.roll(ink, (down, right), (0, 1)) for down in (-1, 0, 1) for right in (-1, 0, 1)]
        assert min(np.abs(shifted - exact).mean() for shifted in shifts) < 0.02


def test_resampling_makes_the_reconstruction_tremble(address, visit):
    page = open_plane(visit(), f"{address}/latent_plane?model=vae_2d")
    before = place(page)
    page.get_by_role("button", name="Show its cloud").click()
    seen = set()

    def seen_trembling() -> bool:
        seen.add(place(page))
        return len(seen) > 4

    eventually(page, seen_trembling, "the decoded picture trembles")
    eventually(page, lambda: place(page) == before, "it comes back to where it was")
    at_rest(page, "latent-decoded")
    assert place(page) == before


def test_taps_lay_a_walk_that_plays_and_can_be_kept(address, visit):
    page = open_plane(visit(viewport=LAPTOP), f"{address}/latent_plane?show=walk")

    def room() -> float:
        walk, plane = (page.get_by_test_id(name).bounding_box() for name in ("walk", "latent-plane"))
        return plane["y"] - walk["y"]

    before = room()
    expect(page.get_by_test_id("latent-plane")).to_be_in_viewport(ratio=0.5)
    expect(page.get_by_test_id("walk-place")).to_be_in_viewport()
    page.mouse.click(*at(page, 0.25, 0.45))
    expect(page).to_have_url(re.compile("stops="))
    page.mouse.click(*at(page, 0.75, 0.4))
    expect(page).to_have_url(re.compile("stops=.*(;|%3B)"))
    expect(page.get_by_role("group", name="Twelve pictures of the walk")).to_be_visible()
    settled(page)
    assert room() == before, "the plane does not jump when the walk appears"
    page.get_by_role("button", name="Play the walk").click()
    seen = set()
    for _ in range(8):
        frames(page, 7)
        seen.add(place(page))
    assert len(seen) > 4
    page.get_by_role("button", name="Pause the walk").click()
    with page.expect_download() as caught:
        page.get_by_role("button", name="Film (GIF)").click()
    assert Image.open(caught.value.path()).n_frames > 20


def test_all_at_once_is_in_view_and_a_click_goes_to_the_place_on_the_plane(address, visit):
    page = open_at(visit(viewport=LAPTOP), f"{address}/latent_plane?show=manifold&side=5&reach=2.0")
    expect(page.locator("[data-testid=manifold][data-ready='5']")).to_be_in_viewport(ratio=0.5)
    box = page.get_by_test_id("manifold").bounding_box()
    page.get_by_test_id("manifold").hover(position={"x": 0.9 * box["width"], "y": 0.1 * box["height"]})
    expect(page.get_by_test_id("manifold-place")).to_have_text("z = (2.00, 2.00)")
    page.get_by_test_id("manifold").click(position={"x": 0.9 * box["width"], "y": 0.1 * box["height"]})
    expect(page.locator("[data-testid=latent-decoded][data-ready]")).to_be_visible()
    expect(page).to_have_url(re.compile("z1=2&z2=2"))
    page.get_by_role("button", name="Go to a hole").click()
    expect(page).not_to_have_url(re.compile("z1=2&"))
    hole = place(page)
    page.get_by_role("button", name="Go to a hole").click()
    eventually(page, lambda: place(page) != hole, "another click goes to another hole")


def test_the_dark_theme_paints_light_ink(address, visit):
    means = {}
    for scheme in ("light", "dark"):
        page = open_plane(visit(color_scheme=scheme), f"{address}/latent_plane?z1=0&z2=0")
        means[scheme] = brightness(page, "latent-decoded")
    assert means["light"] > 128 > means["dark"]


@pytest.mark.parametrize("show", ["walk", "manifold"])
def test_nothing_is_cut_at_any_width(address, visit, show):
    large = {"walk": "latent-plane", "manifold": "manifold"}[show]
    visited = visit(viewport={"width": 1920, "height": 900})
    page = open_at(visited, f"{address}/latent_plane?show={show}&stops=0,1;1,0", f"[data-testid={large}][data-ready]")
    for width in (1920, 1024, 768, 390):
        page.set_viewport_size({"width": width, "height": 900})
        eventually(page, lambda width=width: is_whole(page, large, width), f"nothing is cut at {width}")
    assert any(pixels(page, large))


def is_whole(page: Page, large: str, width: int) -> bool:
    """Whether neither picture nor pad covers the other, or is cut off."""
    plane, pad = (page.get_by_test_id(name).bounding_box() for name in (large, "digit-pad"))
    above = min(plane, pad, key=lambda box: box["y"])
    below = plane if above is pad else pad
    apart = plane["x"] + plane["width"] <= pad["x"] or above["y"] + above["height"] <= below["y"]
    inside = page.evaluate("document.documentElement.scrollWidth") <= width
    return apart and inside and plane["width"] > 280
