"""Run benchmarks, all or those named, print and keep them in `benchmarks/results/`: `python -m benchmarks [NAME…]`.

After the numbers of each stands a line for every aim, met or MISSED; a missed one is no failure of the command.
"""

import argparse
import json
from pathlib import Path

from benchmarks import (
    atlas,
    calm,
    classroom,
    cold_start,
    denoising,
    drawing,
    inference,
    input_check,
    latency,
    live_tsne,
    phone,
    photographs,
    plane,
    projection,
    replicas,
    training,
)
from benchmarks.aims import Aim, report
from tests.support.browser import running_chromium

RESULTS = Path(__file__).parent / "results"
IN_A_BROWSER = {
    "latency": (latency, (Aim("median_ratio", at_most=2.0),)),
    "cold_start": (cold_start, (Aim("ratio", at_most=1.3),)),
    "drawing": (
        drawing,
        (
            Aim("chosen_p95_ms", at_most=16),
            Aim("slowest_tile_a_second", at_least=20),
            Aim("messages_while_drawing", at_most=0),
        ),
    ),
    "denoising": (denoising, (Aim("results_a_second", at_least=10),)),
    "plane": (
        plane,
        (
            *(Aim(f"{model}.frames_a_second", at_least=55) for model in plane.MODELS),
            Aim("latency_p50_ratio", at_most=0.5),
        ),
    ),
    "phone": (
        phone,
        (
            *(Aim(f"{page}.messages_while_drawing", at_most=0) for page in phone.PAGES),
            *(Aim(f"{page}.touch_to_picture_p95_ms", at_most=250) for page in phone.PAGES),
        ),
    ),
    "calm": (calm, tuple(Aim(f"{screen}.worst", at_most=0.1) for screen in calm.SCREENS)),
    "atlas": (atlas, tuple(Aim(f"{count}.share_of_idle", at_least=0.9) for count in ("one", "two"))),
    "training": (
        training,
        (
            *(Aim(f"{network}.ratio_to_torch", at_least=0.5) for network in training.NETWORKS),
            Aim("frames_a_second", at_least=55),
            Aim("dense_one_layer.seconds_until_pca_is_beaten", at_most=10),
        ),
    ),
    "live_tsne": (live_tsne, (Aim("2000.updates_a_second", at_least=10), Aim("quality.cost_ratio", at_most=1.04))),
}
WITHOUT = {
    "classroom": (
        classroom,
        (
            Aim("rest.30.p95", at_most=100),
            Aim("rest.100.p95", at_most=300),
            Aim("live.30.p95", at_most=500),
            Aim("exceptions", at_most=0),
            Aim("broken", at_most=0),
            Aim("memory_mb.resident", at_most=800),
            Aim("memory_mb.without_cuda", at_most=800),
        ),
    ),
    "inference": (inference, ()),
    "input_check": (input_check, (Aim("median", at_most=0.02), Aim("to_isfinite", at_most=1.0))),
    "photographs": (
        photographs,
        (
            Aim("tuned.all", at_least=0.97),
            Aim("unseen.all", at_least=0.97),
            Aim("hard.all", at_least=0.97),
            Aim("scans.light_ink", at_least=0.985),
            Aim("scans.dark_ink", at_least=0.985),
            Aim("scans.gain", at_least=0),
            Aim("filled_scans.gain", at_least=0),
            Aim("phone_photo_ms", at_most=30),
        ),
    ),
    "projection": (projection, (Aim("ratio", at_most=0.5),)),
    "replicas": (
        replicas,
        (
            Aim("class.errors", at_most=0),
            Aim("death.errors", at_most=0),
            Aim("death.others_thrown_out", at_most=0),
            Aim("death.back_s", at_most=5.0),
        ),
    ),
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
            module, aims = IN_A_BROWSER[name]
            _report(name, module.measure(browser), aims)
    for name in (name for name in names if name in WITHOUT):
        module, aims = WITHOUT[name]
        _report(name, module.measure(), aims)


def _report(name: str, result: dict, aims: tuple[Aim, ...]) -> None:
    text = json.dumps(result, indent=1, default=float)
    (RESULTS / f"{name}.json").write_text(text + "\n")
    print(report(name, result, text, aims), flush=True)


if __name__ == "__main__":
    main()
