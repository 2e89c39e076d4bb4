"""Ways through latent space: between two codes, and along one number of a code."""

import numpy as np

ALIKE = 1e-4  # radians: below this angle, and this close to the opposite direction, no great circle is defined
FRAMES = 11
REACH = 3.0


def straight(start: np.ndarray, end: np.ndarray, frames: int) -> np.ndarray:
    """Go from one code to another in equal steps along a straight line.

    Args:
        start: (D,) code, or a picture as a list of pixels, which gives a plain blend.
        end: (D,).
        frames: T, at least 2.

    Returns:
        (T, D) float32; the first row is `start`, the last is `end`.
    """
    share = np.linspace(0, 1, frames)[:, None]
    return ((1 - share) * start + share * end).astype(np.float32)


def spherical(start: np.ndarray, end: np.ndarray, frames: int) -> np.ndarray:
    """Go from one code to another along the great circle through their directions.

    The direction turns at a steady rate and the distance from zero changes at a steady rate, so that the way never
    cuts through the middle. Where no such circle is defined (one code is zero, or the directions are equal or
    opposite) it goes straight.

    Args:
        start: (D,) code.
        end: (D,).
        frames: T, at least 2.

    Returns:
        (T, D) float32; the first row is `start`, the last is `end`.

    Source:
        Shoemake 1985, Animating Rotation with Quaternion Curves; White 2016, Sampling Generative Networks, section 2.
    """
    lengths = np.linalg.norm([start, end], axis=1)
    if not lengths.all():
        return straight(start, end, frames)
    first, last = start / lengths[0], end / lengths[1]
    angle = float(np.arccos(np.clip(first @ last, -1, 1)))
    if not ALIKE < angle < np.pi - ALIKE:
        return straight(start, end, frames)
    share = np.linspace(0, 1, frames)[:, None]
    direction = (np.sin((1 - share) * angle) * first + np.sin(share * angle) * last) / np.sin(angle)
    return (direction * ((1 - share) * lengths[0] + share * lengths[1])).astype(np.float32)


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
