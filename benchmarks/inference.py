"""Time of one reconstruction for every model, alone and in a batch of 256, as multiples of PCA's."""

import statistics
import time

import numpy as np

import aemodels
from aemodels.checkpoints import cards

REFERENCE = "pca_32"
REPEATS = 30
BATCHES = (1, 256)


def measure() -> dict[str, dict[str, float]]:
    """Give milliseconds a call by model and batch size, and their ratio to PCA with 32 components."""
    names = [REFERENCE, *(name for name in cards.trained() if name != REFERENCE)]
    table = {}
    for name in names:
        times = {f"batch_{size}_ms": _time(name, size) for size in BATCHES}
        table[name] = times | {
            f"batch_{size}_ratio": times[f"batch_{size}_ms"] / table.get(REFERENCE, times)[f"batch_{size}_ms"]
            for size in BATCHES
        }
    return table


def _time(name: str, size: int) -> float:
    images = np.random.default_rng(0).random((size, 28, 28), dtype=np.float32)
    aemodels.reconstruct(name, images)
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        aemodels.reconstruct(name, images)
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)
