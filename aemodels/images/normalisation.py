"""Any picture of a digit → a model's input, the way MNIST's makers did it, with every step kept."""

from dataclasses import dataclass, field, replace

import numpy as np

from aemodels.errors import BadImage
from aemodels.images import judge
from aemodels.images.axes import SHADE
from aemodels.images.box import BOX, SIDE, bounds
from aemodels.images.decode import Picture, colours
from aemodels.images.digits import Digit, several
from aemodels.images.ink import clean, grey
from aemodels.images.pixels import fitted, shown, span
from aemodels.images.readings import Reading, plain
from aemodels.images.ways import LOOK, SCAN, SEARCHED, WAYS

EVEN = 0.02
"""A picture whose channels all span less than this shows nothing."""
VIEW = 400
"""A photograph is cut out of one of an area of up to `VIEW`²."""
SURE, DOUBTFUL, CLOSE = 2.0, 1.0, 0.6
"""Log odds from which a reading needs no rival; below which there is none if nothing stands out of the paper; and the
difference below which two rivals are close."""
CLEARLY = 1.0
"""What the judge learnt nothing from is taken only where its log odds are better by this."""
DIFFERENT = 0.75
"""Two readings that are correlated more than this show the same."""


@dataclass(frozen=True)
class Normalised:
    """A picture as a model wants it.

    Attributes:
        image: `(28, 28)` float32 in [0,1], ink = 1.
        steps: name → picture, in order: uint8 or float in [0,1], longest side at most 512 pixels.
        other: The picture read in another way, if that is nearly as likely to be meant.
        digits: All digits, line by line, where the picture shows several; else empty.
    """

    image: np.ndarray
    steps: dict[str, np.ndarray]
    other: "Normalised | None" = None
    digits: tuple[Digit, ...] = field(default=())

    def at(self, digit: int) -> "Normalised":
        """Return the same with one of its digits in the place of the image."""
        chosen = self.digits[digit]
        return replace(self, image=chosen.image, steps=self.steps | chosen.steps)


def normalise(picture: Picture) -> Normalised:
    """Make of any picture what MNIST's makers made of theirs.

    The picture is read in several ways: its paper divided out, or split by a threshold on a colour axis, dark ink or
    light. The reading that shows most clearly a digit is taken. Specks are dropped, the ink's longest side is brought
    to 20 pixels with antialiasing, and its centre of mass put on pixel (14, 14).

    Args:
        picture: a PIL image, the bytes of an image file, or an array `(H, W)`, `(H, W, 1)`, `(H, W, 3)` or
            `(H, W, 4)`; dark ink on light paper or the reverse.

    Returns:
        The image and the steps on the way to it; a second reading where two are close; all digits where there are
        several.

    Raises:
        BadImage: nothing can be seen on it, or it is no picture.

    Source:
        LeCun, Bottou, Bengio, Haffner (1998), Gradient-based learning applied to document recognition, III.A.

    Example:
        >>> photo = np.full((90, 120), 200, np.uint8)
        >>> photo[20:70, 50:56] = 40    # a one, dark on light paper
        >>> normalised = normalise(photo)
        >>> normalised.image.shape, float(normalised.image[14, 14]), list(normalised.steps)[-2:]
        ((28, 28), 1.0, ['box', 'centred'])
    """
    view = fitted(colours(picture), VIEW)
    if span(view) < EVEN:
        raise BadImage("The picture is one even colour. Draw or photograph one dark digit on light paper.")
    seen = grey(view)
    drawing = clean(seen)
    if drawing is not None and _is_drawing(drawing):
        return _with_steps(view, seen, plain(drawing, whole=True))
    return _photographed(view, seen)


def _photographed(view: np.ndarray, seen: np.ndarray) -> Normalised:
    best, *others = _ranked(view)
    normalised = _with_steps(view, seen, best)
    if digits := tuple(several(best, view)):
        return replace(normalised, digits=digits).at(_meant(digits, best.mask))
    return replace(normalised, other=_with_steps(view, seen, others[0]) if others else None)


def _is_drawing(ink: np.ndarray) -> bool:
    """Whether a drawing on exact paper can only be meant one way: MNIST's own picture, or ink well within its paper."""
    top, bottom, left, right = bounds(ink > 0.02)
    if ink.shape == (SIDE, SIDE) and max(bottom - top, right - left) == BOX:
        return True
    border = np.concatenate([ink[0], ink[-1], ink[:, 0], ink[:, -1]])
    return (ink.size > SCAN**2 and bool((border < 2e-3).mean() >= 0.75)) or ink.size < 12**2


def _ranked(view: np.ndarray) -> list[Reading]:
    """Read a picture in several ways: the most likely one, and one that is close to it, if there is one.

    Raises:
        BadImage: It can be read in no way.
    """
    look = fitted(view, LOOK)
    large = look.shape[0] * look.shape[1] >= SEARCHED**2
    readings, odds, refused = [], np.zeros(0), None
    for more in WAYS:
        try:
            fresh = list(more(view, look))
        except BadImage as error:
            fresh, refused = [], error
        if fresh:
            readings += fresh
            odds = np.concatenate([odds, judge.scores(fresh, fitted(look, SEARCHED)) - _handicaps(fresh)])
        if (large or more is not WAYS[0]) and odds.max(initial=-np.inf) > SURE:
            break
        if more is WAYS[1] and readings and several(readings[odds.argmax()], view):
            break
    if not readings:
        raise refused or BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
    order = np.argsort(-odds)
    best = readings[order[0]]
    if large and refused and odds.max() < DOUBTFUL and not several(best, view):
        raise refused
    rivals = [readings[at] for at in order[1:] if odds[order[0]] - odds[at] < CLOSE and _differ(readings[at], best)]
    return [best, *rivals[:1]]


def _handicaps(readings: list[Reading]) -> np.ndarray:
    """Hold back readings by a single colour."""
    return CLEARLY * np.array([reading.how.startswith(SHADE) for reading in readings])


def _differ(one: Reading, other: Reading) -> bool:
    return bool(np.corrcoef(one.image.ravel(), other.image.ravel())[0, 1] < DIFFERENT)


def _meant(digits: tuple[Digit, ...], mask: np.ndarray) -> int:
    """Say which digit covers most of what was read, and least beside it: the largest of a row, or the one chosen."""
    top, bottom, left, right = (
        bound / mask.shape[axis] for bound, axis in zip(bounds(mask), (0, 0, 1, 1), strict=True)
    )
    overlaps = []
    for above, start, below, end in (digit.frame for digit in digits):
        common = max(0, min(bottom, below) - max(top, above)) * max(0, min(right, end) - max(left, start))
        overlaps.append(common / ((bottom - top) * (right - left) + (below - above) * (end - start) - common))
    return int(np.argmax(overlaps))


def _with_steps(view: np.ndarray, seen: np.ndarray, reading: Reading) -> Normalised:
    steps = {
        "as given": view,
        "grey": seen,
        "background removed": reading.flat,
        "ink": reading.ink,
        "specks dropped": reading.alone,
        "box": reading.box,
        "centred": reading.image,
    }
    return Normalised(reading.image, {name: shown(step) for name, step in steps.items()})
