"""Whether a denoising autoencoder only smooths: its result beside what smoothing makes of the same noisy digit."""

from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels.baselines.median_and_friends import FILTERS
from ui import words
from ui.components.tiles import Tile, tiles

SIDES = {3: "Smoothed", 5: "Smoothed more"}  # of the square whose middle value a pixel takes
INK = 0.5
"""Of full ink, from which on a pixel lies on a stroke."""
ASKED = (
    "**Does it only smooth?** Here your digit is smoothed, too: each pixel becomes the middle one, by size, of the 9 "
    "values there and around it, and then of 25. Below each picture: how much ink is on the strokes, and how much is "
    "left on the paper beside them."
)
MEASURED = (
    "Smoothing leaves grey on the paper: here {paper:.0f}\u00a0% of full ink, the denoising autoencoder "
    "{least:.0f}\u00a0%. Smooth more, and the strokes fade too, from {strokes:.0f}\u00a0% to {faded:.0f}\u00a0%: "
    "smoothing treats strokes and noise alike."
)
WORSE = "The better one of the two still has {times:.1f} times the error of the denoising autoencoder."
BETTER = "Even so, the better one of the two has the smaller error here: of so much noise, the network makes a guess."


class Seen(NamedTuple):
    """What is compared; all are (28, 28) in [0, 1], but noise that is not clipped leaves it.

    Attributes:
        clean: The digit.
        noisy: With noise.
        denoised: What the denoising autoencoder made of it.
    """

    clean: np.ndarray
    noisy: np.ndarray
    denoised: np.ndarray


class Ink(NamedTuple):
    """How much ink there is, in percent: on a digit's strokes, and on the paper around them."""

    strokes: float
    paper: float


def show(seen: Seen) -> None:
    """Show a digit, what the denoising autoencoder made of it, and what smoothing did, each with its figures."""
    words.markdown(ASKED)
    smoothed = {
        title: FILTERS["median_filter"].clean(seen.noisy[None], side)[0].clip(0, 1) for side, title in SIDES.items()
    }
    pictures = {"Without noise": seen.clean, "Denoising autoencoder": seen.denoised, **smoothed}
    entries = [_tile(title, picture, seen.clean) for title, picture in pictures.items()]
    with st.container(width=660):
        tiles("lesson_smoothed", entries, 145)
    little, much = (ink(picture, seen.clean) for picture in smoothed.values())
    best = min(_error(picture, seen.clean) for picture in smoothed.values())
    times = best / max(_error(seen.denoised, seen.clean), 1e-9)
    measured = f"{MEASURED} {WORSE if times > 1 else BETTER}"
    words.markdown(
        measured.format(
            paper=little.paper,
            least=ink(seen.denoised, seen.clean).paper,
            strokes=little.strokes,
            faded=much.strokes,
            times=times,
        )
    )


def ink(picture: np.ndarray, clean: np.ndarray) -> Ink:
    """Return how much ink a picture has on the strokes of a clean digit, and on the paper."""
    strokes, paper = clean > INK, clean == 0
    return Ink(*(100 * float(picture[where].mean()) if where.any() else 0.0 for where in (strokes, paper)))


def _tile(title: str, picture: np.ndarray, clean: np.ndarray) -> Tile:
    amount, error = ink(picture, clean), _error(picture, clean)
    facts = f"error {error:.3f}\nstrokes: {amount.strokes:.0f}\u00a0% ink\npaper: {amount.paper:.0f}\u00a0% ink"
    return Tile(title, picture, title, title, facts=facts)


def _error(picture: np.ndarray, clean: np.ndarray) -> float:
    return float(np.square(picture - clean).mean())
