"""Ways through latent space: between two codes, and along one number of a code."""

import numpy as np

ALIKE = 1e-4  # radians, or a length: nearer than this to zero or to the opposite, no great circle is defined
FRAMES = 11
REACH = 3.0


def walk(stops: np.ndarray, frames: int, spherical: bool = False) -> np.ndarray:
    """Walk evenly from stop to stop through latent space.

    Args:
        stops: (S, D) codes, S at least 2.
        frames: How many codes the walk has, both ends included, at least 2.
        spherical: Whether to go along great circles, the distance from zero changing evenly on the way, so that a
            walk between two usual codes never passes the unusual middle.

    Returns:
        (frames, D) float32.
    """
    places = np.linspace(0, len(stops) - 1, frames)
    first = np.minimum(places.astype(int), len(stops) - 2)
    step = _on_the_arc if spherical else _on_the_line
    pairs = zip(stops[first], stops[first + 1], places - first, strict=True)
    return np.stack([step(start, end, share) for start, end, share in pairs]).astype(np.float32)


def _on_the_line(start: np.ndarray, end: np.ndarray, share: float) -> np.ndarray:
    return start + (end - start) * share


def _on_the_arc(start: np.ndarray, end: np.ndarray, share: float) -> np.ndarray:
    """Source: Shoemake 1985, Animating Rotation with Quaternion Curves; White 2016, Sampling Generative Networks."""
    lengths = float(np.linalg.norm(start)), float(np.linalg.norm(end))
    if min(lengths) < ALIKE:
        return _on_the_line(start, end, share)
    angle = np.arccos(np.clip(start @ end / (lengths[0] * lengths[1]), -1, 1))
    if np.sin(angle) < ALIKE:
        return _on_the_line(start, end, share)
    direction = np.sin((1 - share) * angle) * start / lengths[0] + np.sin(share * angle) * end / lengths[1]
    return direction / np.sin(angle) * (lengths[0] + (lengths[1] - lengths[0]) * share)


def straight(start: np.ndarray, end: np.ndarray, frames: int) -> np.ndarray:
    """Go from one code (D,), or picture as a list of pixels, to another along a straight line: (frames, D) float32."""
    return walk(np.stack([start, end]), frames)


def spherical(start: np.ndarray, end: np.ndarray, frames: int) -> np.ndarray:
    """Go from one code (D,) to another along the great circle through their directions: (frames, D) float32.

    Where no such circle is defined (one code is zero, or the directions are equal or opposite) it goes straight.
    """
    return walk(np.stack([start, end]), frames, spherical=True)


def traverse(
    code: np.ndarray, dimension: int, frames: int = FRAMES, low: float = -REACH, high: float = REACH
) -> np.ndarray:
    """Change one number of a code from `low` to `high` in equal steps and leave the others as they are.

    Args:
        code: (D,).
        dimension: Which number, 0 to D - 1.
        frames: T.
        low: Its first value.
        high: Its last value.

    Returns:
        (T, D) float32.
    """
    codes = np.tile(np.asarray(code, dtype=np.float32), (frames, 1))
    codes[:, dimension] = np.linspace(low, high, frames)
    return codes
