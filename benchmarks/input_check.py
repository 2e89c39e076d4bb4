"""What the check of what a model is given costs at 256 pictures, as a share of the whole call."""

import statistics
import time
from collections.abc import Callable

import numpy as np

import aemodels
from aemodels import datasets, inputs
from aemodels.checkpoints import cards

PICTURES = 256
REPEATS = 60


def measure() -> dict[str, float]:
    """Give the share of a call of `encode` and of `reconstruct` by model, the largest of each first."""
    images = np.random.default_rng(0).random((PICTURES, 28, 28), dtype=np.float32)
    shares = {}
    for name in cards.trained():
        if cards.read(name).spec.data in datasets.PICTURES:
            shares[f"reconstruct_{name}"] = _share(aemodels.reconstruct, name, images)
            shares[f"encode_{name}"] = _share(aemodels.encode, name, images)
    ordered = dict(sorted(shares.items(), key=lambda item: -item[1]))
    return {"largest": max(shares.values()), "median": statistics.median(shares.values())} | ordered


def _share(call: Callable, name: str, images: np.ndarray) -> float:
    """Time call and check in turns, so that both meet the same machine."""
    whole, check = [], []
    call(name, images)
    for _ in range(REPEATS):
        whole.append(_seconds(lambda: call(name, images)))
        check.append(_seconds(lambda: inputs.checked(name, inputs.PICTURES, images, images.shape[1:], True)))
    return statistics.median(check) / statistics.median(whole)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
