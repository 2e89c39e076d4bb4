"""What PCA and a deep network make of the same digits with the same count of numbers, one below the other."""

import numpy as np

from aemodels.checkpoints.card import Card
from ui import models, sample, words
from ui.components.tiles import Tile, tiles

PAPER = np.zeros((2, 28), np.float32)  # between two pictures that stand one below the other
SAID = (
    "**Do the layers help?** On top a digit, below it PCA's copy, and at the bottom the deep network's copy. Both "
    "copies come from a code of two numbers; they differ in the layers between picture and code. Below are "
    "the errors of both, PCA's first. For {better} of these {count} digits, the deep network's is smaller."
)


def show(linear: Card, deep: Card, image: np.ndarray, whose: str) -> None:
    """Show the copies of a digit and of one of each kind, with their errors.

    Args:
        linear: Of PCA.
        deep: Of the deep network, with as many numbers.
        image: (28, 28) in [0, 1].
        whose: What to call it, such as "yours".
    """
    others = sample.one_of_each("mnist")
    pictures = [image, *([] if others is None else others)]
    both = [(models.rebuild(linear, picture), models.rebuild(deep, picture)) for picture in pictures]
    better = sum(second.error < first.error for first, second in both)
    words.markdown(SAID.format(better=better, count=len(pictures)))
    entries = [
        Tile(
            str(place),
            np.concatenate([first.image, PAPER, first.x_hat, PAPER, second.x_hat]),
            f"{name}, PCA's copy of it, and the deep network's copy",
            name if place == 0 else "",
            facts=f"{first.error:.3f}\n{second.error:.3f}",
        )
        for place, (first, second) in enumerate(both)
        for name in [whose if place == 0 else f"Digit {place - 1}"]
    ]
    tiles("lesson_copies", entries, 80)
