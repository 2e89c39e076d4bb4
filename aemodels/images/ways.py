"""The ways to read a picture that are tried one after the other, the cheaper ones first."""

import math
from collections.abc import Iterator
from contextlib import suppress

import numpy as np

from aemodels.errors import BadImage
from aemodels.images.ink import clean, grey
from aemodels.images.pixels import enlarged, fitted
from aemodels.images.readings import Reading, as_they_are, by_shades, photographed, plain, split

SEARCHED, LOOK = 120, 140
"""A photograph is searched at an area of `SEARCHED`² to `LOOK`²."""
SCAN = 48
"""A picture of at most this many pixels a side may be a scan whose greys are the digit's."""


def to_learn_from(view: np.ndarray) -> list[Reading]:
    """Read a picture, `(H, W, C)` float32 in [0,1], in all ways that the judge learns from."""
    readings, look = [], fitted(view, LOOK)
    for more in LEARNT:
        with suppress(BadImage):
            readings += more(view, look)
    return readings


def quick(view: np.ndarray, look: np.ndarray) -> Iterator[Reading]:
    """Readings by greys and thresholds."""
    if look.shape[0] * look.shape[1] <= SCAN**2:
        yield from as_they_are(look)
    if (drawing := clean(grey(look))) is not None:
        yield plain(drawing)
    view, look = _large_enough(view, look)
    yield from split(view, fitted(look, SEARCHED))


def slow(view: np.ndarray, look: np.ndarray) -> Iterator[Reading]:
    """The reading that divides the paper out."""
    yield from photographed(*_large_enough(view, look))


def rest(view: np.ndarray, look: np.ndarray) -> Iterator[Reading]:
    """Readings by each of the picture's colours, for those of several things."""
    if look.shape[0] * look.shape[1] > SCAN**2:
        view, look = _large_enough(view, look)
        yield from by_shades(view, fitted(look, SEARCHED))


LEARNT = (quick, slow)
WAYS = (*LEARNT, rest)
"""The cheaper ones first; those after them are tried where none is likely so far."""


def _large_enough(view: np.ndarray, look: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    area = look.shape[0] * look.shape[1]
    if area >= SEARCHED**2:
        return view, look
    larger = enlarged(view, math.ceil(SEARCHED / np.sqrt(area)))
    return larger, larger
