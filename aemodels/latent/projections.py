"""Maps of codes: many numbers drawn as two or three, and where new codes land on them."""

import itertools
import logging
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from aemodels.latent import map_quality, pca, placement
from aemodels.latent.nearest import Known

KINDS = ("pca", "tsne", "umap")
EVERY = 25
Progress = Callable[[str, float], None]
"""Told what is being done and which share of all is done, 0 to 1."""
log = logging.getLogger(__name__)


class Effort(NamedTuple):
    """How long maps are worked on.

    Attributes:
        tsne: Steps of t-SNE with exaggerated forces, and without.
        umap: Whether UMAP draws one too, which first compiles itself for a quarter of a minute.
    """

    tsne: tuple[int, int]
    umap: bool


THOROUGH = Effort((250, 500), True)
HASTY = Effort((5, 5), False)
"""For rehearsals, whose maps nobody reads."""


class Drawn(NamedTuple):
    """A map.

    Attributes:
        fitted: (N, 2) places of the codes that made it.
        landed: (M, 2) places of codes put on it afterwards; None where there were none.
    """

    fitted: np.ndarray
    landed: np.ndarray | None


def draw(
    codes: np.ndarray,
    labels: np.ndarray,
    held_out: np.ndarray,
    effort: Effort = THOROUGH,
    on_progress: Progress = lambda _step, _share: None,
) -> tuple[dict[str, np.ndarray], dict[str, dict]]:
    """Draw codes on maps and measure the maps.

    Args:
        codes: (N, D) float32, N at least 32 and D at least 2.
        labels: (N,) classes.
        held_out: (M, D) codes that are on no map, to see where they land; may be empty.
        effort: How long to work on them.
        on_progress: As the maps grow; the shares are rough.

    Returns:
        "pca" (N, 3), or (N, 2) for two numbers, "tsne" (N, 2) and "umap" (N, 2), all float16; and what
        `map_quality.measure` says of them, where there was something to land with "landing_error". Without umap-learn
        there is no "umap".
    """
    later = held_out if len(held_out) else None
    on_progress("t-SNE", 0.0)
    drawn = {"tsne": tsne(codes, later, effort, lambda share: on_progress("t-SNE", 0.5 * share))}
    on_progress("UMAP", 0.5)
    try:
        drawn |= {"umap": umap(codes, later)} if effort.umap else {}
    except ImportError:
        log.warning("No map by UMAP: umap-learn is missing. `pip install -r requirements-train.txt` brings it.")
    on_progress("how far they can be trusted", 0.9)
    places = {"pca": _pca(codes)} | {kind: drawing.fitted for kind, drawing in drawn.items()}
    places = {kind: points.astype(np.float16) for kind, points in places.items()}
    figures = map_quality.measure(codes, places, labels)
    for kind, drawing in drawn.items():
        if drawing.landed is not None:
            on_map = places[kind].astype(np.float32)
            figures[kind]["landing_error"] = _landing_error(codes, on_map, held_out, drawing.landed)
    on_progress("done", 1.0)
    return places, figures


def _pca(codes: np.ndarray) -> np.ndarray:
    mean, directions = pca.main_directions(codes, min(map_quality.DEPTH, codes.shape[1]))
    return (codes - mean) @ directions.T


def tsne(
    codes: np.ndarray,
    held_out: np.ndarray | None = None,
    effort: Effort = THOROUGH,
    on_share: Callable[[float], None] = lambda _: None,
) -> Drawn:
    """Draw codes (N, D) by t-SNE, and put held-out ones (M, D) on the finished map; told the share that is done.

    Source:
        van der Maaten, "Accelerating t-SNE using tree-based algorithms", JMLR 2014; Poličar, Stražar and Zupan,
        "openTSNE", JSS 2024.
    """
    import openTSNE

    axes = placement.axes(codes)
    steps = itertools.count(EVERY, EVERY)
    fitted = openTSNE.TSNE(
        perplexity=placement.PERPLEXITY,
        early_exaggeration_iter=effort.tsne[0],
        n_iter=effort.tsne[1],
        initialization="pca",
        neighbors="exact",
        negative_gradient_method="bh",
        n_jobs=-1,
        random_state=placement.SEED,
        callbacks=lambda *_: on_share(min(1.0, next(steps) / sum(effort.tsne))),
        callbacks_every_iters=EVERY,
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
