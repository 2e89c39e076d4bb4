"""The control of step 7: the same random codes, moved to where a network's codes of digits are."""

from functools import lru_cache

import numpy as np

import aemodels
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent import sampling
from ui import models, words
from ui.components.tiles import Tile, tiles
from ui.sections.latent_plane import holes
from ui.sections.lesson.step import Doing

WORDS = (
    "**Is that fair?** One code has {plain} numbers, the other {variational}. And the random numbers fall where the "
    "codes of the variational one's digits are. So here is the plain autoencoder once more. It gets the same random "
    "codes, still {plain} numbers each, but moved and stretched to where the codes of its own digits are:"
)
MEASURED = (
    "Tap those that you can read: **{read} of {count}** so far. Can you read more of them than above? Measured: their "
    "mean *unlike* (step 5) falls from {before:.2f} to {after:.2f}; the variational autoencoder's pictures above have "
    "{other:.2f}. So much of the difference came from the place of the random codes, not from how many numbers they "
    "have. Not all of it: even there, a code may fall into a hole. (The limit of 0.01 belongs to the networks of "
    "step 5.)"
)


def show(plain: Card, variational: Card, codes: list[np.ndarray], seed: int, doing: Doing) -> None:
    """Show what a plain autoencoder makes of random codes that were moved to its digits' codes.

    Args:
        plain: Of the plain autoencoder.
        variational: Of the variational one.
        codes: Random codes (N, D) of each, as they were decoded above.
        seed: They were made with.
        doing: Remembers which pictures the student could read.
    """
    sizes = {"plain": plain.spec.code_size, "variational": variational.spec.code_size}
    words.markdown(WORDS.format(**sizes))
    moved, pictures = _moved(plain.id, len(codes[0]), seed)
    chosen: set[str] = doing.kept.setdefault("moved", {}).setdefault(seed, set())
    entries = [
        Tile(str(place), picture, f"Picture of a moved code {place + 1}", selected=str(place) in chosen)
        for place, picture in enumerate(pictures)
    ]
    tiles("lesson_moved", entries, 62, on_choose=lambda name: chosen.symmetric_difference_update({name}))
    before, after, other = (
        _unlike(card.id, each.shape, each.tobytes())
        for card, each in ((plain, codes[0]), (plain, moved), (variational, codes[1]))
    )
    words.markdown(MEASURED.format(read=len(chosen), count=len(pictures), before=before, after=after, other=other))


@lru_cache(maxsize=64)
def _moved(model: ModelId, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return random codes (N, D) among those of digits, and their pictures (N, 28, 28)."""
    codes = sampling.around(models.gallery(model)["codes"], count, 1.0, seed)
    return codes, aemodels.decode(model.name, codes)


@lru_cache(maxsize=256)
def _unlike(model: ModelId, shape: tuple[int, int], codes: bytes) -> float:
    """Return the mean error of the pictures of codes, float32 as bytes, to the most similar copy of a digit."""
    return float(holes.unlike(cards.read(model.name), np.frombuffer(codes, np.float32).reshape(shape)).mean())
