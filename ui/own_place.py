"""Where the student's digit lands on maps of codes: roughly while the hand moves, exactly when it rests."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels import flat_maps, landing
from aemodels.errors import BadCheckpoint
from aemodels.neighbours import Known
from ui import models
from ui.sample import Sample

CALLED = {True: "the example", False: "your digit"}


class View(NamedTuple):
    """A map on the page.

    Attributes:
        name: Variant.
        digest: Of its checkpoint.
        kind: "code", "pca", "pca_3d", "tsne" or "umap".
    """

    name: str
    digest: str
    kind: str


def own_places(study: Sample, views: Sequence[View]) -> list[dict]:
    """Say where the picture under study lands on each map.

    Args:
        study: Picture under study.
        views: Maps on the page.

    Returns:
        For each map "place" (two or three numbers), "settled" (whether that is where the map's own method puts it,
        or only the middle of its nearest neighbours), and "called".

    Raises:
        BadCheckpoint: A model's weights or gallery are missing or damaged, or the gallery has no such map.
    """
    return [_own_place(study, view) for view in views]


def _own_place(study: Sample, view: View) -> dict:
    code = aemodels.encode(view.name, study.normalised.image[None])
    known = models.gallery(view.name, view.digest)
    exact = {"code": lambda: code, "pca": lambda: _along(view, code)[:, :2], "pca_3d": lambda: _along(view, code)}
    if view.kind not in exact and view.kind not in known:
        raise BadCheckpoint(f"The gallery of “{view.name}” has no such map. {_remedy(view.name)}")
    if view.kind == "tsne" and not study.live:
        exact["tsne"] = lambda: _settled(view.name, view.digest).settle(code)
    settled = view.kind in exact
    place = exact[view.kind]() if settled else landing.follow(_searched(view.name, view.digest), known[view.kind], code)
    return {"place": place[0].astype(float).tolist(), "settled": settled, "called": CALLED[study.example]}


def _remedy(name: str) -> str:
    return f"Run `python -m aemodels.train --cards {name}` to draw it."


def _along(view: View, code: np.ndarray) -> np.ndarray:
    """Give a code's place on the map of PCA, (1, 3) at most."""
    mean, directions = _directions(view.name, view.digest)
    return (code - mean) @ directions.T


@st.cache_resource(max_entries=48, show_spinner=False)
def _directions(name: str, digest: str) -> tuple[np.ndarray, np.ndarray]:
    codes = models.gallery(name, digest)["codes"]
    return flat_maps.main_directions(codes, min(3, codes.shape[1]))


@st.cache_resource(max_entries=16, show_spinner=False)
def _searched(name: str, digest: str) -> Known:
    return Known(models.gallery(name, digest)["codes"])


@st.cache_resource(max_entries=8, show_spinner="Getting the map ready for new digits …")
def _settled(name: str, digest: str) -> landing.Settled:
    known = models.gallery(name, digest)
    return landing.Settled(known["codes"], known["tsne"])
