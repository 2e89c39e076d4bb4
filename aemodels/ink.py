"""Where the ink is on a picture: colour axis, paper, blobs."""

import numpy as np
from scipy import ndimage

from aemodels.errors import BadImage

EDGE = 0.45
"""A blob that lies along the border for more than this part of its longest side is a table or a shadow."""


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
    detail = (few - ndimage.uniform_filter(few, (window, window, 0))).reshape(-1, 3)
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


def _lightness(picture: np.ndarray) -> float:
    """Above 0 where the rarer side of the brightness, at three scales, is the lighter one."""
    step = max(1, round(np.sqrt(picture.size) / 200))
    few = picture[::step, ::step]
    skew = 0.0
    for part in (0.1, 0.25, 0.4):
        rest = few - ndimage.uniform_filter(few, max(3, round(part * np.sqrt(few.size))))
        skew += (rest**3).mean() / max((rest**2).mean(), 1e-9) ** 1.5
    return float(skew)


def flatten(picture: np.ndarray, light: bool) -> np.ndarray:
    """Divide the paper out, shadows with it, and make ink the brighter.

    Args:
        picture: `(H, W)` float32 in [0,1].
        light: whether the ink is lighter than the paper.

    Returns:
        `(H, W)` float32, about 0 on paper; 1 where ink swallows all the light.
    """
    window = max(3, round(0.3 * np.sqrt(picture.size)) | 1)
    picture = 1 - picture if light else picture
    paper = ndimage.grey_closing(ndimage.gaussian_filter(picture, 0.8), (window, window))
    dark = 1 - picture / np.maximum(paper, 0.05)
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
    soft = ndimage.gaussian_filter(picture, 0.8)
    edge = np.hypot(*np.gradient(soft))
    stroke_like = [edge[mask].sum() * edge[mask].mean() for mask in (light, dark)]
    return np.log(stroke_like[0] / stroke_like[1]) + 0.5 * _lightness(soft) > 0


def _is_sheet(mask: np.ndarray, inside: np.ndarray) -> bool:
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = np.zeros_like(mask)
    box[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    solid = mask[box].mean() > 0.45
    return bool(solid and (inside & box).sum() > 0.9 * inside.sum() and inside.sum() < 0.5 * mask.sum())


def find(dark: np.ndarray) -> np.ndarray | None:
    """The digit's mask on a flattened picture, or None.

    The threshold follows the darkest things; while these lie along the border, they are wiped out.

    Args:
        dark: `(H, W)` float32, see `flatten`.

    Returns:
        `(H, W)` bool, or None where nothing stands out of the noise.
    """
    dark = ndimage.gaussian_filter(dark, 0.7)
    noise = _noise(dark)
    first = None
    for _ in range(5):
        level = np.partition(dark, -30, axis=None)[-30:].mean() if dark.size > 4000 else dark.max()
        if level < max(6 * noise, 0.03):
            break
        blobs = Blobs(ramp(dark, max(level, 10 * noise), 0.25, 0.55))
        first = blobs.main if first is None else first
        if blobs.contact[blobs.best] <= EDGE:
            return blobs.main
        dark = np.where(blobs.along_the_border, 0, dark)
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
