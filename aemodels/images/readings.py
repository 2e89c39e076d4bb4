"""Several ways to read one picture: which pixels are the figure's ink."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from PIL import Image
from scipy import ndimage

from aemodels.errors import BadImage
from aemodels.images.axes import Axis, axes, shades
from aemodels.images.blobs import LEAST, SINGLE, Blobs
from aemodels.images.box import BOX, bounds, boxed, centred, resized
from aemodels.images.ink import flatten, grey, ramp, threshold
from aemodels.images.locate import search
from aemodels.images.pixels import fitted

CLOSE = 120
"""A figure is cut out at about this many pixels a side."""
PAPER = "paper"
"""What the name of a reading begins with for which the paper was divided out."""
ENOUGH = 2.5
"""A figure that is larger by this factor than it becomes need not be looked at from closer by."""
SAME = 0.004
"""Two splits that put no more than this part of the pixels on different sides are one."""
LEAST_SHADE = 0.003
"""A colour on no more than this part of the picture is no figure's."""
LOCAL = 0.15
"""Strokes are narrower than this part of what is cut out around a figure; shadows may be wider."""


@dataclass(frozen=True)
class Reading:
    """One way to read a picture.

    Attributes:
        how: The name of the way.
        flat: `(H, W)` float32 in [0,1], the picture on the axis that shows the ink.
        ink_of: Finds ink in the same way on a picture `(h, w, C)`, as `(h, w)` float32 in [0,1].
        ink: `(h, w)` float32 in [0,1], the ink of the figure and its surroundings.
        alone: `(h, w)` float32 in [0,1], the ink of the figure.
        box: `(h, w)` float32 in [0,1], its longer side 20.
        mask: `(H, W)` bool, where the figure is on the picture that was read.
        image: `(28, 28)` float32 in [0,1].
    """

    how: str
    flat: np.ndarray
    ink_of: Callable[[np.ndarray], np.ndarray]
    ink: np.ndarray
    alone: np.ndarray
    box: np.ndarray
    mask: np.ndarray
    image: np.ndarray = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "image", centred(self.box))


def plain(ink: np.ndarray, whole: bool = False) -> Reading:
    """Read a drawing whose paper is one exact value; see `ink.clean`.

    Args:
        ink: `(H, W)` float32 in [0,1].
        whole: Whether what lies along the border is ink as all the rest, not a table or a shadow.
    """
    blobs = Blobs(ink)
    main = blobs.near if whole else blobs.main
    return Reading("drawing", ink, lambda _: ink, ink, ink * main, boxed(ink * main), main & (ink > 0.3))


def as_they_are(small: np.ndarray) -> Iterator[Reading]:
    """Read a scan of few pixels, `(H, W, C)`, with all its greys, either polarity: resized and centred, no more."""
    for name, axis in axes(small):
        values = axis(small)
        low, high = np.quantile(values, [0.02, 0.98])
        dark = np.clip((values - low) / max(high - low, 1e-6), 0, 1)
        for ink, side in ((dark, "light"), (1 - dark, "dark")):
            if (ink > 0.15).any():
                yield Reading(f"scan {name} {side}", ink, lambda _, ink=ink: ink, ink, ink, resized(ink), ink > 0.5)


def photographed(given: np.ndarray, look: np.ndarray) -> Iterator[Reading]:
    """Divide the paper out and look for what stands out, then read it from close by.

    Raises:
        BadImage: Nothing stands out of the noise.
    """
    flat, mask, light = search(grey(look))
    crop, near = _crop(given, mask)
    for part, way in ((0.3, PAPER), (LOCAL, f"{PAPER} near by")):
        close = flatten(grey(crop), light, part)
        cut = threshold(close[near > 0.5])
        if cut <= 0:
            continue
        ink = ramp(close, 2 * cut) * near

        def ink_of(whole: np.ndarray, cut=cut) -> np.ndarray:
            return ramp(flatten(grey(whole), light), 2 * cut)

        for how, main in _wholes(Blobs(ink), way):
            yield Reading(how, np.clip(flat, 0, 1), ink_of, ink, ink * main, boxed(ink * main), mask)


