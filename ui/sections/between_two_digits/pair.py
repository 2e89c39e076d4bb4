"""Two pictures and the ways between them: the one under study, and a second one to walk to."""

from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.latent import interpolation
from ui import realism, state
from ui.components.interpolation import FRAMES, Way
from ui.components.tiles import Tile, tiles
from ui.sample import Sample, one_of_each


class Kept(NamedTuple):
    """A picture that was put aside to be the second.

    Attributes:
        image: (28, 28).
        data: Data set to which it belongs.
    """

    image: np.ndarray
    data: str


@st.cache_resource(max_entries=4, show_spinner=False)
def _examples(data: str, _available: bool) -> np.ndarray | None:
    return one_of_each(data)


def _keep(study: Sample) -> None:
    st.session_state["study.second"] = Kept(study.normalised.image, study.data)
    state.write("goal", "mine")


def choose_second(study: Sample) -> np.ndarray:
    """Let the student choose the picture to walk to: one of each class, or one put aside from the study; (28, 28)."""
    classes = datasets.TABLE[study.data].classes
    examples = _examples(study.data, datasets.available(study.data))
    kept: Kept | None = st.session_state.get("study.second")
    pictures = {str(label): image for label, image in enumerate(examples)}
    if kept and kept.data == study.data:
        pictures["mine"] = kept.image
    goal = state.read("goal")
    if goal not in pictures:
        goal = "0"
    entries = [
        Tile(id, image, "Your own" if id == "mine" else classes[int(id)], selected=id == goal)
        for id, image in pictures.items()
    ]
    tiles("seconds", entries, 40, on_choose=lambda id: state.write("goal", id))
    st.button(
        "Keep my picture as the second",
        icon=":material/push_pin:",
        on_click=_keep,
        args=(study,),
        disabled=study.example,
        help="Then draw, upload or pick another one as the first.",
    )
    return pictures[goal]


def rivals(name: str, among: dict[str, Card]) -> list[str]:
    """Order the models to compare one with: those of other families first, with about as many numbers first."""
    own = among[name].spec

    def unlike(other: str) -> tuple[bool, int]:
        spec = among[other].spec
        return spec.family == own.family, abs(spec.code_size - own.code_size)

    return sorted((other for other in among if other != name), key=unlike)


def decoded(name: str, card: Card, path: str, first: np.ndarray, second: np.ndarray) -> Way:
    """Walk between the codes of two pictures (28, 28) and decode every step.

    Args:
        name: Variant.
        card: Its card.
        path: "straight" or "spherical".
        first: Where the way begins.
        second: Where it ends.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    between = interpolation.spherical if path == "spherical" else interpolation.straight
    pictures = aemodels.decode(name, between(*aemodels.encode(name, np.stack([first, second])), FRAMES))
    spec = card.spec
    return Way(spec.title, f"{spec.code_size} numbers", pictures, realism.errors(pictures, spec.data))


def blended(first: np.ndarray, second: np.ndarray, data: str) -> Way:
    """Fade one picture (28, 28) out while the other fades in, without any model."""
    pictures = interpolation.straight(first.ravel(), second.ravel(), FRAMES).reshape(-1, *first.shape)
    return Way("Pixels blended", "no model, 784 numbers", pictures, realism.errors(pictures, data))


def farthest(ways: list[Way]) -> str:
    """Say for each way how far from real pictures it strays at worst; empty without real pictures."""
    strayed = [f"{way.title} **{way.errors.max():.4f}**" for way in ways if way.errors is not None]
    return f"Farthest from a real picture on the way: {', '.join(strayed)}." if strayed else ""
