"""Any picture of a digit → a model's input, the way MNIST's makers did it, with every step kept."""

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image
from scipy import ndimage

from aemodels.errors import BadImage
from aemodels.images.blobs import Blobs
from aemodels.images.decode import Picture, colours
from aemodels.images.ink import clean, flatten, grey, ramp, threshold
from aemodels.images.locate import search

SIDE, BOX, CENTRE = 28, 20, 14
"""MNIST's picture, the longest side of its ink, and the pixel on which the centre of mass lies."""
THIN, STROKE = 1.3, 2.0
"""Strokes thinner than `THIN` are thickened to `STROKE`, in pixels of the box."""
EVEN = 0.02
"""A picture whose channels all span less than this shows nothing."""
SEARCHED, LOOK, SHOWN = 120, 400, 512
"""A photograph is searched at an area of `SEARCHED`² to `LOOK`²; a step's longest side is at most `SHOWN`."""


@dataclass(frozen=True)
class Normalised:
    """A picture as a model wants it.

    Attributes:
        image: `(28, 28)` float32 in [0,1], ink = 1.
        steps: name → picture, in order: uint8 or float in [0,1], longest side at most 512 pixels.
    """

    image: np.ndarray
    steps: dict[str, np.ndarray]


def normalise(picture: Picture) -> Normalised:
    """Make of any picture what MNIST's makers made of theirs.

    The paper is divided out, the ink thresholded softly, specks dropped, the ink's longest side brought to 20
    pixels with antialiasing, and its centre of mass put on pixel (14, 14).

    Args:
        picture: a PIL image, the bytes of an image file, or an array `(H, W)`, `(H, W, 1)`, `(H, W, 3)` or
            `(H, W, 4)`; dark ink on light paper or the reverse.

    Returns:
        The image and the steps on the way to it.

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
    given = colours(picture)
    if np.ptp(given, axis=(0, 1)).max() < EVEN:
        raise BadImage("The picture is one even colour. Draw or photograph one dark digit on light paper.")
    look = grey(_fitted(given, LOOK))
    ink = clean(look)
    flat, ink = (ink, ink) if ink is not None else _photographed(given, look)
    alone = ink * Blobs(ink).main
    box = boxed(alone)
    image = centred(box)
    names = ("as given", "grey", "background removed", "ink", "specks dropped", "box", "centred")
    return Normalised(image, dict(zip(names, map(_shown, (given, look, flat, ink, alone, box, image)), strict=True)))


def _photographed(given: np.ndarray, look: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The photograph without its paper; and the ink of the digit and its surroundings, at about 200² pixels."""
    if look.size < SEARCHED**2:
        given = _enlarged(given, math.ceil(SEARCHED / np.sqrt(look.size)))
        look = grey(given)
    flat, found, light = search(look)
    crop, near = _crop(given, found)
    close = flatten(grey(crop), light)
    cut = threshold(close[near > 0.5])
    if cut <= 0:
        raise BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
    return np.clip(flat, 0, 1), ramp(close, 2 * cut) * near


def _enlarged(given: np.ndarray, factor: int) -> np.ndarray:
    size = given.shape[1] * factor, given.shape[0] * factor
    channels = np.moveaxis(np.ascontiguousarray(given), 2, 0)
    larger = [Image.fromarray(channel).resize(size, Image.Resampling.BICUBIC) for channel in channels]
    return np.stack([np.asarray(channel) for channel in larger], 2).clip(0, 1)


def _shown(array: np.ndarray) -> np.ndarray:
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    longest = max(array.shape[:2])
    if longest <= SHOWN:
        return array
    factor = SHOWN / longest
    image = Image.fromarray((array * 255).astype(np.uint8))
    return np.asarray(image.resize([max(1, int(s * factor)) for s in image.size], Image.Resampling.BOX))


