"""Why a variational autoencoder leaves fewer holes: what becomes of one digit in training, through a magnifier."""

import numpy as np

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card
from ui import words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.sections.lesson import code_maps

DRAWS = 60
MAGNIFIED = 1 / 32  # of the plane's width, to either side
NOTES = "Always from the same point.", "Each time from another point of a small cloud."
WHY = (
    f"The plain decoder practised at {datasets.TRAINING_IMAGES:,} single points. The variational one practised all "
    f"over {datasets.TRAINING_IMAGES:,} small clouds: they overlap, and side by side they cover the whole middle of "
    "its map. A decoder changes its picture only gradually from place to place, so it still draws digits a bit "
    "further out. And training held the variational codes together near 0 (step 7 says how): its map is smaller, and "
    "its corners are nearer to digits."
)


def show(plain: Card, variational: Card, image: np.ndarray, whose: str) -> None:
    """Show the points that a digit is drawn from in training, and what follows from them.

    Args:
        plain: Of a network that draws it from one point.
        variational: Of one that draws it from a cloud of points.
        image: (28, 28) in [0, 1].
        whose: What to call it, such as "your digit".
    """
    words.markdown(
        f"**Why?** In training, each decoder had to draw {datasets.TRAINING_IMAGES:,} digits, again and again. Take "
        f"{whose} as one of them: here is the map around it, magnified 16 times."
    )
    titled = zip((plain, variational), ("Plain autoencoder", "Variational autoencoder"), NOTES, strict=True)
    shown = [CodeMap(title, note, [], marks=_points(card, image)) for card, title, note in titled]
    widget.maps("lesson_clouds", shown, {"marks": "a point from which the decoder draws the digit in training"})
    words.markdown(WHY)


def _points(card: Card, image: np.ndarray) -> list[list[float]]:
    """Return where a picture is drawn from, as shares of the magnified window."""
    epsilon = np.random.default_rng(0).standard_normal((DRAWS, 2))
    mean, log_variance = aemodels.posterior(card.name, image[None])
    deviation = 0.0 if log_variance is None else np.exp(log_variance[0] / 2)
    half = MAGNIFIED * code_maps.width(card.id)
    return code_maps.shares(mean[0] + deviation * epsilon, mean[0] - half, mean[0] + half)
