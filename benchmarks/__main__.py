"""Run all benchmarks, print them, and keep them in `benchmarks/results/`: `python -m benchmarks`."""

import json
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks import cold_start, denoising, inference, latency, live_tsne, plane, projection
from tests.chromium import FLAGS, chromium

RESULTS = Path(__file__).parent / "results"
AIMS = (
    "Aims: latency median_ratio ≤ 2.0, cold_start ratio ≤ 1.3, denoising results_a_second ≥ 10, "
    "plane frames_a_second ≥ 55, latency_p50_ratio ≤ 0.5, live_tsne updates_a_second ≥ 10 at 2000 codes and "
    "cost_ratio ≤ 1.04, projection ratio ≤ 0.5."
)


def main() -> None:
    """Measure one thing after the other."""
    RESULTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        for module in (latency, cold_start, denoising, plane, live_tsne):
            _report(module.__name__.rpartition(".")[2], module.measure(browser))
        browser.close()
    _report("inference", inference.measure())
    _report("projection", projection.measure())
    print(AIMS)


def _report(name: str, result: dict) -> None:
    text = json.dumps(result, indent=1, default=float)
    (RESULTS / f"{name}.json").write_text(text + "\n")
    print(name, text, flush=True)


if __name__ == "__main__":
    main()