def _fitted(array: np.ndarray, side: int) -> np.ndarray:
    """`(H, W, C)` reduced to an area of about `side`²."""
    factor = round(np.sqrt(array.shape[0] * array.shape[1]) / side)
    if factor < 2:
        return array
    a, b = min(factor, array.shape[0]), min(factor, array.shape[1])
    h, w = array.shape[0] // a, array.shape[1] // b
    return array[: h * a, : w * b].reshape(h, a, w, b, -1).mean(axis=(1, 3))


def _bounds(mask: np.ndarray) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return rows[0], rows[-1] + 1, columns[0], columns[-1] + 1


def _crop(given: np.ndarray, found: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The part of the full picture around a mask found on the reduced one, at about 200² pixels, and the mask."""
    fy, fx = given.shape[0] / found.shape[0], given.shape[1] / found.shape[1]
    top, bottom, left, right = _bounds(found)
    margin = int(0.3 * max(bottom - top, right - left)) + 2
    top, left = max(0, top - margin), max(0, left - margin)
    found = found[top : bottom + margin, left : right + margin]
    found = ndimage.maximum_filter(found, max(3, margin // 4))
    h, w = found.shape
    part = given[int(top * fy) : int((top + h) * fy), int(left * fx) : int((left + w) * fx)]
    part = _fitted(part, 200)
    near = Image.fromarray(found.astype(np.float32)).resize(part.shape[1::-1], Image.Resampling.BILINEAR)
    return part, np.asarray(near)


def boxed(ink: np.ndarray) -> np.ndarray:
    """Cut the ink out and bring its longest side to 20 pixels.

    Args:
        ink: `(H, W)` float32 in [0,1].

    Returns:
        `(h, w)` float32 in [0,1], the longer of both 20.
    """
    top, bottom, left, right = _bounds(ink > 0.02)
    cut = np.ascontiguousarray(ink[top:bottom, left:right])
    if max(cut.shape) == BOX:
        return cut
    scale = BOX / max(cut.shape)
    if scale < 1:
        cut = thickened(cut, scale)
        scale = BOX / max(cut.shape)
    size = [max(1, round(s * scale)) for s in cut.shape]
    if scale > 1:
        big = Image.fromarray(cut).resize((cut.shape[1] * 8, cut.shape[0] * 8), Image.Resampling.BICUBIC)
        cut = np.clip((np.asarray(big) - 0.3) / 0.4, 0, 1)
        top, bottom, left, right = _bounds(cut > 0.02)
        cut = cut[top:bottom, left:right]
        size = [max(1, round(s * BOX / max(cut.shape))) for s in cut.shape]
    small = np.asarray(Image.fromarray(cut).resize(size[::-1], Image.Resampling.BICUBIC))
    full = np.quantile(small[small > 0.1], 0.9)
    return np.clip(small / full, 0, 1)


def thickened(ink: np.ndarray, scale: float) -> np.ndarray:
    """Widen strokes that would shrink to a pale hair."""
    edge = np.hypot(*np.gradient(np.pad(ink, 2)))
    width = 2 * ink.sum() / edge.sum() * scale
    if width >= THIN:
        return ink
    radius = (STROKE - width) / 2 / scale
    pad = int(radius) + 2
    away = ndimage.distance_transform_edt(np.pad(ink, pad) < 0.5)
    return np.clip(radius + 1 - away, 0, 1).astype(np.float32)


def centred(box: np.ndarray) -> np.ndarray:
    """Put a box on a 28x28 picture, its centre of mass on pixel (14, 14).

    Args:
        box: `(h, w)` float32 in [0,1], neither side above 20.

    Returns:
        `(28, 28)` float32 in [0,1].
    """
    image = np.zeros((SIDE, SIDE), np.float32)
    mass = box.sum()
    corner = []
    for axis in (0, 1):
        centre = (box.sum(1 - axis) * np.arange(box.shape[axis])).sum() / mass
        corner.append(int(np.clip(round(CENTRE - centre), 0, SIDE - box.shape[axis])))
    image[corner[0] : corner[0] + box.shape[0], corner[1] : corner[1] + box.shape[1]] = box
    return image
