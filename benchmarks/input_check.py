"""What the check of what a model is given costs at 256 pictures, as a share of the whole call.

The check reads every number once, which takes as long for a tiny model as for a large one: so it is also held against
the least that any check must do, to look for NaN and infinity.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np

import aemodels
from aemodels import datasets, inputs
from aemodels.checkpoints import cards

PICTURES = 256
REPEATS = 60


def measure() -> dict[str, float]:
    """Give the share of a call by function and model, largest first; and the check as a multiple of `np.isfinite`."""
    images = np.random.default_rng(0).random((PICTURES, 28, 28), dtype=np.float32)
    shares = {}
    for name in cards.trained():
        if cards.read(name).spec.data in datasets.PICTURES:
            for call in (aemodels.reconstruct, aemodels.encode):
                shares[f"{call.__name__}_{name}"] = _ratio(partial(_check, images), partial(call, name, images))
    ordered = dict(sorted(shares.items(), key=lambda item: -item[1]))
    to_isfinite = _ratio(partial(_check, images), lambda: np.isfinite(images).all())
    return {"median": statistics.median(shares.values()), "to_isfinite": to_isfinite} | ordered


def _check(images: np.ndarray) -> None:
    inputs.checked("simple", inputs.PICTURES, images, images.shape[1:], True)


def _ratio(one: Callable[[], object], other: Callable[[], object]) -> float:
    """Time both in turns, so that they meet the same machine."""
    other()
    pairs = [(_seconds(one), _seconds(other)) for _ in range(REPEATS)]
    ones, others = zip(*pairs, strict=True)
    return statistics.median(ones) / statistics.median(others)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
