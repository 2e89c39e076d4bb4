"""The map of codes in a real browser: pictures under the pointer, linked maps, pins, lasso, fingers, clouds."""

import re

from playwright.sync_api import Page, expect

from tests.support.browser import ON_A_PHONE, at_rest, becomes, frames, open_at, touch, within
from tests.support.map_of_codes import open_maps, painted

TWO = "second_map=True&other_model=vae_2d&other_projection=code"
CARD_INK = """card => [...card.querySelectorAll(".pictures canvas")].map(canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, 28, 28);
    return new Set(data.filter((_, index) => index % 4 === 0)).size;
})"""


def place(page: Page, share_x: float, share_y: float, which: int = 0) -> tuple[float, float]:
    return within(page.get_by_test_id(f"atlas-map-{which}"), share_x, share_y)


def point_at_a_dot(page: Page) -> str:
    """Move over the first map until a digit is pointed at, and give its row."""
    atlas = page.get_by_test_id("atlas")
    for step in range(60):
        page.mouse.move(*place(page, 0.3 + 0.4 * (step % 10) / 10, 0.35 + 0.3 * (step // 10) / 6))
        frames(page)
        if atlas.get_attribute("data-pointed") != "-1":
            return atlas.get_attribute("data-pointed")
    raise AssertionError("no digit anywhere")


def test_pointing_shows_pictures_and_rings_the_same_digit_in_both_maps(address, visit):
    page = visit().page
    open_maps(page, address, TWO)
    before = [painted(page, which) for which in (0, 1)]
    row = point_at_a_dot(page)
    card = page.get_by_test_id("atlas-card")
    expect(card).to_be_visible()
    expect(card).to_contain_text(f"Test image {row}:")
    expect(card).to_contain_text("code: 30 numbers")
    expect(card).not_to_contain_text("is coming", timeout=30_000)
    shades = card.evaluate(CARD_INK)
    assert len(shades) >= 2
    assert min(shades) > 5
    assert all(painted(page, which) != before[which] for which in (0, 1))
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    for which in (0, 1):
        becomes(page, f"atlas-map-{which}", before[which])


def test_a_click_pins_and_shows_neighbours_and_a_neighbour_can_be_pinned(address, visit):
    page = visit().page
    open_maps(page, address)
    atlas = page.get_by_test_id("atlas")
    row = point_at_a_dot(page)
    page.mouse.down()
    page.mouse.up()
    expect(atlas).to_have_attribute("data-pinned", row)
    expect(page).to_have_url(re.compile(f"pinned={row}(&|$)"))
    expect(page.get_by_role("heading", name=f"Pinned: test image {row}")).to_be_visible()
    nearest = page.locator("button.tile").first
    other = nearest.get_attribute("data-id")
    nearest.click()
    expect(atlas).to_have_attribute("data-pinned", other)
    page.get_by_role("button", name="Unpin").click()
    expect(atlas).to_have_attribute("data-pinned", "-1")
    expect(page).not_to_have_url(re.compile("pinned"))


def test_a_lasso_selects_counts_and_lets_go(address, visit):
    page = visit().page
    open_maps(page, address)
    atlas = page.get_by_test_id("atlas")
    page.get_by_role("button", name="Lasso").click()
    page.mouse.move(*place(page, 0.25, 0.25))
    page.mouse.down()
    for corner in ((0.75, 0.25), (0.75, 0.75), (0.25, 0.75)):
        page.mouse.move(*place(page, *corner), steps=4)
    page.mouse.up()
    expect(atlas).not_to_have_attribute("data-chosen", "0")
    count = int(atlas.get_attribute("data-chosen"))
    assert 20 < count < 5000
    expect(page.get_by_role("heading", name=f"Selected: {count:,} digits")).to_be_visible()
    expect(page.get_by_test_id("tile-mean.0")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the codes").click()
    lines = download.value.path().read_text().splitlines()
    assert len(lines) == count + 1
    page.get_by_test_id("atlas-map-0").focus()
    page.keyboard.press("Escape")
    expect(atlas).to_have_attribute("data-chosen", "0")
    expect(page.get_by_role("heading", name="Selected")).to_have_count(0)


def test_keys_go_from_digit_to_digit_zoom_and_pin(address, visit):
    page = visit().page
    open_maps(page, address)
    atlas, canvas = page.get_by_test_id("atlas"), page.get_by_test_id("atlas-map-0")
    canvas.focus()
    seen = []
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append(atlas.get_attribute("data-pointed"))
    assert "-1" not in seen
    assert len(set(seen)) >= 3
    expect(page.get_by_test_id("atlas-card")).to_be_visible()
    page.keyboard.press("Enter")
    expect(atlas).to_have_attribute("data-pinned", seen[-1])
    expect(page.get_by_role("heading", name="Pinned: test image")).to_be_visible()
    whole = at_rest(page, "atlas-map-0")
    page.keyboard.press("+")
    assert at_rest(page, "atlas-map-0") != whole
    page.keyboard.press("0")
    becomes(page, "atlas-map-0", whole)


def test_the_legend_hides_a_class_and_another_projection_moves_the_points(address, visit):
    page = visit().page
    open_maps(page, address)
    before = painted(page)
    button = page.get_by_role("button", name="Show 1", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    page.mouse.move(5, 5)
    assert at_rest(page, "atlas-map-0") != before
    button.click()
    page.mouse.move(5, 5)
    becomes(page, "atlas-map-0", before)
    page.get_by_role("combobox", name="Map").first.click()
    page.get_by_role("option", name="UMAP").click()
    expect(page).to_have_url(re.compile("projection=umap"))
    expect(page.get_by_text("Deep autoencoder (30-D) · UMAP")).to_be_visible()
    assert at_rest(page, "atlas-map-0") != before


def test_two_clouds_stand_side_by_side_without_a_complaint(address, visit):
    page = open_at(
        visit(), f"{address}/map_of_codes?projection=pca_3d&second_map=True&other_model=mlp_3d&other_projection=code"
    )
    expect(page.locator(".gl-container canvas").nth(1)).to_be_attached(timeout=30_000)
    expect(page.locator(".js-plotly-plot")).to_have_count(2)
    frames(page, 30)


def test_a_finger_points_and_pins_and_two_fingers_zoom(address, visit):
    page = visit(**ON_A_PHONE).page
    open_maps(page, address)
    atlas = page.get_by_test_id("atlas")
    box = page.get_by_test_id("atlas-map-0").bounding_box()
    assert box["width"] > 340
    for step in range(30):
        page.touchscreen.tap(*place(page, 0.4 + 0.2 * (step % 5) / 5, 0.35 + 0.3 * (step // 5) / 6))
        if atlas.get_attribute("data-pinned") != "-1":
            break
    row = atlas.get_attribute("data-pointed")
    expect(atlas).to_have_attribute("data-pinned", row)
    expect(page.get_by_test_id("atlas-card")).to_contain_text(f"Test image {row}:")
    expect(page.get_by_role("heading", name="Pinned: test image")).to_be_visible()
    before = at_rest(page, "atlas-map-0")
    x, y = place(page, 0.5, 0.5)
    fingers = touch(page)
    for apart, kind in ((30, "touchStart"), (60, "touchMove"), (110, "touchMove")):
        fingers(kind, (x - apart, y), (x + apart, y))
    fingers("touchEnd")
    assert at_rest(page, "atlas-map-0") != before
    expect(atlas).to_have_attribute("data-pinned", row)


def test_a_part_that_cannot_be_fetched_gets_a_sentence(address, visit):
    each = visit()
    each.page.route("**/atlas/**/places", lambda route: route.fulfill(status=404, body="Reload the page, please."))
    each.page.goto(f"{address}/map_of_codes")
    expect(each.page.get_by_role("alert").filter(has_text="could not be fetched")).to_be_visible(timeout=30_000)
    each.complaints[:] = [text for text in each.complaints if "404" not in text]


def test_a_picture_that_could_not_be_fetched_says_so_and_is_fetched_at_the_next_pointing(address, visit):
    each = visit()
    page, failures = each.page, iter([True])
    page.route(
        "**/pictures/reconstructions/*",
        lambda route: route.fulfill(status=503, body="No") if next(failures, False) else route.continue_(),
    )
    open_maps(page, address, "projection=pca")
    row = point_at_a_dot(page)
    card = page.get_by_test_id("atlas-card")
    expect(card).to_contain_text("reconstruction could not be fetched")
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()
    assert point_at_a_dot(page) == row
    expect(card).not_to_contain_text("could not be fetched")
    expect(card).not_to_contain_text("is coming")
    each.complaints[:] = [text for text in each.complaints if "503" not in text]
