"""How long the t-SNE of 10,000 codes takes with the settings of the maps, against scikit-learn's in the same run."""

import time
from collections.abc import Callable

import numpy as np

import aemodels
from aemodels import datasets
from aemodels.latent import map_quality, placement, projections

MODEL = "deep_30d"


def measure() -> dict[str, float]:
    """Draw the codes of the whole test set twice; needs the MNIST data set.

    Returns:
        Seconds and trustworthiness of both, and the ratio of the seconds, ours to scikit-learn's.
    """
    from sklearn.manifold import TSNE, trustworthiness

    codes = aemodels.encode(MODEL, datasets.test("mnist").images)
    rivals = {
        "ours": lambda: projections.tsne(codes).fitted,
        "scikit_learn": lambda: TSNE(random_state=placement.SEED, n_jobs=-1).fit_transform(codes),
    }
    result: dict[str, float] = {}
    for name, draw in rivals.items():
        seconds, places = _timed(draw)
        result[f"{name}_seconds"] = seconds
        result[f"{name}_trustworthiness"] = float(trustworthiness(codes, places, n_neighbors=map_quality.NEIGHBOURS))
    return result | {"ratio": result["ours_seconds"] / result["scikit_learn_seconds"]}


def _timed(draw: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    began = time.perf_counter()
    places = np.asarray(draw())
    return time.perf_counter() - began, places
