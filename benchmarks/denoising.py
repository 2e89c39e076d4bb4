"""How many results a second follow the hand on the page Denoise, against the frames that the screen paints."""

from playwright.sync_api import Browser

from tests.support.browser import settled
from tests.support.server import server, streamlit

WINDOWS = 3
COUNT_RESULTS = """canvas => {
  const { putImageData } = CanvasRenderingContext2D.prototype;
  canvas.getContext("2d").putImageData = function (...rest) {
    window.painted += 1;
    return putImageData.apply(this, rest);
  };
}"""
MOVE = """range => new Promise((done) => {
  const began = performance.now();
  let frames = 0;
  window.painted = 0;
  const move = () => {
    const passed = performance.now() - began;
    if (passed > 4000) {
      range.dispatchEvent(new Event("change"));
      done({ results: (1000 * window.painted) / passed, frames: (1000 * frames) / passed });
      return;
    }
    frames += 1;
    range.value = 0.5 + 0.4 * Math.sin(passed / 200);
    range.dispatchEvent(new Event("input"));
    requestAnimationFrame(move);
  };
  move();
})"""


def measure(browser: Browser) -> dict[str, float]:
    """Move the slider of the noise as often as the screen is painted, three times four seconds; the best one counts."""
    with server(*streamlit("app.py")) as address:
        page = browser.new_page()
        page.goto(f"{address}/denoise")
        page.locator("[data-testid=corruption][data-ready]").wait_for()
        settled(page)
        page.get_by_test_id("tile-result").last.locator("canvas").evaluate(COUNT_RESULTS)
        runs = []
        for _ in range(WINDOWS):
            runs.append(page.get_by_test_id("amount-0").evaluate(MOVE))
            settled(page)
        page.close()
    best = max(runs, key=lambda run: run["results"])
    return {
        "results_a_second": best["results"],
        "frames_a_second": best["frames"],
        "results_a_frame": best["results"] / best["frames"],
    }
