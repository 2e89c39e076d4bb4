"""Modules in a real Chromium: from deep links, below a base path, and when the server runs another version by now."""

import urllib.request

import pytest
from playwright.sync_api import Route, expect

from tests.support.browser import eventually, settled
from tests.support.server import server, streamlit
from ui.components.shared import modules

REFUSED = "The server runs another version"


@pytest.mark.parametrize("path", ["", "reconstruct", "latent_plane?show=walk"])
def test_components_mount_from_any_address(address, visit, path):
    page = visit().page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/{path}")
    settled(page)
    expect(page.get_by_test_id("digit-pad")).to_have_attribute("data-ready", "true")
    of_modules = [url for url in asked if "/modules/" in url]
    assert of_modules
    assert all(url.startswith(f"{address}/modules/{modules.digest()}/") for url in of_modules)
    assert all(of_modules.count(url) <= 2 for url in of_modules), "the page and its worker ask for each once"


def test_what_stands_below_a_part_waits_until_that_is_painted(address, visit):
    page = visit().page
    held: list[Route] = []
    page.route("**/modules/*/pad/index.js", lambda route: held.append(route))
    page.goto(f"{address}/reconstruct")
    below = page.locator("[data-testid=stLayoutWrapper]:has(> .st-key-next_page)")
    expect(below).to_have_css("animation-name", "waiting")
    eventually(page, lambda: bool(held), "the pad asks for its module")
    for route in held:
        route.continue_()
    settled(page)
    expect(below).to_have_css("animation-name", "none")


def test_a_part_that_cannot_be_loaded_says_what_to_do(address, browser):
    page = browser.new_page()
    page.route("**/modules/**", lambda route: route.fulfill(status=404, body=REFUSED))
    page.goto(address)
    settled(page)
    expect(page.get_by_text("Reload the page").first).to_be_visible(timeout=30_000)
    page.close()


def test_t_sne_says_so_when_its_worker_cannot_be_loaded(address, browser):
    page = browser.new_page()
    page.route("**/tsne/worker.js", lambda route: route.fulfill(status=404, body=REFUSED))
    page.goto(f"{address}/map_of_codes?maps_view=run&tsne_codes=500")
    expect(page.get_by_test_id("tsne-said")).to_contain_text("Reload this page")
    expect(page.get_by_test_id("tsne-run")).to_be_disabled()
    page.close()


def test_components_mount_below_a_base_path(visit):
    with server(*streamlit("app.py"), base="/school/ai", STREAMLIT_SERVER_BASE_URL_PATH="school/ai") as address:
        for path in ("", "/", "/reconstruct", "/reconstruct/"):
            page = visit().page
            page.goto(f"{address}/school/ai{path}")
            expect(page.get_by_test_id("digit-pad")).to_have_attribute("data-ready", "true", timeout=60_000)
            page.close()
        kept = urllib.request.urlopen(f"{address}/school/ai/{modules.address('pad/index.js')}")
        assert "immutable" in kept.headers["Cache-Control"]
