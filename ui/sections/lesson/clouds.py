"""Why a variational autoencoder leaves fewer holes: digits and what became of them in training, through a magnifier."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card, ModelId
from aemodels.images import SIDE
from ui import models, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.sections.lesson import code_maps

DRAWS = 60
MAGNIFIED = 1 / 32  # of the plane's width, to either side
BEYOND = 0.25  # of the window's side, as far as neighbours outside of it are looked at, whose clouds may reach into it
REACH = 2.0  # standard deviations that a cloud is drawn to
GRID = 40  # places a side where it is looked at whether a cloud covers them
WHY = (
    "A decoder changes its picture only gradually from place to place. So near the dots, and in gaps between them, "
    "both draw digits; far out they differ. The plain decoder practised at "
    f"{datasets.TRAINING_IMAGES:,} single points that nothing held together: wide parts of its map are far from all of "
    f"them. The variational one practised all over {datasets.TRAINING_IMAGES:,} small clouds, which overlap and cover "
    "the whole middle of its map. And training held them together near 0 (step 7 says how), so its map is small, and "
    "even its corners are not far from a cloud."
)
DIGITS = 3


class Near(NamedTuple):
    """What lies near a digit on a model's map, in shares of the magnified window.

    Attributes:
        dots: Neighbours in it, each [x, y, class].
        clouds: Theirs and those of neighbours around it, each [x, y, half its width, half its height, class]; none for
            a network without.
        marks: Points from which the decoder draws the digit itself.
        covered: Share of the window that is within a neighbour's cloud.
    """

    dots: list[list[float]]
    clouds: list[list[float]]
    marks: list[list[float]]
    covered: float


def show(plain: Card, variational: Card, image: np.ndarray, whose: str) -> None:
    """Show the points that a digit and its neighbours are drawn from in training, and what follows from them.

    Args:
        plain: Of a network that draws it from one point.
        variational: Of one that draws it from a cloud of points.
        image: (28, 28) in [0, 1].
        whose: What to call it, such as "your digit".
    """
    count = len(models.gallery(plain.id)["codes"])
    words.markdown(
        f"**Why?** In training, each decoder had to draw {datasets.TRAINING_IMAGES:,} digits, again and again. Suppose "
        f"that {whose} and the other dots had been among them. Here is the map around {whose}, magnified "
        f"{0.5 / MAGNIFIED:.0f} times. (There were more digits in training, {datasets.TRAINING_IMAGES / count:.0f} for "
        "each dot.)"
    )
    picture = np.asarray(image, np.float32).tobytes()
    point, cloud = _near(plain.id, picture), _near(variational.id, picture)
    notes = (
        "Each digit was always drawn from one point.",
        f"Each digit was drawn from all over its cloud. These clouds cover {100 * cloud.covered:.0f} % of what you see "
        "here.",
    )
    shown = [
        CodeMap(title, note, near.dots, marks=near.marks, clouds=near.clouds)
        for title, note, near in zip(
            ("Plain autoencoder", "Variational autoencoder"), notes, (point, cloud), strict=True
        )
    ]
    signs = {
        "marks": f"a point from which the decoder drew {whose}",
        "dots": "the code of another digit, in the colour of its kind",
        "clouds": "where most of the points lay from which it was drawn",
    }
    widget.maps("lesson_clouds", shown, signs, beside=True)
    words.markdown(WHY)


@lru_cache(maxsize=64)
def _near(model: ModelId, picture: bytes) -> Near:
    """Look at a piece of a model's map around a picture (28, 28) float32; kept, for the page asks again and again."""
    mean, deviation = _posterior(model.name, np.frombuffer(picture, np.float32).reshape(1, SIDE, SIDE))
    half = MAGNIFIED * code_maps.width(model)
    low, high = mean[0] - half, mean[0] + half
    gallery = models.gallery(model)
    places = (gallery["codes"] - low) / (high - low)
    near = ((places > -BEYOND) & (places < 1 + BEYOND)).all(axis=1)
    labels = gallery["labels"][near][:, None]
    dots = np.hstack([places[near], labels])
    epsilon = np.random.default_rng(0).standard_normal((DRAWS, 2))
    draws = code_maps.shares(mean[0] + deviation[0] * epsilon, low, high)
    inside = ((dots[:, :2] >= 0) & (dots[:, :2] <= 1)).all(axis=1)
    if not deviation.any() or not near.any():
        return Near(_rounded(dots[inside]), [], draws, 0.0)
    reach = REACH * _spread(model.name, gallery["codes"][near]) / (high - low)
    clouds = np.hstack([places[near], reach, labels])
    return Near(_rounded(dots[inside]), _rounded(clouds), draws, _covered(clouds))


def _posterior(name: str, pictures: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return mean and standard deviation (N, 2) of what pictures are drawn from in training; 0 for a single point."""
    mean, log_variance = aemodels.posterior(name, pictures)
    return mean, np.zeros_like(mean) if log_variance is None else np.exp(log_variance / 2)


def _spread(name: str, codes: np.ndarray) -> np.ndarray:
    """Return the standard deviations of digits' clouds (N, 2), as those of their copies, which hardly differ."""
    return _posterior(name, aemodels.decode(name, codes))[1]


def _covered(clouds: np.ndarray) -> float:
    """Return the share of the window that is within any cloud (N, 5)."""
    across, up = np.meshgrid(*[(np.arange(GRID) + 0.5) / GRID] * 2)
    places = np.stack([across, up], -1).reshape(-1, 1, 2)
    away = np.square((places - clouds[:, :2]) / clouds[:, 2:4]).sum(-1)
    return float((away <= 1).any(axis=1).mean())


def _rounded(rows: np.ndarray) -> list[list[float]]:
    return np.round(rows.astype(float), DIGITS).tolist()
