"""Frames a second on the map of codes while the pointer moves, zooms and drags, against the page left alone."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page

from benchmarks.plane import COUNT_FRAMES
from tests.support.browser import settled
from tests.support.server import server, streamlit

TWO = "second_map=True&other_model=vae_2d&other_projection=code"
MOVES = 200
TAKE = "() => window.frames_seen.splice(0)"


def measure(browser: Browser) -> dict[str, dict[str, float]]:
    """Give frames a second by deed for one map and for two linked ones, and the least of them as a share of idle."""
    with server(*streamlit("app.py")) as address:
        return {
            name: _frames(browser, f"{address}/map_of_codes?{query}") for name, query in (("one", ""), ("two", TWO))
        }


def _frames(browser: Browser, url: str) -> dict[str, float]:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.goto(url)
    settled(page)
    page.locator("[data-testid=atlas][data-settled=true][data-still=true]").wait_for()
    page.wait_for_timeout(5000)
    page.evaluate(COUNT_FRAMES)
    deeds = {
        "idle": lambda: page.wait_for_timeout(3000),
        "hover": _over(page),
        "zoom": _wheel(page),
        "drag": _drag(page),
    }
    found = {}
    for name, deed in deeds.items():
        page.evaluate(TAKE)
        deed()
        frames = page.evaluate(TAKE)
        found[name] = 1000 * len(frames) / sum(frames)
    page.close()
    return found | {"share_of_idle": min(found[deed] for deed in ("hover", "zoom", "drag")) / found["idle"]}


def _place(page: Page, right: float, down: float) -> tuple[float, float]:
    box = page.get_by_test_id("atlas-map-0").bounding_box()
    return box["x"] + box["width"] * right, box["y"] + box["height"] * down


def _over(page: Page) -> Callable[[], None]:
    places = [
        _place(page, 0.2 + 0.6 * (7 * step % 100) / 100, 0.3 + 0.4 * (13 * step % 100) / 100) for step in range(MOVES)
    ]
    return lambda: [page.mouse.move(*place) for place in places]


def _wheel(page: Page) -> Callable[[], None]:
    def zoom() -> None:
        page.keyboard.down("Control")
        for step in range(MOVES // 2):
            page.mouse.wheel(0, -60 if step % 40 < 20 else 60)
            page.wait_for_timeout(12)
        page.keyboard.up("Control")

    return zoom


def _drag(page: Page) -> Callable[[], None]:
    places = [_place(page, 0.3 + 0.4 * (step % 50) / 50, 0.5) for step in range(MOVES)]

    def drag() -> None:
        page.mouse.down()
        for place in places:
            page.mouse.move(*place)
        page.mouse.up()

    return drag
