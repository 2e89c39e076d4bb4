"""Maps of codes: many numbers drawn as two or three, how far such a map can be trusted, and where new codes land."""

import logging
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from aemodels.latent import pca, placement
from aemodels.latent.nearest import Known

KINDS = ("pca", "tsne", "umap")
DRAWN = ("tsne", "umap")
"""Kinds that new codes are put on afterwards."""
NEIGHBOURS = 10
DEPTH = 3
COMPARED = 1000
DIAGONAL = 2**0.5
"""Of a square map, in widths: nothing on a map lies farther from anything else."""
log = logging.getLogger(__name__)


class Drawn(NamedTuple):
    """A map.

    Attributes:
        fitted: (N, 2) places of the codes that made it.
        landed: (M, 2) places of codes put on it afterwards; None where there were none.
    """

    fitted: np.ndarray
    landed: np.ndarray | None


def draw(codes: np.ndarray, labels: np.ndarray, held_out: np.ndarray) -> tuple[dict[str, np.ndarray], dict[str, dict]]:
    """Draw codes on maps and measure the maps.

    Args:
        codes: (N, D) float32, N at least 32 and D at least 2.
        labels: (N,) classes.
        held_out: (M, D) codes that are on no map, to see where they land; may be empty.

    Returns:
        "pca" (N, 3), or (N, 2) for two numbers, "tsne" (N, 2) and "umap" (N, 2), all float16; and what `measure` says
        of them, where there was something to land with "landing_error". Without umap-learn there is no "umap".
    """
    later = held_out if len(held_out) else None
    drawn = {"tsne": tsne(codes, later)}
    try:
        drawn["umap"] = umap(codes, later)
    except ImportError:
        log.warning("No map by UMAP: umap-learn is missing. `pip install -r requirements-train.txt` brings it.")
    places = {"pca": _pca(codes)} | {kind: drawing.fitted for kind, drawing in drawn.items()}
    places = {kind: points.astype(np.float16) for kind, points in places.items()}
    figures = measure(codes, places, labels)
    for kind, drawing in drawn.items():
        if drawing.landed is not None:
            on_map = places[kind].astype(np.float32)
            figures[kind]["landing_error"] = _landing_error(codes, on_map, held_out, drawing.landed)
    return places, figures


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


def _pca(codes: np.ndarray) -> np.ndarray:
    mean, directions = pca.main_directions(codes, min(DEPTH, codes.shape[1]))
    return (codes - mean) @ directions.T


def tsne(codes: np.ndarray, held_out: np.ndarray | None = None) -> Drawn:
    """Draw codes (N, D) by t-SNE, and put held-out ones (M, D) on the finished map.

    Source:
        van der Maaten, "Accelerating t-SNE using tree-based algorithms", JMLR 2014; Poličar, Stražar and Zupan,
        "openTSNE", JSS 2024.
    """
    import openTSNE

    axes = placement.axes(codes)
    fitted = openTSNE.TSNE(
        perplexity=placement.PERPLEXITY,
        initialization="pca",
        neighbors="exact",
        negative_gradient_method="bh",
        n_jobs=-1,
        random_state=placement.SEED,
    ).fit(axes.along(codes))
    return Drawn(np.asarray(fitted), None if held_out is None else np.asarray(fitted.transform(axes.along(held_out))))


def umap(codes: np.ndarray, held_out: np.ndarray | None = None) -> Drawn:
    """Draw codes (N, D) by UMAP, and put held-out ones (M, D) on the finished map.

    Raises:
        ImportError: umap-learn is not installed.

    Source:
        McInnes, Healy and Melville, "UMAP: uniform manifold approximation and projection", arXiv:1802.03426, 2018.
    """
    from umap import UMAP

    axes = placement.axes(codes)
    fitted = UMAP(random_state=placement.SEED, n_jobs=1).fit(axes.along(codes))
    return Drawn(fitted.embedding_, None if held_out is None else fitted.transform(axes.along(held_out)))


def _landing_error(codes: np.ndarray, places: np.ndarray, held_out: np.ndarray, truth: np.ndarray) -> float:
    """Return the median distance of the live places from the true ones, as a share of the map's width."""
    followed = placement.follow(Known(codes), places, held_out)
    width = float(np.ptp(places, axis=0).max())
    return float(np.median(np.linalg.norm(followed - truth, axis=1))) / width
