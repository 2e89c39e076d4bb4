"""Where the student's digit lands on maps of codes: roughly while the hand moves, exactly when it rests."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.latent import pca, placement
from ui import models
from ui.sample import Sample
from ui.sections.map_of_codes import map_data
from ui.sections.map_of_codes.map_views import View

CALLED = {True: "the example", False: "yours"}
FOUND = "study.settled"
EXACT = ("code", "pca", "pca_3d")
HOW = {
    "tsne": "and as soon as your hand rests, t-SNE itself puts it into its place",
    "umap": "which is all that is done: UMAP's own search for a place is not on this server",
}


def own_places(study: Sample, views: Sequence[View]) -> list[dict]:
    """Say where the picture under study lands on each map.

    Args:
        study: Picture under study.
        views: Maps on the page.

    Returns:
        For each map "place" (two or three numbers), "called", and "settled": whether the map's own method put it
        there; if not, it is in the middle of its nearest codes.

    Raises:
        BadCheckpoint: A model's weights or gallery are missing or damaged.
    """
    return [_own_place(study, view) for view in views]


def settle(study: Sample, views: Sequence[View]) -> bool:
    """Let t-SNE put the picture into its place where it has not yet done so; says whether it had anything to do.

    It takes a third of a second and longer, so all the rest of the page should be there before.

    Raises:
        BadCheckpoint: A model's weights or gallery are missing or damaged.
    """
    on_maps = [view for view in views if view.choice == "tsne"]
    if study.live or all(_key(study, view) in _found() for view in on_maps):
        return False
    st.session_state[FOUND] = {_key(study, view): _settled_place(study, view) for view in on_maps}
    return True


def _own_place(study: Sample, view: View) -> dict:
    identity = view.name, view.card.digest
    place = _found().get(_key(study, view)) if view.choice == "tsne" else None
    settled = place is not None or view.choice in EXACT
    if place is None:
        code = _code(study, view)
        mean, directions = _directions(*identity)
        exact = {"code": code, "pca": (code - mean) @ directions[:2].T, "pca_3d": (code - mean) @ directions.T}
        place = exact[view.choice] if settled else placement.follow(map_data.code_space(*identity), view.points, code)
    return {"place": place[0].astype(float).tolist(), "called": CALLED[study.example], "settled": settled}


def _code(study: Sample, view: View) -> np.ndarray:
    return aemodels.encode(view.name, study.normalised.image[None])


def _key(study: Sample, view: View) -> tuple:
    return view.name, view.card.digest, study.normalised.image.tobytes()


def _found() -> dict[tuple, np.ndarray]:
    """What t-SNE found for the picture under study, by model and picture."""
    return st.session_state.get(FOUND, {})


def _settled_place(study: Sample, view: View) -> np.ndarray:
    return _ready(view.name, view.card.digest).settle(_code(study, view))


@st.cache_resource(max_entries=48, show_spinner=False)
def _directions(name: str, digest: str) -> tuple[np.ndarray, np.ndarray]:
    codes = models.gallery(name, digest)["codes"]
    return pca.main_directions(codes, min(3, codes.shape[1]))


@st.cache_resource(max_entries=8, show_spinner=False)
def _ready(name: str, digest: str) -> placement.Settled:
    known = models.gallery(name, digest)
    return placement.Settled(known["codes"], known["tsne"])


def explain(study: Sample, view: View) -> None:
    """Say below the pad what the star on the map means, and how exact it is."""
    spec = view.card.spec
    words = ["**The star is your picture.**"]
    if study.example:
        words = ["**The star is the example; draw, and it is your digit.**"]
    if spec.data != study.data:
        words.append(f"This model has seen nothing but {datasets.TABLE[spec.data].noun}, whatever you draw.")
    error = view.card.maps.get(view.choice, {}).get("landing_error")
    if view.choice in HOW and error:
        words.append(
            f"While you draw, it stands in the middle of the ten codes nearest to its own, {HOW[view.choice]}. "
            f"That quick place was off by {error:.1%} of the map's width for 1,000 other test images (median)."
        )
    st.caption(" ".join(words))
