"""How close pictures come to real ones: the error to the most similar test picture, where the data set is present."""

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.errors import AutoencoderError
from aemodels.latent.nearest import Known

EXPLAINED = (
    "The error is the squared difference per pixel to the most similar of 10,000 real test pictures. A small error "
    "means that a real picture looks much like this one. Trust your eyes too: a pale or blurred picture differs by a "
    "little everywhere, and that keeps its error small."
)
MEASURED_ON = 24
INK = 255
"""Real pictures are kept as bytes, for the memory."""


@st.cache_resource(max_entries=2, show_spinner="Reading the test pictures …")
def _real(data: str) -> Known:
    images = datasets.test_bytes(data)[0]
    return Known(images.reshape(len(images), -1))


def errors(pictures: np.ndarray, data: str) -> np.ndarray | None:
    """Compare pictures with all real test pictures.

    Args:
        pictures: (N, 28, 28).
        data: "mnist" or "fashion".

    Returns:
        (N,) mean squared error a pixel to the most similar one; None where the data set is not on this computer.
    """
    if not datasets.available(data):
        return None
    try:
        nearest = _real(data).nearest_of_long(INK * pictures.reshape(len(pictures), -1))
    except AutoencoderError:
        return None
    return np.square(nearest.distances[:, 0] / INK) / pictures[0].size


def usual(data: str) -> float | None:
    """Return the mean error from a real test picture to the most similar other one; None without the data set."""
    return _usual(data) if datasets.available(data) else None


@st.cache_data(max_entries=2, show_spinner=False)
def _usual(data: str) -> float | None:
    try:
        real = _real(data)
    except AutoencoderError:
        return None
    distances = real.nearest(real.points[:MEASURED_ON].astype(np.float32), 2).distances[:, 1]
    return float(np.square(distances / INK).mean() / real.points.shape[1])
