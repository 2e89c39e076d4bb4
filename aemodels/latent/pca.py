"""Codes as flat maps: the directions to draw them by, how pure their neighbourhoods are, what partial sums cost."""

import numpy as np

NEIGHBOURS = 15
CHUNK = 500
CLASSES = 10


def main_directions(codes: np.ndarray, count: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Find the directions along which codes differ most.

    Args:
        codes: (N, D).
        count: K, at most D.

    Returns:
        Mean (D,) and orthonormal directions (K, D), each with its entry of largest magnitude positive.
    """
    mean = codes.mean(0)
    centred = (codes - mean).astype(np.float64)
    _, directions = np.linalg.eigh(centred.T @ centred)  # (D, D), columns by rising variance
    first = directions.T[::-1][:count]
    largest = first[np.arange(len(first)), np.abs(first).argmax(1)]
    return mean, (first * np.sign(largest)[:, None]).astype(np.float32)


def neighbour_accuracy(codes: np.ndarray, labels: np.ndarray, neighbours: int = NEIGHBOURS) -> float:
    """Say how often the majority of a code's nearest neighbours shares its class, each code left out in turn.

    Args:
        codes: (N, D).
        labels: (N,), 0 to 9.
        neighbours: How many vote.

    Returns:
        Share of the codes, 0 to 1.
    """
    codes = codes - codes.mean(0)
    squares = np.square(codes).sum(1)
    right = 0
    for start in range(0, len(codes), CHUNK):
        rows = np.arange(start, min(start + CHUNK, len(codes)))
        distances = squares[None] - 2 * codes[rows] @ codes.T
        distances[np.arange(len(rows)), rows] = np.inf
        nearest = np.argpartition(distances, neighbours, axis=1)[:, :neighbours]
        votes = np.stack([(labels[nearest] == label).sum(1) for label in range(CLASSES)], 1)
        right += int((votes.argmax(1) == labels[rows]).sum())
    return right / len(codes)


def errors_of_fewer_components(codes: np.ndarray, errors: np.ndarray, pixels: int) -> np.ndarray:
    """Say what PCA would lose with fewer components; exact, because they are orthonormal.

    Args:
        codes: (N, D) of images, by PCA with D components.
        errors: (N,) squared errors a pixel with all of them.
        pixels: Of an image.

    Returns:
        (D + 1,) mean squared error a pixel with 0 to D components.
    """
    lost = np.square(codes.astype(np.float64)).mean(0)[::-1].cumsum()[::-1] / pixels
    return np.append(lost, 0.0) + float(errors.mean())
