"""The map of codes in a real Chromium."""

from playwright.sync_api import Page, expect

from tests.support.browser import pixels, settled

SLOWEST = 60_000  # milliseconds: the first to ask for a map waits until the server has read it


def open_maps(page: Page, address: str, query: str = "") -> None:
    """Open the page and wait until its maps are drawn, the own digit has settled and nothing glides any more."""
    page.goto(f"{address}/map_of_codes?{query}")
    settled(page)
    for state in ("data-ready", "data-settled", "data-still"):
        expect(page.get_by_test_id("atlas").last).to_have_attribute(state, "true", timeout=SLOWEST)
    page.get_by_test_id("atlas-map-0").scroll_into_view_if_needed()


def painted(page: Page, which: int = 0) -> bytes:
    """Read a map's pixels."""
    return pixels(page, f"atlas-map-{which}")
