"""A hand that draws on "Reconstruct": how soon the chosen model's picture follows, and how often the tiles do."""

import math
import statistics
import time

from playwright.sync_api import Browser, Page

from tests.support.browser import settled
from tests.support.server import server, streamlit
from ui.components.shared import modules

SECONDS = 6
ROUND = 3.0  # seconds for an eight
ENGINE = modules.address("shared/rebuilding/engine.js")
FOLLOW = """
async (address) => {
  const { engine } = await import(new URL(address, document.baseURI).href);
  const shown = window.shown = { chosen: [], tiles: {}, sent: 0 };
  let moved = null;
  addEventListener("pointermove", ({ timeStamp }) => { moved ??= timeStamp; }, { capture: true });
  const chosen = new Set([...engine.wishes.values()].filter((wish) => wish.chosen)
    .flatMap(({ networks }) => networks.map(({ name }) => name)));
  const { onmessage } = engine.worker;
  engine.worker.onmessage = (event) => {
    onmessage(event);
    const { name, picture } = event.data;
    if (!picture) return;
    shown.tiles[name] = (shown.tiles[name] ?? 0) + 1;
    if (!chosen.has(name) || moved === null) return;
    shown.chosen.push(performance.now() - moved);
    moved = null;
  };
}
"""
ARRIVED = """
async ([address, count]) => {
  const { engine } = await import(new URL(address, document.baseURI).href);
  return engine.plan().length >= count && engine.plan().every(({ name }) => engine.arrived.has(name));
}
"""


def measure(browser: Browser) -> dict[str, float]:
    """Give milliseconds from pointer event to painted reconstruction, and updates of the slowest tile a second."""
    with server(*streamlit("app.py")) as address:
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        sent: list = []
        page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
        page.goto(f"{address}/reconstruct")
        settled(page)
        while not page.evaluate(ARRIVED, [ENGINE, 10]):
            page.wait_for_timeout(100)
        _draw(page, 2)
        page.wait_for_timeout(3000)
        page.evaluate(FOLLOW, ENGINE)
        before = len(sent)
        seconds = _draw(page, SECONDS, lambda: len(sent) - before)
        shown = page.evaluate("window.shown")
        page.close()
    times = sorted(shown["chosen"])
    return {
        "chosen_p50_ms": statistics.median(times),
        "chosen_p95_ms": times[int(0.95 * len(times))],
        "models": len(shown["tiles"]),
        "slowest_tile_a_second": min(shown["tiles"].values()) / seconds[0],
        "messages_while_drawing": seconds[1],
    }


def _draw(page: Page, seconds: float, sent=lambda: 0) -> tuple[float, int]:
    """Draw an eight over and over; gives how long it took, and what was sent before the pen was lifted."""
    box = page.get_by_test_id("digit-pad").bounding_box()
    x, y, side = box["x"], box["y"], box["width"]
    page.mouse.move(x + 0.5 * side, y + 0.5 * side)
    page.mouse.down()
    start = time.perf_counter()
    while (passed := time.perf_counter() - start) < seconds:
        turn = 2 * math.pi * passed / ROUND
        page.mouse.move(x + (0.5 + 0.2 * math.sin(2 * turn)) * side, y + (0.5 - 0.3 * math.sin(turn)) * side)
    taken, messages = time.perf_counter() - start, sent()
    page.mouse.up()
    return taken, messages