def _wholes(blobs: Blobs, way: str) -> Iterator[tuple[str, np.ndarray]]:
    return ((f"{way} {name}".rstrip(), mask) for name, mask in blobs.wholes())


def split(given: np.ndarray, look: np.ndarray) -> Iterator[Reading]:
    """Split the picture in two by a threshold on each colour axis; either half may be the figure."""
    tried: list[np.ndarray] = []
    for name, axis in axes(look):
        for way, seen in ((name, axis), *([("light", partial(_without_slow_changes, axis))] * (name == "colour"))):
            values = seen(look)
            above = values > threshold(values)
            if 0.01 < above.mean() < 0.99 and all(SAME < (above != other).mean() < 1 - SAME for other in tried):
                tried.append(above)
                yield from _halves(given, look, seen, way, values, above)


def by_shades(given: np.ndarray, look: np.ndarray) -> Iterator[Reading]:
    """Take each of a picture's colours for the figure's, or for that of a sheet or sign on which the figure is."""
    for name, axis in shades(look):
        values = axis(look)
        above = values > 0
        if above.mean() < LEAST_SHADE:
            continue
        inside = np.where(_surface(above), values, values.max())
        with suppress(BadImage):
            yield from _halves(given, look, axis, name, values, above, sides=("light",))
        if (inside <= 0).mean() > LEAST_SHADE:
            with suppress(BadImage):
                yield from _halves(given, look, axis, f"{name} inside", inside, inside > 0, sides=("dark",))


def _surface(above: np.ndarray) -> np.ndarray:
    """The largest piece of one colour and what lies in it, on a mask of the same size."""
    labels = np.zeros(above.shape, np.int32)
    ndimage.label(above, output=labels)
    return np.asarray(ndimage.binary_fill_holes(labels == np.argmax(np.bincount(labels.ravel())[1:]) + 1))


def _without_slow_changes(axis: Axis, part: np.ndarray) -> np.ndarray:
    values = axis(part)
    ground = ndimage.uniform_filter(values, round(0.5 * np.sqrt(values.size)))
    return values / np.maximum(ground, 0.05)


def _halves(
    given: np.ndarray,
    look: np.ndarray,
    axis: Axis,
    name: str,
    values: np.ndarray,
    above: np.ndarray,
    sides: tuple[str, ...] = ("dark", "light"),
) -> Iterator[Reading]:
    means = values[~above].mean(), values[above].mean()
    for side in sides:
        start, end = means if side == "light" else means[::-1]

        def ink_of(part: np.ndarray, start=start, end=end) -> np.ndarray:
            return np.clip((axis(part) - start) / (end - start) * 2 - 0.5, 0, 1)

        flat = np.clip((values - start) / (end - start) * 2 - 0.5, 0, 1)
        for how, main in _wholes(Blobs(flat), f"{name} {side}"):
            top, bottom, left, right = bounds(main)
            if max(bottom - top, right - left) * LEAST < min(look.shape[:2]) or main.all():
                continue
            ink, alone = flat, flat * main
            if name != "light" and max(bottom - top, right - left) < ENOUGH * BOX:
                crop, near = _crop(given, main)
                ink = ink_of(crop) * near
                alone = ink * (Blobs(ink).single if how.endswith(SINGLE) else Blobs(ink).main)
            yield Reading(how, flat, ink_of, ink, alone, boxed(alone), main & (flat > 0.5))


def _crop(given: np.ndarray, found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The part of the full picture around a mask found on the reduced one, of few pixels, and the mask."""
    fy, fx = given.shape[0] / found.shape[0], given.shape[1] / found.shape[1]
    top, bottom, left, right = bounds(found)
    margin = int(0.3 * max(bottom - top, right - left)) + 2
    top, left = max(0, top - margin), max(0, left - margin)
    found = found[top : bottom + margin, left : right + margin]
    found = ndimage.maximum_filter(found, max(3, margin // 4))
    h, w = found.shape
    part = given[int(top * fy) : int((top + h) * fy), int(left * fx) : int((left + w) * fx)]
    part = fitted(part, CLOSE)
    near = Image.fromarray(found.astype(np.float32)).resize(part.shape[1::-1], Image.Resampling.BILINEAR)
    return part, np.asarray(near)
