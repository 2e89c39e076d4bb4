"""Which of the dark or light spots on a picture is the digit."""

import numpy as np
from scipy import ndimage

from aemodels.errors import BadImage
from aemodels.ink import flatten, ramp

EDGE = 0.45
"""A blob that lies along the border for more than this part of its longest side is a table or a shadow."""

FAINT, SHARP = 0.06, 0.05
"""Ink is darker than its paper by this part at least, and gets so by this part of it per pixel."""


def search(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray, bool]:
    """Flatten a picture and say where the digit is, roughly.

    A light blob that is solid and has dark ink inside is a sheet on a table: the ink inside is the digit.

    Args:
        picture: `(H, W)` float32 in [0,1].

    Returns:
        The flattened picture `(H, W)`, the digit's mask `(H, W)` bool, and whether its ink is light.

    Raises:
        BadImage: nothing stands out of the noise.
    """
    on_paper, on_board = (flatten(picture, light) for light in (False, True))
    dark, light = find(on_paper), find(on_board)
    if dark is None and light is None:
        raise BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
    if light is None or (dark is not None and (_is_sheet(light, dark) or not _lighter(picture, light, dark))):
        return on_paper, dark, False
    return on_board, light, True


def _lighter(picture: np.ndarray, light: np.ndarray, dark: np.ndarray) -> bool:
    """Whether the light blob is the ink: it has the longer and sharper outline for its area, and light is rare."""
    edge = ndimage.gaussian_gradient_magnitude(picture, 1)
    stroke_like = [edge[mask].sum() * edge[mask].mean() for mask in (light, dark)]
    return np.log(stroke_like[0] / stroke_like[1]) + 0.5 * _lightness(ndimage.gaussian_filter(picture, 0.8)) > 0


def _is_sheet(mask: np.ndarray, inside: np.ndarray) -> bool:
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = np.zeros_like(mask)
    box[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    solid = mask[box].mean() > 0.45
    return bool(solid and (inside & box).sum() > 0.9 * inside.sum() and inside.sum() < 0.5 * mask.sum())


def _lightness(picture: np.ndarray) -> float:
    """Above 0 where the rarer side of the brightness, at three scales, is the lighter one."""
    step = max(1, round(np.sqrt(picture.size) / 200))
    few = picture[::step, ::step]
    skew = 0.0
    for part in (0.1, 0.25, 0.4):
        rest = few - ndimage.uniform_filter(few, max(3, round(part * np.sqrt(few.size))))
        skew += (rest**3).mean() / max((rest**2).mean(), 1e-9) ** 1.5
    return float(skew)


def find(dark: np.ndarray) -> np.ndarray | None:
    """The digit's mask on a flattened picture, or None.

    The threshold follows the darkest things; while these lie along the border or fade like a shadow, they are
    wiped out.

    Args:
        dark: `(H, W)` float32, see `flatten`.

    Returns:
        `(H, W)` bool, or None where nothing stands out of the noise.
    """
    dark = ndimage.gaussian_filter(dark, 0.7)
    edge = ndimage.gaussian_gradient_magnitude(dark, 2)
    noise = _noise(dark)
    first = None
    for _ in range(5):
        level = np.partition(dark, -30, axis=None)[-30:].mean() if dark.size > 4000 else dark.max()
        if level < max(6 * noise, FAINT):
            break
        blobs = Blobs(ramp(dark, max(level, 10 * noise), 0.25, 0.55))
        sharp = np.quantile(edge[blobs.main], 0.95) > SHARP * level
        if sharp and blobs.contact[blobs.best] <= EDGE:
            return blobs.main
        first = blobs.main if first is None and sharp else first
        if sharp:
            wiped = blobs.along_the_border
        else:
            wiped = ndimage.binary_propagation(blobs.main, mask=blobs.main | (dark > FAINT / 2))
        dark = np.where(wiped, 0, dark)
    return first


def _noise(dark: np.ndarray) -> float:
    """The spread within a tile of 16x16 pixels, in a quiet part of the picture."""
    rows, columns = (max(1, side // 16) for side in dark.shape)
    height, width = dark.shape[0] // rows, dark.shape[1] // columns
    tiles = dark[: rows * height, : columns * width].reshape(rows, height, columns, width)
    return float(np.quantile(tiles.std(axis=(1, 3)), 0.25))


class Blobs:
    """The connected pieces of ink, neighbours less than a stroke's width apart joined.

    The best is the one with most ink, a little less if far from the middle, hardly any if along the border. What
    is near it belongs to it, unless it is a speck.

    Attributes:
        main: `(H, W)` bool, the best blob and what belongs to it.
        along_the_border: `(H, W)` bool, blobs that follow the border of the picture.
        contact: `(N,)` how much of a blob's longest side lies on the border.
        best: which of the `N` is the best.
    """

    def __init__(self, ink: np.ndarray):
        mask = ink > 0.35
        joined = ndimage.maximum_filter(mask, 2 * max(1, round(0.01 * np.sqrt(ink.size))) + 1)
        labels, count = ndimage.label(joined, np.ones((3, 3)))
        if count == 0:
            raise BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
        self.mass = ndimage.sum_labels(ink * mask, labels, np.arange(1, count + 1))
        spans = ndimage.find_objects(labels)
        self.low = np.array([(rows.start, columns.start) for rows, columns in spans])
        self.high = np.array([(rows.stop, columns.stop) for rows, columns in spans])
        rim = np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])
        self.contact = np.bincount(rim, minlength=count + 1)[1:] / (self.high - self.low).max(1)
        off = np.abs((self.low + self.high) / ink.shape - 1).max(1)
        worth = self.mass * (1 - 0.7 * off) * np.where(self.contact > EDGE, 0.01, 1)
        self.best = int(np.argmax(worth))
        self.main = np.concatenate([[False], self._belonging()])[labels]
        self.along_the_border = np.concatenate([[False], self.contact > EDGE])[labels]

    def _belonging(self) -> np.ndarray:
        """Which blobs are parts of the best one: near it, and the farther away the heavier."""
        low, high = self.low[self.best], self.high[self.best]
        gap = np.maximum(low - self.high, self.low - high).max(1).clip(0) / (high - low).max()
        kept = (self.mass > (0.02 + gap) * self.mass[self.best]) & (gap < 0.35) & (self.contact < EDGE)
        kept[self.best] = True
        return kept
