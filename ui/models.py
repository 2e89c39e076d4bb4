"""The models as pages need them: cards that can be read, what each makes of a picture, which ones are damaged."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from aemodels.errors import BadCheckpoint
from aemodels.images import SIDE
from aemodels.latent import scales
from ui import state, trouble
from ui.literal import literal

KEPT = 1024
"""Reconstructions, so many as some fifty visitors look at."""


class Rebuilt(NamedTuple):
    """What a model made of a picture.

    Attributes:
        card: Of the model.
        image: (28, 28) input.
        code: (D,).
        x_hat: (28, 28) reconstruction.
        error: Mean squared error a pixel.
    """

    card: Card
    image: np.ndarray
    code: np.ndarray
    x_hat: np.ndarray
    error: float


def usable(data: Sequence[str] = datasets.PICTURES, lesson: bool | None = False) -> dict[str, Card]:
    """Return the cards of models by name, digits before clothes, short codes before long ones.

    Says on the page which are damaged, and ends the page if none is left.

    Args:
        data: Data sets that they learnt from.
        lesson: Whether to give those made for the lesson on the loss, instead of all others; None for both.
    """
    readable = {}
    for name in cards.trained():
        with trouble.reported():
            card = cards.read(name)
            if card.spec.data in data and lesson in (None, card.lesson):
                readable[name] = card
    ordered = {name: readable[name] for name in sorted(readable, key=lambda name: _place(readable[name]))}
    return only(ordered, lambda card: True, "No model has been trained yet. Run `make train` and reload this page.")


def only(cards_by_name: dict[str, Card], wanted: Callable[[Card], bool], missing: str) -> dict[str, Card]:
    """Keep the models that a page can show; if there is none, says what is missing and ends the page."""
    kept = {name: card for name, card in cards_by_name.items() if wanted(card)}
    if not kept:
        st.info(missing, icon=trouble.BUILD)
        st.stop()
    return kept


def _place(card: Card) -> tuple:
    """Return what models are ordered by; of equal codes, fully connected ones come before those with filters."""
    data = list(datasets.TABLE).index(card.spec.data)
    return data, card.lesson, card.spec.code_size, card.has_filters, card.spec.title


def choose(cards_by_name: dict[str, Card], among: dict[str, Card] | None = None) -> str:
    """Let the student choose a model and return its name; says so if the address names one that does not exist.

    Args:
        cards_by_name: All cards of the page.
        among: Those to choose from, if not all.
    """
    asked = st.query_params.get("model")
    if asked and asked not in cards_by_name:
        reason = _why_missing(asked)
        st.warning(f"The model {literal(asked)} in the address {reason}. Here is another; choose any from the list.")
    return state.select("model", list(among or cards_by_name), lambda name: full_title(cards_by_name[name]))


def _why_missing(name: str) -> str:
    """Return why a page has no model of a name, as the end of a sentence."""
    if name not in aemodels.names():
        return "does not exist"
    if name not in cards.trained():
        return "has no checkpoint yet"
    try:
        cards.read(name)
    except BadCheckpoint:
        return "is damaged"
    return "is not for pictures"


def full_title(card: Card) -> str:
    """Return a model's title, with what it was trained on where that is not digits."""
    spec = card.spec
    return spec.title if spec.data == "mnist" else f"{spec.title}, {datasets.TABLE[spec.data].noun}"


def known_for(cards_by_name: dict[str, Card], data: str) -> dict[str, Card]:
    """Keep the models that learnt from a data set."""
    return {name: card for name, card in cards_by_name.items() if card.spec.data == data}


def rebuild(card: Card, image: np.ndarray) -> Rebuilt:
    """Encode and decode one picture (28, 28).

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    return Rebuilt(card, image, *_rebuilt(card.id, np.asarray(image, np.float32).tobytes()))


@lru_cache(maxsize=KEPT)
def _rebuilt(model: ModelId, picture: bytes) -> tuple[np.ndarray, np.ndarray, float]:
    """Return code, reconstruction and error of a picture; kept, for a page that is answered again shows it again."""
    from aemodels import one_picture  # needs torch

    image = np.frombuffer(picture, np.float32).reshape(SIDE, SIDE).copy()
    code, x_hat = one_picture.rebuild(model, image)
    for array in (code, x_hat):
        array.setflags(write=False)  # shared by all that ask
    off = x_hat - image
    return code, x_hat, float(np.vdot(off, off)) / off.size


def rebuild_with_all(cards_by_name: dict[str, Card], image: np.ndarray) -> list[Rebuilt]:
    """Rebuild a picture with every model, the smallest error first; says on the page which models are damaged."""
    results = []
    for card in cards_by_name.values():
        with trouble.reported():
            results.append(rebuild(card, image))
    return sorted(results, key=lambda rebuilt: rebuilt.error)


@lru_cache(maxsize=16)
def gallery(model: ModelId) -> dict[str, np.ndarray]:
    """Return a model's gallery, shared by all sessions and read again when its digest changes."""
    return cards.load_gallery(model.name)


@lru_cache(maxsize=48)
def test_errors(model: ModelId) -> np.ndarray:
    """Return the errors (N,) of a model's test images, shared by all sessions; its gallery is not kept for them."""
    return cards.load_gallery(model.name)["errors"]


@lru_cache(maxsize=48)
def usual_scale(model: ModelId) -> scales.Scale:
    """Return the scale that a model's codes fill, shared by all sessions."""
    return scales.usual_scale(gallery(model)["codes"])


@lru_cache(maxsize=48)
def plane(model: ModelId) -> scales.Plane:
    """Return the part of the plane that a model's codes of two numbers fill, shared by all sessions."""
    return scales.plane(gallery(model)["codes"])


def share_rebuilt_worse(rebuilt: Rebuilt) -> float:
    """Return the share of test images with a larger error than this picture's, 0 to 1."""
    return float((test_errors(rebuilt.card.id) > rebuilt.error).mean())


def say_untrained(name: str) -> None:
    """Say that a model has no checkpoint, and how to train it."""
    st.info(f"“{name}” has not been trained yet. Run `python -m aemodels.train {name}`.", icon=trouble.BUILD)
