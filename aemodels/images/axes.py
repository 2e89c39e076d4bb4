"""Colour axes along which a figure and its ground may differ."""

from collections.abc import Callable, Iterator

import numpy as np
from scipy import ndimage

Axis = Callable[[np.ndarray], np.ndarray]
"""Maps colours `(H, W, C)` to one number per pixel, `(H, W)`."""

SMALL = 0.02
"""A chromaticity that varies by less than this standard deviation is the noise of a grey picture."""
SECOND = 0.08
"""A second colour axis counts from this part of the first one's variance on."""


def axes(look: np.ndarray) -> Iterator[tuple[str, Axis]]:
    """Give the axes worth a try on a picture, by name.

    Args:
        look: `(H, W, C)` float32 in [0,1], of few pixels.

    Yields:
        "colour": along which all its colours differ most; "light": the same with slow changes of the light divided
        out; "second": across that; "hue": along which the colours differ most when brightness does not count.
    """
    if look.shape[2] == 1:
        yield "colour", lambda part: part[..., 0]
        return
    flat = look.reshape(-1, 3)
    variances, directions = np.linalg.eigh(np.cov(flat[:: max(1, len(flat) // 4000)].T))
    yield "colour", _along(directions[:, 2])
    if variances[1] > SECOND * variances[2]:
        yield "second", _along(directions[:, 1])
    hues = _chromaticity(look).reshape(-1, 3)
    variances, directions = np.linalg.eigh(np.cov(hues[:: max(1, len(flat) // 4000)].T))
    if variances[2] > SMALL**2:
        yield "hue", lambda part: ndimage.gaussian_filter(_chromaticity(part) @ directions[:, 2], 0.7)


def _along(direction: np.ndarray) -> Axis:
    weights = (direction * (1 if direction.sum() > 0 else -1)).astype(np.float32)
    return lambda part: part @ weights


def _chromaticity(colours: np.ndarray) -> np.ndarray:
    return colours / (colours.sum(2, keepdims=True) + np.float32(0.15))
