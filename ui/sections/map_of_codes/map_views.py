"""Which maps are on the page: of which model, by which projection, in which colours; all of it in the address."""

from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card
from ui import models, state, trouble
from ui.literal import literal
from ui.sections.map_of_codes import map_data

COLOURS = {
    "label": "what it shows (label)",
    "error": "error",
    "unit": "a number of the code",
    "cluster": "groups found without labels",
}
MAPPED = tuple(datasets.DOWNLOADED)


class View(NamedTuple):
    """A map that was chosen.

    Attributes:
        card: Of the model.
        choice: "code", "pca", "pca_3d", "tsne" or "umap".
    """

    card: Card
    choice: str

    @property
    def projection(self) -> str:
        """Name of the projection in the gallery."""
        return "pca" if self.choice == "pca_3d" else self.choice

    @property
    def points(self) -> np.ndarray:
        """(N, 2 or 3) numbers by which its points are placed; for a flat map the first two count."""
        return map_data.projections(self.card.id)[self.projection]

    @property
    def in_space(self) -> bool:
        """Whether it is a cloud that can be turned, not a flat map."""
        return self.choice == "pca_3d" or (self.choice == "code" and self.card.spec.code_size == 3)

    @property
    def title(self) -> str:
        """Name of the projection for readers."""
        return projected(self.choice, self.card.spec.code_size)


def projected(choice: str, size: int) -> str:
    """Name a projection of codes with that many numbers."""
    words = {"tsne": "t-SNE", "umap": "UMAP", "pca": "PCA", "pca_3d": "PCA, 3-D", "code": "the code itself"}
    return words[choice] + (", 3-D" if choice == "code" and size == 3 else "")


def choices(size: int) -> list[str]:
    """Return the projections that make sense for codes with that many numbers."""
    return ["tsne", "umap", "pca", *(["code"] if size in (2, 3) else ["pca_3d"])]


def choose(cards_by_name: dict[str, Card], name: str) -> list[View]:
    """Show the controls of one map or two and return the maps; says what is missing and leaves it out."""
    first, colour, which, second = st.columns([2, 2, 2, 2], vertical_alignment="bottom")
    with first:
        views = [_view(cards_by_name[name], "projection")]
    with colour:
        by = state.select("colour", words=COLOURS)
    with which:
        _detail(by, cards_by_name[name].spec.code_size)
    with second:
        two = state.toggle("second_map")
    if two:
        views.append(_second(cards_by_name, name))
    return [view for view in views if _can_be_shown(view)]


def _second(cards_by_name: dict[str, Card], name: str) -> View:
    alike = models.known_for(cards_by_name, cards_by_name[name].spec.data)
    asked = st.query_params.get("other_model")
    if asked and asked not in alike:
        reason = "was trained on other pictures than the first" if asked in cards_by_name else "does not exist"
        st.warning(f"The second model {literal(asked)} in the address {reason}. Here is another one.")
    words, left, right = st.columns([2, 3, 3], vertical_alignment="center")
    words.markdown("**Second map**", text_alignment="right")
    with left:
        other = state.select("other_model", list(alike), lambda one: models.full_title(alike[one]))
    with right:
        return _view(alike[other], "other_projection")


def _view(card: Card, key: str) -> View:
    size = card.spec.code_size
    return View(card, state.select(key, choices(size), lambda choice: projected(choice, size)))


def _detail(by: str, size: int) -> None:
    if by == "unit":
        state.select("code_unit", range(size), lambda unit: f"number {unit + 1} of {size}")
    elif by == "cluster":
        state.select("clusters", words=lambda count: f"{count} clusters")


def colouring() -> str:
    """Return what the points are coloured by, as `map_data.colour_message` takes it."""
    by = st.session_state["colour"]
    numbers = {"unit": "code_unit", "cluster": "clusters"}
    return f"{by}-{st.session_state[numbers[by]]}" if by in numbers else by


def _can_be_shown(view: View) -> bool:
    with trouble.reported():
        if view.projection in map_data.projections(view.card.id):
            return True
        st.info(
            f"The gallery of “{view.card.spec.title}” holds no map by {view.title} yet. "
            f"Run `python -m aemodels.train --cards {view.card.name}` and reload this page.",
            icon=trouble.BUILD,
        )
    return False
