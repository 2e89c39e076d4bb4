"""A way to clean a picture, and which noise a network was trained to remove."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np

from aemodels.checkpoints.card import Card
from aemodels.corruption.stack import KINDS
from ui import models, networks


class Method(NamedTuple):
    """A way to clean a picture.

    Attributes:
        title: Display name.
        group: What it was fitted to, in a few words.
        text: What it does, in a sentence.
        clean: Returns (28, 28) for a noisy (28, 28).
        network: What the page has to know to do so itself while a hand moves; None where it cannot.
        seen: Key in `KINDS` of the corruption that a network was trained to remove; None for all else.
    """

    title: str
    group: str
    text: str
    clean: Callable[[np.ndarray], np.ndarray]
    network: dict | None = None
    seen: str | None = None


def of_network(card: Card) -> Method:
    """Return the way of a model."""
    untrained = "baseline, never fitted to noise" if card.is_baseline else "never trained on noise"
    seen = _seen(card)
    group = f"trained to remove {called(seen)}" if seen else untrained
    clean = partial(_rebuilt, card)
    return Method(card.spec.title, group, card.story.idea, clean, networks.described(card), seen)


def called(kind: str) -> str:
    """Return what a key of `KINDS` is called within a sentence."""
    title = KINDS[kind].title
    return title if title.startswith("Gaussian") else title.lower()


def _seen(card: Card) -> str | None:
    """Return the key of the corruption that a model was trained to remove, whatever its amount and range."""
    trained = card.spec.recipe.corruption
    if trained is None:
        return None
    chances = {key: kind.corruption for key, kind in KINDS.items() if kind.corruption}
    alike = partial(replace, amount=trained.amount, clip=trained.clip)
    return next(key for key, chance in chances.items() if alike(chance) == trained)


def _rebuilt(card: Card, noisy: np.ndarray) -> np.ndarray:
    return models.rebuild(card, noisy).x_hat
