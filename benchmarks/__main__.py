"""Run benchmarks, all or those named, print and keep them in `benchmarks/results/`: `python -m benchmarks [NAME…]`."""

import argparse
import json
from pathlib import Path

from benchmarks import atlas, cold_start, denoising, inference, input_check, latency, live_tsne, plane, projection
from tests.support.browser import running_chromium

RESULTS = Path(__file__).parent / "results"
IN_A_BROWSER = {
    "latency": (latency, "median_ratio ≤ 2.0"),
    "cold_start": (cold_start, "ratio ≤ 1.3"),
    "denoising": (denoising, "results_a_second ≥ 10"),
    "plane": (plane, "frames_a_second ≥ 55, latency_p50_ratio ≤ 0.5"),
    "atlas": (atlas, "share_of_idle ≥ 0.9"),
    "live_tsne": (live_tsne, "updates_a_second ≥ 10 at 2000 codes, cost_ratio ≤ 1.04"),
}
WITHOUT = {
    "inference": (inference, "none"),
    "input_check": (input_check, "median ≤ 0.03, to_isfinite ≤ 1"),
    "projection": (projection, "ratio ≤ 0.5"),
}


def main() -> None:
    """Measure one thing after the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    every = [*IN_A_BROWSER, *WITHOUT]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of {', '.join(every)}")
    names = parser.parse_args().names or every
    if unknown := set(names) - set(every):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    RESULTS.mkdir(exist_ok=True)
    with running_chromium() as browser:
        for name in (name for name in names if name in IN_A_BROWSER):
            module, aim = IN_A_BROWSER[name]
            _report(name, module.measure(browser), aim)
    for name in (name for name in names if name in WITHOUT):
        module, aim = WITHOUT[name]
        _report(name, module.measure(), aim)


def _report(name: str, result: dict, aim: str) -> None:
    text = json.dumps(result, indent=1, default=float)
    (RESULTS / f"{name}.json").write_text(text + "\n")
    print(f"{name} (aim: {aim})", text, flush=True)


if __name__ == "__main__":
    main()
