"""Training in the page: its speed beside torch on one thread, the page's frames, and how soon PCA is beaten."""

import time

import torch
from playwright.sync_api import Browser, Page
from torch import Tensor

from tests.support.browser import settled
from tests.support.learning import Reference
from tests.support.server import server, streamlit
from ui.components.shared import modules
from ui.sections.train_one import sheets

SECONDS, WARM = 5, 20  # of a measurement; steps before it
PATIENCE = 20  # seconds for PCA to be beaten
BATCH, RATE = 64, 0.005
NETWORKS = {
    "dense_one_layer": {"widths": [], "code": 32},
    "dense_two_layers": {"widths": [128], "code": 32},
    "convolutional": {"network": "convolutional", "code": 32},
}
IN_THE_PAGE = """
async ([worker, message, sheet, settings, seconds, patience]) => {
  const { readMessage } = await import(new URL(message, document.baseURI).href);
  const answer = await fetch(new URL(sheet, document.baseURI).href);
  const { arrays: { pictures, labels } } = readMessage(new Uint8Array(await answer.arrayBuffer()));
  const training = new Worker(new URL(worker, document.baseURI).href, { type: "module" });
  const told = [];
  let pca = null;
  training.onmessage = ({ data }) => {
    if (data.news === "progress") told.push({ step: data.step, seconds: data.seconds, mse: data.held.mse });
    if (data.news === "pca") pca = data.mse;
  };
  const shown = pictures.slice(0, 8 * 784);
  training.postMessage({ order: "begin", settings, pictures: pictures.slice(), labels: labels.slice(), shown });
  training.postMessage({ order: "run" });
  const start = performance.now();
  const passed = (limit) => performance.now() - start > 1000 * limit;
  const beaten = () => pca !== null && told.some(({ mse }) => mse < pca);
  while (!passed(seconds) || !(beaten() || passed(patience))) await new Promise((done) => setTimeout(done, 50));
  training.terminate();
  return { told, pca };
}
"""
FRAMES = """
(seconds) => new Promise((done) => {
  const start = performance.now();
  let count = 0;
  const next = () => {
    count += 1;
    if (performance.now() - start < 1000 * seconds) requestAnimationFrame(next);
    else done((1000 * count) / (performance.now() - start));
  };
  requestAnimationFrame(next);
})
"""


def measure(browser: Browser) -> dict[str, dict | float]:
    """Give steps a second in the page and by torch, seconds until PCA is beaten, and frames a second while training."""
    (digits,) = [sheet for sheet in sheets.available() if sheet["id"] == "digits"]
    with server(*streamlit("app.py")) as address:
        page = browser.new_page(viewport={"width": 1366, "height": 900})
        page.goto(f"{address}/train_one")
        settled(page)
        networks = {name: _compared(page, digits["address"], settings) for name, settings in NETWORKS.items()}
        page.get_by_test_id("training-run").click()
        page.wait_for_timeout(1000)
        frames = page.evaluate(FRAMES, SECONDS)
        page.close()
    return networks | {"frames_a_second": frames}


def _compared(page: Page, sheet: str, settings: dict) -> dict[str, float | None]:
    addresses = [modules.address(f"shared/{path}") for path in ("learning/worker.js", "message.js")]
    given = settings | {"batch": BATCH, "rate": RATE}
    made = page.evaluate(IN_THE_PAGE, [*addresses, sheet, given, SECONDS, PATIENCE])
    told = [each for each in made["told"] if each["step"] >= WARM]
    steps = (told[-1]["step"] - told[0]["step"]) / (told[-1]["seconds"] - told[0]["seconds"])
    beaten = (each["seconds"] for each in made["told"] if each["mse"] < made["pca"])
    torch_steps = _by_torch(settings)
    return {
        "steps_a_second": steps,
        "torch_steps_a_second": torch_steps,
        "ratio_to_torch": steps / torch_steps,
        "seconds_until_pca_is_beaten": next(beaten, None),
    }


def _by_torch(settings: dict) -> float:
    """Train the same network by torch on one thread; steps a second."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    network = Reference(settings)
    optimiser = torch.optim.Adam(network.parameters(), RATE)
    x = torch.rand(BATCH, 784)
    for _ in range(WARM):
        _step(network, optimiser, x)
    start, steps = time.perf_counter(), 0
    while time.perf_counter() - start < SECONDS:
        _step(network, optimiser, x)
        steps += 1
    torch.set_num_threads(threads)
    return steps / (time.perf_counter() - start)


def _step(network: Reference, optimiser: torch.optim.Optimizer, x: Tensor) -> None:
    optimiser.zero_grad()
    torch.stack(list(network.terms(x, x, x).values())).sum().backward()
    optimiser.step()
