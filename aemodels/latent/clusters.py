"""Codes sorted into clusters, without looking at their labels."""

import numpy as np

STARTS = 4


def k_means(codes: np.ndarray, count: int, seed: int = 0) -> np.ndarray:
    """Sort codes into clusters by k-means.

    Args:
        codes: (N, D), N at least `count`.
        count: K.
        seed: Of the starts; the same seed gives the same clusters.

    Returns:
        (N,) int64 cluster of each code, 0 to K - 1, the cluster with the most codes first.
    """
    from sklearn.cluster import KMeans

    clusters = KMeans(count, random_state=seed).set_params(n_init=STARTS).fit_predict(codes)
    ranks = np.empty(count, np.int64)
    ranks[np.argsort(-np.bincount(clusters, minlength=count), kind="stable")] = np.arange(count)
    return ranks[clusters]
