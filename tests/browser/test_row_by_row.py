"""A picture is read row by row in the page, and the networks of every phase follow the hand."""

from playwright.sync_api import expect

from tests.support.browser import DRAWABLE, SEVEN, draw, eventually, open_at


def test_the_reader_follows_hand_and_keyboard_and_tells_the_address(address, visit):
    page = open_at(visit(), f"{address}/row_by_row?rows=20", drawn="[data-testid=row-reader][data-ready=true]")
    reader, error = page.get_by_test_id("row-reader").last, page.locator("[data-text=error]").last
    page.locator(DRAWABLE).last.wait_for()
    before = error.inner_text()
    draw(page, SEVEN)
    eventually(page, lambda: error.inner_text() != before, "the reader follows the hand")
    page.get_by_test_id("row-place").last.press("ArrowRight")
    expect(reader).to_have_attribute("data-rows", "21")
    eventually(page, lambda: "rows=21" in page.url, "the row is in the address")


def test_the_networks_of_every_phase_follow_the_hand(address, visit):
    page = open_at(visit(), f"{address}/layer_by_layer", drawn=DRAWABLE)
    tiles = [page.get_by_test_id(f"tile-{name}").last for name in ("greedy.outer", "tied", "today")]
    before = [tile.inner_text() for tile in tiles]
    draw(page, SEVEN, lift=False)
    for tile, text in zip(tiles, before, strict=True):
        eventually(page, lambda tile=tile, text=text: tile.inner_text() != text, "a network follows the hand")
