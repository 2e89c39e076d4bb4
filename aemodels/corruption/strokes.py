"""A scribble on a 28x28 picture: how much of each pixel a pen's strokes cover."""

import numpy as np

PEN = 1.2  # pixels, half the width of the line
UNITS = 1000


def coverage(strokes: list[list[float]], side: int = 28) -> np.ndarray:
    """Rasterise strokes by every pixel's distance from them.

    Args:
        strokes: Each [x0, y0, x1, y1, …] in thousandths of the picture's side, y downwards.
        side: Of the picture, in pixels.

    Returns:
        (side, side) float32: 1 under the pen, 0 away from it, in between at the edge.
    """
    nearest = np.full((side, side), np.inf)
    for stroke in strokes:
        points = np.asarray(stroke, dtype=np.float64).reshape(-1, 2) * (side / UNITS)
        nearest = np.minimum(nearest, _distances(points, side))
    return np.clip(PEN + 0.5 - nearest, 0, 1).astype(np.float32)


def _distances(points: np.ndarray, side: int) -> np.ndarray:
    """Distance of every pixel's centre from a line through points (N, 2), N ≥ 1; (side, side)."""
    places = np.arange(side) + 0.5
    pixels = np.stack(np.meshgrid(places, places), -1)[:, :, None]  # (side, side, 1, 2), x before y
    starts, ends = points[:-1] if len(points) > 1 else points, points[1:] if len(points) > 1 else points
    along = ends - starts
    length = np.maximum(np.square(along).sum(-1), 1e-12)
    share = np.clip(((pixels - starts) * along).sum(-1) / length, 0, 1)
    return np.linalg.norm(pixels - starts - share[..., None] * along, axis=-1).min(-1)
