"""Two pictures and the ways between them: the one under study, and a second one to walk to."""

from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.latent import interpolation
from ui import networks, realism, state
from ui.components.interpolation import FRAMES, Way
from ui.components.tiles import Tile, tiles
from ui.kept import by_address
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
def _examples(data: str, available: bool) -> np.ndarray | None:
    """Return one picture of each class; others as soon as the data set has come."""
    return one_of_each(data)


def _keep(study: Sample) -> None:
    st.session_state["study.second"] = Kept(study.normalised.image, study.data)
    state.write("goal", "mine")


def choose_second(study: Sample) -> np.ndarray:
    """Let the student choose the picture to walk to, and return it (28, 28): one of each class, or one put aside."""
    classes = datasets.TABLE[study.data].classes
    examples = _examples(study.data, datasets.available(study.data))
    kept: Kept | None = st.session_state.get("study.second")
    pictures = {} if examples is None else {str(label): image for label, image in enumerate(examples)}
    if kept and kept.data == study.data:
        pictures["mine"] = kept.image
    goal = state.read("goal")
    if goal not in pictures:
        goal = next(iter(pictures), "0")
    entries = [
        Tile(id, image, f"To {'your own' if id == 'mine' else classes[int(id)]}", selected=id == goal)
        for id, image in pictures.items()
    ]
    keep = bytes if "mine" in pictures else by_address
    if entries:
        tiles("seconds", entries, 40, on_choose=lambda id: state.write("goal", id), keep=keep, offer=True)
    st.button(
        "Keep my picture as the second",
        icon=":material/push_pin:",
        on_click=_keep,
        args=(study,),
        disabled=study.example,
        help="For pictures of your own at both ends: keep this one, then draw another as the first.",
    )
    return pictures.get(goal, study.normalised.image)


def rivals(name: str, among: dict[str, Card]) -> list[str]:
    """Return the models to compare one with: other families first, then the nearest code sizes first."""
    own = among[name].spec

    def unlike(other: str) -> tuple[bool, int]:
        spec = among[other].spec
        return spec.family == own.family, abs(spec.code_size - own.code_size)

    return sorted((other for other in among if other != name), key=unlike)


def decoded(card: Card, path: str, first: np.ndarray, second: np.ndarray) -> Way:
    """Walk between the codes of two pictures (28, 28) and decode every step.

    Args:
        card: Of the model.
        path: "straight" or "spherical".
        first: Where the way begins.
        second: Where it ends.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    ends = aemodels.encode(card.name, np.stack([first, second]))
    spherical, spec = path == "spherical", card.spec
    pictures = aemodels.decode(card.name, interpolation.walk(ends, FRAMES, spherical))
    return Way(spec.title, f"{spec.code_size} numbers", pictures, None, networks.described(card), spherical)


def blended(first: np.ndarray, second: np.ndarray) -> Way:
    """Fade one picture (28, 28) out while the other fades in, without any model."""
    pictures = interpolation.straight(first.ravel(), second.ravel(), FRAMES).reshape(-1, *first.shape)
    return Way("Pixels blended", "no model, 784 numbers", pictures, None, blend=True)


def measured(ways: list[Way], data: str) -> list[Way]:
    """Compare all pictures of all ways with real pictures of a data set, at once: that reads these only once."""
    errors = realism.errors(np.concatenate([way.pictures for way in ways]), data)
    if errors is None:
        return ways
    parts = np.split(errors, len(ways))
    return [way._replace(errors=part) for way, part in zip(ways, parts, strict=True)]


def farthest(ways: list[Way]) -> str:
    """Return for each way its largest error to a real picture, in a sentence; empty without real pictures."""
    errors = [f"{way.title} **{way.errors.max():.4f}**" for way in ways if way.errors is not None]
    return f"Farthest from a real picture on the way, less is better: {', '.join(errors)}." if errors else ""
