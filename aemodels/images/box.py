"""Ink cut out, brought to MNIST's box of 20 pixels and centred on 28 x 28."""

import numpy as np
from PIL import Image
from scipy import ndimage

SIDE, BOX, CENTRE, EDGE = 28, 20, 14, 1
"""MNIST's picture, the longest side of its ink, the pixel on which the centre of mass lies, and what stays paper.

The centre gives way to the edge: ink that ends where the picture does looks cut off.
"""
THIN, STROKE = 1.3, 2.0
"""Strokes thinner than `THIN` are thickened to `STROKE`, in pixels of the box."""


def bounds(mask: np.ndarray) -> tuple[int, int, int, int]:
    """Return the first row, the row after the last, and the same of columns, of what is True on a mask (H, W)."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def boxed(ink: np.ndarray) -> np.ndarray:
    """Cut the ink out and bring its longest side to 20 pixels.

    Args:
        ink: `(H, W)` float32 in [0,1].

    Returns:
        `(h, w)` float32 in [0,1], the longer of both 20.
    """
    top, bottom, left, right = bounds(ink > 0.02)
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
        top, bottom, left, right = bounds(cut > 0.02)
        cut = cut[top:bottom, left:right]
        size = [max(1, round(s * BOX / max(cut.shape))) for s in cut.shape]
    small = np.asarray(Image.fromarray(cut).resize(size[::-1], Image.Resampling.BICUBIC))
    full = np.quantile(small[small > 0.1], 0.9)
    return np.clip(small / full, 0, 1)


def resized(ink: np.ndarray) -> np.ndarray:
    """Cut the ink out and bring its longest side to 20 pixels, its greys as they are: for scans of few pixels.

    Args:
        ink: `(H, W)` float32 in [0,1].

    Returns:
        `(h, w)` float32 in [0,1], the longer of both 20.
    """
    top, bottom, left, right = bounds(ink > 0.15)
    cut = np.ascontiguousarray(ink[top:bottom, left:right])
    size = [max(1, round(side * BOX / max(cut.shape))) for side in cut.shape[::-1]]
    return np.clip(np.asarray(Image.fromarray(cut).resize(size, Image.Resampling.BICUBIC)), 0, 1)


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
    """Put a box on a 28x28 picture, its centre of mass on pixel (14, 14) if all around stays a pixel of paper.

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
        corner.append(int(np.clip(round(CENTRE - centre), EDGE, SIDE - EDGE - box.shape[axis])))
    image[corner[0] : corner[0] + box.shape[0], corner[1] : corner[1] + box.shape[1]] = box
    return image
