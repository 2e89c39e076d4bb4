"""How dark the ink is on a picture: the colour that shows it, and the paper divided out."""

import numpy as np
from scipy import ndimage


def grey(colours: np.ndarray) -> np.ndarray:
    """One number per pixel, on the colour axis along which the picture's details differ most.

    Luminance alone loses yellow ink on white paper: the axis then is nearly the blue channel.

    Args:
        colours: `(H, W, C)` float32 in [0,1], `C` 1 or 3.

    Returns:
        `(H, W)` float32 in [0,1]: a weighted mean of the channels, no weight negative.
    """
    if colours.shape[2] == 1:
        return colours[..., 0]
    step = max(1, round(np.sqrt(colours[..., 0].size) / 128))
    few = colours[::step, ::step]
    window = max(3, round(np.sqrt(few[..., 0].size) / 6))
    detail = (few - ndimage.uniform_filter(few, window, axes=(0, 1))).reshape(-1, 3)
    axis = np.linalg.eigh(detail.T @ detail)[1][:, -1]
    weights = np.maximum(axis * (1 if axis.sum() > 0 else -1), 0)
    return colours @ (weights / weights.sum()).astype(np.float32)


def clean(picture: np.ndarray) -> np.ndarray | None:
    """Ink of a drawing whose paper is one exact value, such as a canvas; None for any other picture.

    Args:
        picture: `(H, W)` float32.

    Returns:
        `(H, W)` float32 in [0,1], ink 1, or None.
    """
    border = np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]])
    paper = np.median(border)
    least = 0.5 if picture.size > 64 * 64 else 0.3
    if (np.abs(border - paper) < 2e-3).mean() < 0.75 * (least == 0.5):
        return None
    apart = np.abs(picture - paper)
    if (apart < 2e-3).mean() < least:
        return None
    return apart / max(apart.max(), 1e-6)


def flatten(picture: np.ndarray, light: bool, part: float = 0.3) -> np.ndarray:
    """Divide the paper out, shadows with it, and make ink the brighter.

    Args:
        picture: `(H, W)` float32 in [0,1].
        light: whether the ink is lighter than the paper.
        part: of the picture's size; strokes are narrower than this.

    Returns:
        `(H, W)` float32, about 0 on paper; 1 where ink swallows all the light.
    """
    window = max(3, round(part * np.sqrt(picture.size)) | 1)
    picture = 1 - picture if light else picture
    paper = ndimage.grey_closing(ndimage.gaussian_filter(picture, 0.8), (window, window))
    dark = (paper - picture) / np.maximum(paper, 0.15)
    return dark - np.median(dark)


def ramp(dark: np.ndarray, level: float, low: float = 0.25, high: float = 0.75) -> np.ndarray:
    """Soft threshold around half of `level`; keeps the edges smooth."""
    return np.clip((dark / level - low) / (high - low), 0, 1)


def threshold(dark: np.ndarray) -> float:
    """Otsu's: the value that splits the histogram into the two most compact halves."""
    counts, edges = np.histogram(dark, 128)
    centres = (edges[:-1] + edges[1:]) / 2
    below, weighted = np.cumsum(counts), np.cumsum(counts * centres)
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (weighted / below - (weighted[-1] - weighted) / above) ** 2
    return float(centres[np.nanargmax(between)])
