"""A scribble on a 28x28 picture: how much of each pixel a pen's strokes cover."""

from collections.abc import Sequence

import numpy as np

PEN = 1.2  # pixels, half the width of the line
UNITS = 1000
AT_ONCE = 16
"""Lines measured together: it bounds the memory that a long scribble takes."""


def coverage(strokes: Sequence[Sequence[float]], side: int = 28) -> np.ndarray:
    """Rasterise strokes by every pixel's distance from them.

    Args:
        strokes: Each [x0, y0, x1, y1, …] in thousandths of the picture's side, y downwards.
        side: Of the picture, in pixels.

    Returns:
        (side, side) float32: 1 under the pen, 0 away from it, in between at the edge.
    """
    paths = [np.asarray(stroke, dtype=np.float64).reshape(-1, 2) * (side / UNITS) for stroke in strokes]
    squares = np.full((side, side), np.inf)
    if paths:
        starts = np.concatenate([path[: max(1, len(path) - 1)] for path in paths])  # (N, 2); a dot is a line, too
        ends = np.concatenate([path[-max(1, len(path) - 1) :] for path in paths])
        for first in range(0, len(starts), AT_ONCE):
            lines = slice(first, first + AT_ONCE)
            squares = np.minimum(squares, _squares(starts[lines], ends[lines], side))
    return np.clip(PEN + 0.5 - np.sqrt(squares), 0, 1).astype(np.float32)


def _squares(starts: np.ndarray, ends: np.ndarray, side: int) -> np.ndarray:
    """Squared distance of every pixel's centre from lines between points (N, 2) each; (side, side)."""
    places = np.arange(side)[:, None] + 0.5
    x, y = (places - starts[:, axis] for axis in (0, 1))  # (side, N) each, of columns and of rows
    along, down = (ends - starts).T
    length = np.maximum(along * along + down * down, 1e-12)
    share = np.clip((x * along / length)[None] + (y * down / length)[:, None], 0, 1)  # (side, side, N)
    return (np.square(x[None] - share * along) + np.square(y[:, None] - share * down)).min(-1)
