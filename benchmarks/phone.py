"""A phone on a slow line: how long until the pad can be drawn on, until the first model follows, and how live it is.

The screen is 390 pixels wide and touched; the line has 1 Mbit/s and 200 ms, the computer is slowed down four times. The
cache is empty: a first visit.
"""

import statistics
import time
from collections.abc import Callable

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks.drawing import ARRIVED, ENGINE, FOLLOW
from tests.support.browser import ON_A_PHONE, frames_to_server, settled, touch
from tests.support.server import server, streamlit

PAGES = {"start_here": "", "reconstruct": "reconstruct"}
BYTES_A_SECOND = 1_000_000 / 8
LATENCY = 200  # milliseconds
SLOWER = 4
DRAWABLE = "[data-testid=digit-pad][data-ready=true]"
CHOSEN = """
async (address) => {
  const { engine } = await import(new URL(address, document.baseURI).href);
  const chosen = [...engine.wishes.values()].filter((wish) => wish.chosen).flatMap(({ networks }) => networks);
  return chosen.length > 0 && chosen.every(({ name }) => engine.arrived.has(name));
}
"""
SECONDS = 6
LONGEST = 180  # seconds until a model is there


def measure(browser: Browser) -> dict[str, dict[str, float]]:
    """Give seconds until the pad and the first model are there, and milliseconds from a touch to the picture."""
    with server(*streamlit("app.py")) as address:
        _wait_until_warm(browser, address)
        return {name: _visit(browser, f"{address}/{path}") for name, path in PAGES.items()}


def _wait_until_warm(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/reconstruct")
    settled(page)
    while not page.evaluate(ARRIVED, [ENGINE, 10]):
        page.wait_for_timeout(200)
    page.close()


def _visit(browser: Browser, url: str) -> dict[str, float]:
    context = browser.new_context(**ON_A_PHONE)
    page = context.new_page()
    page.set_default_timeout(1000 * LONGEST)
    line = context.new_cdp_session(page)
    _slow_down(line)
    fetched = _count_bytes(line)
    sent = frames_to_server(page)
    start = time.perf_counter()
    page.goto(url, wait_until="commit")
    page.locator(DRAWABLE).last.wait_for()
    drawable, until_drawable = time.perf_counter() - start, sum(fetched)
    while not page.evaluate(CHOSEN, ENGINE) and time.perf_counter() - start < LONGEST:
        page.wait_for_timeout(100)
    first_model = time.perf_counter() - start
    settled(page)
    page.wait_for_timeout(2000)
    page.evaluate(FOLLOW, ENGINE)
    before = len(sent)
    finger = touch(page)
    seconds = _draw(page, finger)
    messages = len(sent) - before
    finger("touchEnd")
    times = sorted(page.evaluate("window.shown").pop("chosen"))
    context.close()
    return {
        "until_drawable_s": drawable,
        "until_drawable_kb": until_drawable / 1000,
        "until_first_model_s": first_model,
        "touch_to_picture_p50_ms": statistics.median(times),
        "touch_to_picture_p95_ms": times[int(0.95 * len(times))],
        "pictures_a_second": len(times) / seconds,
        "messages_while_drawing": messages,
    }


def _slow_down(line: CDPSession) -> None:
    line.send("Network.enable")
    speed = {"downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND}
    line.send("Network.emulateNetworkConditions", {"offline": False, "latency": LATENCY, **speed})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def _count_bytes(line: CDPSession) -> list[int]:
    fetched: list[int] = []
    line.on("Network.loadingFinished", lambda event: fetched.append(event["encodedDataLength"]))
    return fetched


def _draw(page: Page, finger: Callable[..., None]) -> float:
    """Draw zigzags with a finger that stays down; gives how many seconds it took."""
    pad = page.get_by_test_id("digit-pad").last
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()

    def at(x: float, y: float) -> tuple[float, float]:
        return box["x"] + x * box["width"], box["y"] + y * box["height"]

    finger("touchStart", at(0.3, 0.2))
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < SECONDS:
        finger("touchMove", at(0.3 + 0.4 * (passed % 1), 0.2 + 0.6 * passed / SECONDS))
        page.wait_for_timeout(16)
    return time.perf_counter() - start
