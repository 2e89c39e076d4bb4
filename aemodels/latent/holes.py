"""Where a latent plane has holes: the worst places on it, spread out."""

import numpy as np


def far_apart(codes: np.ndarray, errors: np.ndarray, distance: float, most: int) -> np.ndarray:
    """Choose the places with the largest errors of which no two are near each other.

    Args:
        codes: (N, 2) places.
        errors: (N,) how bad each is; only those above 1 are chosen.
        distance: Least distance of two.
        most: How many at most.

    Returns:
        (H, 2) places, the worst first.

    Example:
        >>> codes = np.array([[0, 0], [0.1, 0], [5, 5], [9, 9]], np.float32)
        >>> far_apart(codes, np.array([3.0, 2.0, 1.5, 0.5]), 1.0, 5).tolist()
        [[0.0, 0.0], [5.0, 5.0]]
    """
    chosen: list[np.ndarray] = []
    for place in np.argsort(-errors, kind="stable"):
        near = any(np.linalg.norm(codes[place] - other) < distance for other in chosen)
        if errors[place] <= 1 or len(chosen) == most:
            break
        if not near:
            chosen.append(codes[place])
    return np.array(chosen, np.float32).reshape(-1, 2)
