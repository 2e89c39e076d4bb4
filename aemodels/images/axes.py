"""Colour axes along which a figure and its ground may differ."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from scipy import ndimage

Axis = Callable[[np.ndarray], np.ndarray]
"""Maps colours `(H, W, C)` to one number per pixel, `(H, W)`."""

SMALL = 0.02
"""A chromaticity that varies by less than this standard deviation is the noise of a grey picture."""
SECOND = 0.08
"""A second colour axis counts from this part of the first one's variance on."""
SHADE = "shade"
"""What the name of an axis of `shades` begins with."""
SHADES, APART, RARE = 5, 0.12, 0.004
"""A picture has at most so many colours more than one; each is so far from the others, on this part of the pixels."""


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


def shades(look: np.ndarray) -> Iterator[tuple[str, Axis]]:
    """Give an axis for each of the few colours of a picture: above 0 where a pixel is nearer to it than to the others.

    Unlike one threshold, it tells apart what lies between two others: a white number on a blue sign before a grey wall.

    Args:
        look: `(H, W, C)` float32 in [0,1], of few pixels.
    """
    flat = ndimage.gaussian_filter(look, (0.7, 0.7, 0)).reshape(-1, look.shape[2])
    centres = _few_colours(flat[:: max(1, len(flat) // 4000)])
    for at in range(len(centres) if len(centres) > 2 else 0):
        yield f"{SHADE} {at}", partial(_nearer, centres[at], np.delete(centres, at, 0))


def _few_colours(colours: np.ndarray) -> np.ndarray:
    """Begin with the mean, add what is farthest from all so far, then let each be the mean of what is nearest to it."""
    centres = colours.mean(0, keepdims=True)
    for _ in range(SHADES):
        apart = np.linalg.norm(colours[:, None] - centres, axis=2).min(1)
        far = np.argsort(apart)[-max(1, round(RARE * len(colours)))]
        if apart[far] < APART:
            break
        centres = np.concatenate([centres, colours[far : far + 1]])
        for _ in range(2):
            nearest = np.linalg.norm(colours[:, None] - centres, axis=2).argmin(1)
            centres = np.stack([colours[nearest == at].mean(0) for at in np.unique(nearest)])
    return centres


def _nearer(own: np.ndarray, others: np.ndarray, part: np.ndarray) -> np.ndarray:
    to_own = np.linalg.norm(part - own, axis=2)
    to_others = np.min([np.linalg.norm(part - other, axis=2) for other in others], axis=0)
    return (to_others - to_own) / (to_others + to_own + np.float32(1e-3))


def _along(direction: np.ndarray) -> Axis:
    weights = (direction * (1 if direction.sum() > 0 else -1)).astype(np.float32)
    return lambda part: part @ weights


def _chromaticity(colours: np.ndarray) -> np.ndarray:
    return colours / (colours.sum(2, keepdims=True) + np.float32(0.15))
