"""How alike two pictures are: squared error, PSNR and SSIM."""

from typing import NamedTuple

import numpy as np

WINDOW = 7
STEADY_MEAN = 0.01**2
STEADY_CONTRAST = 0.03**2


class Scores(NamedTuple):
    """How near N pictures come to the clean one.

    Attributes:
        error: (N,) mean squared error a pixel; 0 for the same picture.
        psnr: (N,) peak signal to noise ratio in decibels; infinite for the same picture.
        ssim: (N,) structural similarity, at most 1; 1 for the same picture.
    """

    error: np.ndarray
    psnr: np.ndarray
    ssim: np.ndarray


def compare(pictures: np.ndarray, clean: np.ndarray) -> Scores:
    """Hold pictures against the clean one.

    Args:
        pictures: (N, H, W) in [0, 1], sides of 7 pixels at least.
        clean: (H, W) in [0, 1].

    Returns:
        Scores, all float64.
    """
    x_hat, x = pictures.astype(np.float64), clean.astype(np.float64)
    error = np.square(x_hat - x).mean((-2, -1))
    with np.errstate(divide="ignore"):
        psnr = -10 * np.log10(error)
    return Scores(error, psnr, structural_similarity(x_hat, x))


def structural_similarity(pictures: np.ndarray, clean: np.ndarray) -> np.ndarray:
    """Compare mean, contrast and pattern in every 7x7 window, and average over the windows that fit.

    Args:
        pictures: (..., H, W) in [0, 1].
        clean: (H, W) in [0, 1].

    Returns:
        (...) float64, at most 1.

    Source: Wang et al. 2004, Image Quality Assessment: From Error Visibility to Structural Similarity; windows and
    sample covariance as in scikit-image.
    """
    sampled = WINDOW**2 / (WINDOW**2 - 1)
    mean, mean_clean = _window_means(pictures), _window_means(clean)
    variance = sampled * (_window_means(pictures**2) - mean**2)
    variance_clean = sampled * (_window_means(clean**2) - mean_clean**2)
    covariance = sampled * (_window_means(pictures * clean) - mean * mean_clean)
    likeness = (2 * mean * mean_clean + STEADY_MEAN) * (2 * covariance + STEADY_CONTRAST)
    most = (mean**2 + mean_clean**2 + STEADY_MEAN) * (variance + variance_clean + STEADY_CONTRAST)
    return (likeness / most).mean((-2, -1))


def _window_means(images: np.ndarray) -> np.ndarray:
    """Average (..., H, W) over every window that fits: (..., H - 6, W - 6), by differences of running sums."""
    edges = [(0, 0)] * (images.ndim - 2) + [(1, 0), (1, 0)]
    sums = np.pad(images.cumsum(-1).cumsum(-2), edges)
    below, right = sums[..., WINDOW:, :], sums[..., :-WINDOW, :]
    inside = below[..., WINDOW:] - below[..., :-WINDOW] - right[..., WINDOW:] + right[..., :-WINDOW]
    return inside / WINDOW**2
