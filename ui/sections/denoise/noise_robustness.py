"""How much noise every denoiser can take, with the student's own picture among the test images."""

import numpy as np
import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints import results
from aemodels.errors import AutoencoderError
from aemodels.experiments import noise_robustness


def show(clean: np.ndarray, amount: float, names: list[str], seed: int, data: str = "mnist") -> None:
    """Show the error of every method against the amount of noise; a picture is sent through some of them.

    Args:
        clean: (28, 28) in [0, 1], the student's picture.
        amount: Standard deviation of the noise that is on now.
        names: Variants and filters that stand out; four at most, others are passed over.
        seed: Of the noise on the student's picture.
        data: What the picture shows: "mnist" or "fashion".
    """
    try:
        found = results.noise_robustness()
        known = [name for name in names if name in found["results"][data]][: figures.denoising.MOST]
        own = noise_robustness.own_errors(clean, known, found, data, seed)
    except AutoencoderError as error:
        st.info(str(error), icon=":material/build:")
        return
    figure = figures.denoising.errors_by_noise(found, data, amount, own)
    st.plotly_chart(figure, config={"displayModeBar": False}, key="endurance")
    noun = datasets.TABLE[data].noun
    st.caption(
        f"Mean error over {found['images']} test images of {noun} under Gaussian noise, cut to black "
        "and white. Coloured: the methods that are compared above, with a shade of one standard deviation over the "
        "images; the dots are your own picture. Grey: all others. The linear formula and the filters were set anew for "
        "each amount, so they know how strong the noise is; nobody tells the networks, and some of them learnt from "
        "another kind."
    )
