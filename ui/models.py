"""The models as pages need them: cards that can be read, what each makes of a picture, what is wrong with the rest."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import LESSON, Card
from aemodels.errors import AutoencoderError
from aemodels.specs import Spec
from ui import state


class Rebuilt(NamedTuple):
    """What a model made of a picture.

    Attributes:
        name: Variant.
        card: Its card.
        image: (28, 28) input.
        code: (D,).
        x_hat: (28, 28) reconstruction.
        error: Mean squared error a pixel.
    """

    name: str
    card: Card
    image: np.ndarray
    code: np.ndarray
    x_hat: np.ndarray
    error: float


def usable(data: Sequence[str] = datasets.PICTURES, lesson: bool | None = False) -> dict[str, Card]:
    """Give the cards of models, digits before clothes, short codes before long ones.

    Says on the page which are damaged, and stops it if none is left.

    Args:
        data: Data sets that they learnt from.
        lesson: Whether to give those made for the lesson on the loss, instead of all others; None for both.
    """
    found = {}
    for name in cards.trained():
        try:
            card = cards.read(name)
        except AutoencoderError as error:
            st.warning(str(error), icon=":material/build:")
            continue
        if card.spec.data in data and lesson in (None, card.lesson):
            found[name] = card
    if not found:
        st.info("No model has been trained yet. Run `make train` and reload this page.", icon=":material/build:")
        st.stop()
    return {name: found[name] for name in sorted(found, key=lambda name: _place(found[name].spec))}


def _place(spec: Spec) -> tuple:
    return list(datasets.TABLE).index(spec.data), spec.family == LESSON, spec.code_size, spec.title


def choose(known: dict[str, Card], among: dict[str, Card] | None = None) -> str:
    """Let the student choose a model; says so if the address names one that there is not.

    Args:
        known: All cards by name.
        among: Those to choose from, if not all.
    """
    asked = st.query_params.get("model")
    if asked and asked not in known:
        reason = "does not exist"
        if asked in aemodels.names():
            reason = "is for other things than pictures" if asked in cards.trained() else "has no checkpoint yet"
        st.warning(f"The model “{asked}” in the address {reason}. Here is another one; choose any from the list.")
    return state.select("model", list(among or known), lambda name: full_title(known[name]))


def full_title(card: Card) -> str:
    """Give a model's title with what it knows, where that is not digits."""
    spec = card.spec
    return spec.title if spec.data == "mnist" else f"{spec.title} ({datasets.TABLE[spec.data].noun})"


def known_for(known: dict[str, Card], data: str) -> dict[str, Card]:
    """Keep the models that learnt from a data set."""
    return {name: card for name, card in known.items() if card.spec.data == data}


def rebuild(name: str, card: Card, image: np.ndarray) -> Rebuilt:
    """Encode and decode one picture (28, 28).

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    code = aemodels.encode(name, image[None])
    x_hat = aemodels.decode(name, code)[0]
    return Rebuilt(name, card, image, code[0], x_hat, float(np.square(x_hat - image).mean()))


def rebuild_with_all(known: dict[str, Card], image: np.ndarray) -> list[Rebuilt]:
    """Rebuild a picture with every model, the smallest error first; says on the page which models are damaged."""
    results = []
    for name, card in known.items():
        try:
            results.append(rebuild(name, card, image))
        except AutoencoderError as error:
            st.warning(str(error), icon=":material/build:")
    return sorted(results, key=lambda rebuilt: rebuilt.error)


@st.cache_resource(max_entries=48, show_spinner=False)
def gallery(name: str, digest: str) -> dict[str, np.ndarray]:
    """Give a model's gallery, shared between sessions and reread when the digest changes; see `cards.load_gallery`."""
    return cards.load_gallery(name)


def share_rebuilt_worse(rebuilt: Rebuilt) -> float:
    """Give the share of test images with a larger error than this picture's, 0 to 1."""
    errors = gallery(rebuilt.name, rebuilt.card.digest)["errors"]
    return float((errors > rebuilt.error).mean())
