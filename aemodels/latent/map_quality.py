"""How far maps of codes can be trusted: figures that compare places on a map with the codes themselves."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from aemodels.latent.nearest import Known

DRAWN = ("tsne", "umap")
"""Kinds of map that new codes are put on afterwards."""
NEIGHBOURS = 10
DEPTH = 3
COMPARED = 1000
DIAGONAL = 2**0.5
"""Of a square map, in widths: nothing on a map lies farther from anything else."""


@dataclass(frozen=True)
class CodeSpace:
    """Codes as maps of them are compared with them; what all maps need is computed once.

    Attributes:
        codes: (N, D).
    """

    codes: np.ndarray

    @cached_property
    def distances(self) -> np.ndarray:
        """(N, N) float64 squared distances; that of a code to itself is infinite."""
        exact = self.codes.astype(np.float64)
        squares = np.einsum("nd,nd->n", exact, exact)
        distances = squares[:, None] + squares - 2 * exact @ exact.T
        np.fill_diagonal(distances, np.inf)
        return distances

    @cached_property
    def pair_ranks(self) -> np.ndarray:
        """Ranks of the distances between the first 1,000 codes, pair by pair."""
        return _pair_ranks(self.codes)

    def ranks(self, neighbours: np.ndarray) -> np.ndarray:
        """Return for neighbours (N, K), rows of the codes, how many other codes are nearer: (N, K)."""
        own = np.take_along_axis(self.distances, neighbours, 1)
        return np.stack([(self.distances < column[:, None]).sum(1) for column in own.T], 1)


def measure(codes: np.ndarray, places: dict[str, np.ndarray], labels: np.ndarray) -> dict[str, dict[str, float]]:
    """Measure maps: `quality` by kind of map; PCA's with two and with three directions, and the codes' own.

    Args:
        codes: (N, D).
        places: By kind, as `draw` returns them.
        labels: (N,) classes.
    """
    shown = {kind: points[:, :2] for kind, points in places.items()} | {"code": codes}
    if places["pca"].shape[1] == DEPTH:
        shown["pca_3d"] = places["pca"]
    space = CodeSpace(codes)
    return {kind: quality(space, each.astype(np.float32), labels) for kind, each in shown.items()}


def quality(space: CodeSpace, places: np.ndarray, labels: np.ndarray) -> dict[str, float]:
    """Return how far a map of codes can be trusted.

    Args:
        space: The N codes.
        places: (N, 2 or 3) on the map.
        labels: (N,) classes.

    Returns:
        "trustworthiness", 0 to 1: whether a point's ten neighbours on the map are its neighbours in code space;
        "label_agreement", 0 to 1: share of the ten neighbours on the map that are of the same class;
        "distance_correlation", -1 to 1: Spearman's rank correlation of distances on the map with those in code
        space, between the first 1,000 codes.

    Source:
        Venna and Kaski, "Neighborhood preservation in nonlinear projection methods", ICANN 2001.
    """
    nearest = Known(places.astype(np.float64)).others(NEIGHBOURS).positions
    count = len(places)
    too_far = np.maximum(space.ranks(nearest) + 1 - NEIGHBOURS, 0).sum()  # a neighbour's rank begins at 1
    most = count * NEIGHBOURS * (2 * count - 3 * NEIGHBOURS - 1) / 2
    return {
        "trustworthiness": float(1 - too_far / most),
        "label_agreement": float((labels[nearest] == labels[:, None]).mean()),
        "distance_correlation": float(np.corrcoef(space.pair_ranks, _pair_ranks(places))[0, 1]),
    }


def lands_on_map(figures: dict[str, float]) -> bool:
    """Return whether a map's figures have a landing error that a map can have: 0 to its diagonal."""
    return 0 <= figures.get("landing_error", -1) <= DIAGONAL


def _pair_ranks(points: np.ndarray) -> np.ndarray:
    from scipy.spatial.distance import pdist
    from scipy.stats import rankdata

    return rankdata(pdist(points[:COMPARED]))
