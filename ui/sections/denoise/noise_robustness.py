"""How much noise every denoiser can take, with the student's own picture among the test images."""

import numpy as np

from aemodels import datasets, figures
from aemodels.checkpoints import results
from aemodels.experiments import noise_robustness
from ui import trouble, words
from ui.chart import chart


def show(clean: np.ndarray, amount: float, names: list[str], seed: int, data: str = "mnist") -> None:
    """Show the error of every method against the amount of noise; a picture is sent through some of them.

    Args:
        clean: (28, 28) in [0, 1], the student's picture.
        amount: Standard deviation of the noise that is on now.
        names: Variants and filters to highlight; four at most, others are passed over.
        seed: Of the noise on the student's picture.
        data: What the picture shows: "mnist" or "fashion".
    """
    with trouble.reported():
        _show(clean, amount, names, seed, data)


def _show(clean: np.ndarray, amount: float, names: list[str], seed: int, data: str) -> None:
    stated = results.noise_robustness()
    measured = [name for name in names if name in stated["results"][data]][: figures.denoising.MOST]
    own = noise_robustness.own_errors(clean, measured, stated, data, seed)
    alt = "Mean error of every method over the amount of Gaussian noise"
    chart(figures.denoising.errors_by_noise(stated, data, amount, own), alt, key="endurance")
    words.caption(
        f"Mean error over {stated['images']} test images of {datasets.TABLE[data].noun} under Gaussian noise, with "
        "values limited to the range from paper to ink. Coloured: the methods that are compared above; the shade "
        "shows how far single images usually lie from the mean (one standard deviation), the dots are your own "
        "picture. Grey: all others; AE is short for autoencoder. The linear denoiser and the filters were fitted "
        "anew for each amount, so they know how strong the noise is. The networks do not, and some were trained on "
        "another kind of noise."
    )
