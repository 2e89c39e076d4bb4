"""From lifting the pointer to new pixels of the reconstruction, against a bare Streamlit rerun in the same run."""

import math
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.support.browser import settled
from tests.support.server import server, streamlit

TRIES = 30
GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
APPS = Path(__file__).parent / "apps"
WATCH_PIXELS = """
() => {
  const deep = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) {
        const shadow = element.shadowRoot;
        const inside = shadow.querySelector("[data-testid=flow-reconstruction]") ?? deep(shadow);
        if (inside) return inside;
      }
    }
  };
  const canvas = deep(document);
  const read = () => canvas.getContext("2d").getImageData(0, 0, 28, 28).data.join();
  window.changed = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("nothing changed within ten seconds")), 10000);
    const before = read();
    addEventListener("pointerup", () => {
      const start = performance.now();
      const look = () => (read() === before ? requestAnimationFrame(look) : done(performance.now() - start));
      look();
    }, { capture: true, once: true });
  });
}
"""
WATCH_TEXT = """
() => {
  const host = [...document.querySelectorAll("*")].find((each) => each.shadowRoot?.querySelector("output"));
  const output = host.shadowRoot.querySelector("output");
  window.changed = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("nothing changed within ten seconds")), 10000);
    const before = output.textContent;
    addEventListener("pointerup", () => {
      const start = performance.now();
      const look = () =>
        output.textContent === before ? requestAnimationFrame(look) : done(performance.now() - start);
      look();
    }, { capture: true, once: true });
  });
}
"""


def measure(browser: Browser) -> dict[str, float]:
    """Give median and 95th percentile in milliseconds of both, and their ratios."""
    with server(*streamlit("app.py")) as address:
        ours = _sample(browser, f"{address}/reconstruct", WATCH_PIXELS, _draw_a_ray)
    with server(*streamlit(APPS / "bare_rerun.py")) as address:
        bare = _sample(browser, address, WATCH_TEXT, _click)
    result = {}
    for name, times in (("ours", ours), ("bare", bare)):
        result[f"{name}_median_ms"] = statistics.median(times)
        result[f"{name}_p95_ms"] = sorted(times)[int(0.95 * len(times))]
    for figure in ("median", "p95"):
        result[f"{figure}_ratio"] = result[f"ours_{figure}_ms"] / result[f"bare_{figure}_ms"]
    return result


def _sample(browser: Browser, url: str, watch: str, act) -> list[float]:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto(url)
    settled(page)
    page.wait_for_timeout(4000)
    times = []
    for attempt in range(TRIES + 3):
        page.evaluate(watch)
        act(page, attempt)
        times.append(page.evaluate("window.changed"))
        page.wait_for_timeout(250)
    page.close()
    return times[3:]


def _draw_a_ray(page: Page, attempt: int) -> None:
    """Draw a quick ray from the middle, in another direction every time; what changes is sent on lifting."""
    box = page.get_by_test_id("digit-pad").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    angle = attempt * GOLDEN_ANGLE
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 0.42 * box["width"] * math.cos(angle), y + 0.42 * box["height"] * math.sin(angle))
    page.mouse.up()


def _click(page: Page, _attempt: int) -> None:
    page.get_by_role("button", name="Next").click()
