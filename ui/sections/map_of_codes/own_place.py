"""Where the student's digit lands on maps of codes: roughly while the hand moves, exactly when it rests."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import ModelId
from aemodels.latent import pca, placement
from ui import models
from ui.sample import Sample
from ui.sections.map_of_codes import map_data
from ui.sections.map_of_codes.map_views import View
from ui.words import caption

CALLED = {True: "the example", False: "yours"}
SETTLED = "study.settled"
EXACT = ("code", "pca", "pca_3d")
HOW = {
    "tsne": "and as soon as your hand rests, t-SNE itself finds its place",
    "umap": "and stays there: UMAP itself is not on this server to find a better place",
}


def own_places(study: Sample, views: Sequence[View]) -> list[dict]:
    """Return where the picture under study lands on each map.

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
    """Let t-SNE find the picture's place where it has not yet done so, and return whether it had anything to do.

    For the first picture on a map it takes a second or two, so all the rest of the page should be there before.

    Raises:
        BadCheckpoint: A model's weights or gallery are missing or damaged.
    """
    on_maps = [view for view in views if view.choice == "tsne"]
    if study.live or all(_key(study, view) in _settled() for view in on_maps):
        return False
    st.session_state[SETTLED] = {_key(study, view): _settled_place(study, view) for view in on_maps}
    return True


def _own_place(study: Sample, view: View) -> dict:
    model = view.card.id
    place = _settled().get(_key(study, view)) if view.choice == "tsne" else None
    settled = place is not None or view.choice in EXACT
    if place is None:
        code = _code(study, view)
        mean, directions = _directions(model)
        exact = {"code": code, "pca": (code - mean) @ directions[:2].T, "pca_3d": (code - mean) @ directions.T}
        place = exact[view.choice] if settled else placement.follow(map_data.code_space(model), view.points, code)
    return {"place": place[0].astype(float).tolist(), "called": CALLED[study.example], "settled": settled}


def _code(study: Sample, view: View) -> np.ndarray:
    return aemodels.encode(view.card.name, study.normalised.image[None])


def _key(study: Sample, view: View) -> tuple:
    return view.card.id, study.normalised.image.tobytes()


def _settled() -> dict[tuple, np.ndarray]:
    """Return the places that t-SNE found for the picture under study, by model and picture."""
    return st.session_state.get(SETTLED, {})


def _settled_place(study: Sample, view: View) -> np.ndarray:
    return _ready(view.card.id).settle(_code(study, view))


@st.cache_resource(max_entries=48, show_spinner=False)
def _directions(model: ModelId) -> tuple[np.ndarray, np.ndarray]:
    codes = models.gallery(model)["codes"]
    return pca.main_directions(codes, min(3, codes.shape[1]))


@st.cache_resource(max_entries=8, show_spinner=False)
def _ready(model: ModelId) -> placement.Settled:
    gallery = models.gallery(model)
    return placement.Settled(gallery["codes"], gallery["tsne"])


def explain(study: Sample, view: View) -> None:
    """Say what the star on the map means, and how exact it is."""
    spec = view.card.spec
    words = ["**The star is your picture.**"]
    if study.example:
        words = ["**The star is the example digit.** Draw, and it is yours."]
    if spec.data != study.data:
        words.append(f"This model was trained on nothing but {datasets.TABLE[spec.data].noun}, whatever you draw.")
    error = view.card.maps.get(view.choice, {}).get("landing_error")
    if view.choice in HOW and error:
        words.append(
            f"While you draw, it stands in the middle of the ten codes nearest to its own, {HOW[view.choice]}. "
            f"That first place is rough, but mostly near: for half of 1,000 other test images it was off by less than "
            f"{error:.1%} of the map's width."
        )
    caption(" ".join(words))
