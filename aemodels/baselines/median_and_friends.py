"""Classical denoising filters, which learn nothing from other pictures."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

PATCH = 5
REACH = 7


class Filter(NamedTuple):
    """A denoising filter with its one setting.

    Attributes:
        title: Display name.
        explanation: What it does, in a sentence, as plain text.
        setting: What its setting is called.
        choices: Values of the setting worth trying, weakest first.
        clean: (N, 28, 28) noisy images and a setting to images of the same shape.
    """

    title: str
    explanation: str
    setting: str
    choices: tuple[float, ...]
    clean: Callable[[np.ndarray, float], np.ndarray]


def median(images: np.ndarray, window: float) -> np.ndarray:
    """Replace every pixel by the median of the square around it.

    Args:
        images: (N, 28, 28).
        window: Side of the square in pixels, odd; 1 changes nothing.

    Returns:
        Same shape, float32.
    """
    from scipy.ndimage import median_filter

    return median_filter(images, size=(1, int(window), int(window)))


def total_variation(images: np.ndarray, weight: float) -> np.ndarray:
    """Find the picture near each noisy one whose brightness changes least from pixel to pixel.

    Args:
        images: (N, 28, 28).
        weight: Of the smoothness against the nearness, at least 0; 0 changes nothing.

    Returns:
        Same shape, float32.

    Source:
        Chambolle 2004, An Algorithm for Total Variation Minimization, as scikit-image implements it.
    """
    from skimage.restoration import denoise_tv_chambolle

    if not weight:
        return images
    return np.stack([denoise_tv_chambolle(image, weight) for image in images]).astype(np.float32)


def non_local_means(images: np.ndarray, cut_off: float) -> np.ndarray:
    """Average every pixel with others whose surroundings look alike.

    Args:
        images: (N, 28, 28).
        cut_off: How unlike the surroundings may be, as a difference of brightness, at least 0; 0 changes nothing.

    Returns:
        Same shape, float32.

    Source:
        Buades et al. 2005, A Non-Local Algorithm for Image Denoising, as scikit-image implements it.
    """
    from skimage.restoration import denoise_nl_means

    if not cut_off:
        return images
    cleaned = [denoise_nl_means(image, PATCH, REACH, cut_off) for image in images]
    return np.stack(cleaned).astype(np.float32)


FILTERS = {
    "median_filter": Filter(
        "Median filter",
        "Replaces every pixel by the median of the square around it.",
        "side of the square",
        (1, 3, 5, 7),
        median,
    ),
    "total_variation": Filter(
        "Total variation",
        "Finds the picture nearby that changes least from pixel to pixel: it keeps edges and flattens the rest.",
        "weight",
        (0, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.1, 1.5, 2.0),
        total_variation,
    ),
    "non_local_means": Filter(
        "Non-local means",
        "Averages pixels whose surroundings (patches) look alike, wherever they are in the picture.",
        "cut-off",
        (0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1.0),
        non_local_means,
    ),
}
