"""Principal directions of codes or images, how pure the neighbourhoods of codes are, what partial sums cost."""

import numpy as np

from aemodels.latent.nearest import Known, majority

NEIGHBOURS = 15


def principal_directions(scatter: np.ndarray) -> np.ndarray:
    """Return the eigenvectors of a symmetric matrix (P, P) as rows (P, P), that of the largest eigenvalue first.

    Each has its entry of largest magnitude positive, so that the same data always gives the same directions.
    """
    _, directions = np.linalg.eigh(scatter)  # columns by rising variance
    rows = directions.T[::-1]
    largest = rows[np.arange(len(rows)), np.abs(rows).argmax(1)]
    return rows * np.sign(largest)[:, None]


def main_directions(codes: np.ndarray, count: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Return the directions along which codes differ most.

    Args:
        codes: (N, D).
        count: K, at most D.

    Returns:
        Mean (D,) and orthonormal directions (K, D) float32, each with its entry of largest magnitude positive.
    """
    mean = codes.mean(0)
    centred = (codes - mean).astype(np.float64)
    return mean, principal_directions(centred.T @ centred)[:count].astype(np.float32)


def neighbour_accuracy(codes: np.ndarray, labels: np.ndarray, neighbours: int = NEIGHBOURS) -> float:
    """Return how often the majority of a code's nearest neighbours shares its class, each code left out in turn.

    Args:
        codes: (N, D).
        labels: (N,), 0 to 9.
        neighbours: How many vote.

    Returns:
        Share of the codes, 0 to 1.
    """
    nearest = Known(codes - codes.mean(0)).others(neighbours)
    return float((majority(labels[nearest.positions]) == labels).mean())


def errors_of_fewer_components(codes: np.ndarray, errors: np.ndarray, pixels: int) -> np.ndarray:
    """Return what PCA would lose with fewer components; exact, because they are orthonormal.

    Args:
        codes: (N, D) of images, by PCA with D components.
        errors: (N,) squared errors a pixel with all of them.
        pixels: Of an image.

    Returns:
        (D + 1,) mean squared error a pixel with 0 to D components.
    """
    lost = np.square(codes.astype(np.float64)).mean(0)[::-1].cumsum()[::-1] / pixels
    return np.append(lost, 0.0) + float(errors.mean())
