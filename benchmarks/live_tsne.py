"""t-SNE in the browser: how many maps a second it paints, and how good they end, against openTSNE in the same run."""

import csv
import time

import numpy as np
import openTSNE
from playwright.sync_api import Browser, Locator, Page
from sklearn.manifold import trustworthiness

from aemodels.checkpoints import cards
from tests.support.server import server, streamlit

MODEL = "deep_30d"
COUNTS = (500, 1000, 2000, 5000, 10_000)
JUDGED = 2000  # codes of the run that goes to its end
SECONDS = 5
NEIGHBOURS = 10
PAGE = "map_of_codes?maps_view=run"
COUNT_UPDATES = """
(board, seconds) => new Promise((done) => {
  const began = performance.now();
  let updates = 0;
  const watcher = new MutationObserver((changes) => (updates += changes.length));
  watcher.observe(board, { attributeFilter: ["data-iteration"] });
  setTimeout(() => {
    watcher.disconnect();
    done((1000 * updates) / (performance.now() - began));
  }, 1000 * seconds);
})
"""


def measure(browser: Browser) -> dict[str, dict[str, float]]:
    """Give by number of codes the painted updates a second and the seconds before the first, and the quality."""
    with server(*streamlit("app.py")) as address:
        speed = {str(count): _speed(browser, f"{address}/{PAGE}&model={MODEL}&tsne_codes={count}") for count in COUNTS}
        places, cost, seconds = _whole_run(browser, f"{address}/{PAGE}&model={MODEL}&tsne_codes={JUDGED}")
    return speed | {"quality": _quality(places, cost, seconds)}


def _open(browser: Browser, url: str) -> tuple[Page, Locator]:
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    page.goto(url)
    board = page.locator("[data-testid=tsne][data-state=ready]")
    board.wait_for(timeout=120_000)
    return page, page.get_by_test_id("tsne")


def _speed(browser: Browser, url: str) -> dict[str, float]:
    page, board = _open(browser, url)
    started = time.perf_counter()
    page.get_by_test_id("tsne-run").click()
    page.locator("[data-testid=tsne][data-state=running]").wait_for(timeout=120_000)
    prepared = time.perf_counter() - started
    updates = board.evaluate(COUNT_UPDATES, SECONDS)
    page.close()
    return {"updates_a_second": updates, "before_the_first_s": prepared}


def _whole_run(browser: Browser, url: str) -> tuple[np.ndarray, float, float]:
    """Run to the end; give the places, the cost as the page states it, and the seconds."""
    page, _ = _open(browser, url)
    started = time.perf_counter()
    page.get_by_test_id("tsne-run").click()
    page.locator("[data-testid=tsne][data-state=finished]").wait_for(timeout=300_000)
    seconds = time.perf_counter() - started
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Places as CSV").click()
    rows = list(csv.reader(waiting.value.path().read_text().splitlines()))[1:]
    cost = float(page.get_by_test_id("tsne-cost").inner_text())
    page.close()
    return np.array([[float(x), float(y)] for _, _, x, y in rows]), cost, seconds


def _quality(places: np.ndarray, cost: float, seconds: float) -> dict[str, float]:
    codes = cards.load_gallery(MODEL)["codes"][:JUDGED]
    started = time.perf_counter()
    theirs = openTSNE.TSNE(neighbors="exact", negative_gradient_method="bh", random_state=0, n_jobs=1).fit(codes)
    their_seconds = time.perf_counter() - started
    return {
        "cost": cost,
        "opentsne_cost": theirs.kl_divergence,
        "cost_ratio": cost / theirs.kl_divergence,
        "trustworthiness": trustworthiness(codes, places, n_neighbors=NEIGHBOURS),
        "opentsne_trustworthiness": trustworthiness(codes, np.asarray(theirs), n_neighbors=NEIGHBOURS),
        "whole_run_s": seconds,
        "opentsne_s": their_seconds,
    }
