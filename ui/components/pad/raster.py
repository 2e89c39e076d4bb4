"""Strokes as pixels, by every pixel's distance from them, as `drawing/raster.js` does in the page."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

UNITS = 1000
BRUSH = 0.085
SIDE = 112
REACH = BRUSH * SIDE / 2 + 0.5
MANY = 4000
"""Lines; more than these are first drawn finely, so that no drawing takes a server long."""
FINE = 8
"""Fine pixels to a pixel's side."""
MARGIN = 6 * FINE
"""Around the pad, in fine pixels: from farther away no ink reaches it."""


def picture_of(strokes: Sequence[Sequence[float]]) -> np.ndarray:
    """Rasterise strokes.

    Args:
        strokes: As in `Drawing`.

    Returns:
        (112, 112) float32 in [0, 1], ink = 1: 1 under the brush, 0 away from it, in between at the edge. With more than
        `MANY` lines its edges may be a tenth lighter or darker.
    """
    paths = [np.asarray(stroke, dtype=np.float64).reshape(-1, 2) * (SIDE / UNITS) for stroke in strokes]
    if sum(map(len, paths)) > MANY:
        return np.clip(REACH - _finely(paths), 0, 1).astype(np.float32)
    squares = np.full((SIDE, SIDE), np.inf)
    for path in paths:
        for start, end in zip(path[: max(1, len(path) - 1)], path[-max(1, len(path) - 1) :], strict=True):
            _measure(squares, start, end)
    return np.clip(REACH - np.sqrt(squares), 0, 1).astype(np.float32)


def _measure(squares: np.ndarray, start: np.ndarray, end: np.ndarray) -> None:
    """Bring the squared distances (112, 112) of the pixels near a line between two points (x, y) up to date."""
    left, top = np.maximum(np.floor(np.minimum(start, end) - REACH - 0.5), 0).astype(int)
    right, bottom = np.clip(np.ceil(np.maximum(start, end) + REACH + 0.5), 0, SIDE).astype(int)
    left, top = min(left, right), min(top, bottom)  # what lies beside the pad is near no pixel
    x, y = np.arange(left, right) + 0.5 - start[0], np.arange(top, bottom)[:, None] + 0.5 - start[1]
    along, down = end - start
    share = np.clip((x * along + y * down) / max(along * along + down * down, 1e-12), 0, 1)
    near = squares[top:bottom, left:right]
    np.minimum(near, np.square(x - share * along) + np.square(y - share * down), out=near)


def _places(paths: list[np.ndarray]) -> list[float]:
    """Return points (N, 2) in fine pixels, one after the other; those far beside the pad come nearer."""
    points = np.concatenate([np.zeros((0, 2)), *paths])
    return np.clip(np.floor(points * FINE) + MARGIN, -MARGIN, SIDE * FINE + 3 * MARGIN).ravel().tolist()


def _finely(paths: list[np.ndarray]) -> np.ndarray:
    """Return how far every pixel's centre (112, 112) is from lines through points (N, 2), within a tenth of a pixel."""
    side = SIDE * FINE + 2 * MARGIN
    paper = Image.new("1", (side, side), 1)
    pen = ImageDraw.Draw(paper)
    pen.point(_places([path for path in paths if len(path) == 1]), fill=0)
    for path in paths:
        if len(path) > 1:
            pen.line(_places([path]), fill=0)
    apart = np.asarray(ndimage.distance_transform_edt(np.asarray(paper))) / FINE
    around = apart[MARGIN:-MARGIN, MARGIN:-MARGIN].reshape(SIDE, FINE, SIDE, FINE)[:, FINE // 2 - 1 : FINE // 2 + 1]
    return around[..., FINE // 2 - 1 : FINE // 2 + 1].mean(axis=(1, 3))
