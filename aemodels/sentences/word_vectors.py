"""Vectors of words: learnt from the sentences themselves, or read from a file in GloVe's text format."""

from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix

from aemodels.errors import MissingData

SIZE = 50
WINDOW = 5
SCALE = 0.5
"""Root mean square of a vector's numbers: well inside what two LSTMs can add up to."""


def learn(numbers: np.ndarray, vocabulary: int, size: int = SIZE, power: float = 0.0) -> np.ndarray:
    """Learn vectors from which words stand near which: positive pointwise mutual information, then truncated SVD.

    Args:
        numbers: (N, T) word numbers, 0 behind a sentence's end.
        vocabulary: V, how many words there are.
        size: E, numbers in a vector.
        power: Of the singular values that weigh the components: 0 lets all count alike and keeps words apart, 1 lets
            the strongest prevail, in which most words agree.

    Returns:
        (V, E) float32; all of the same length but that of 0, which is zero.

    Source:
        Levy, Goldberg and Dagan 2015, Improving Distributional Similarity with Lessons Learned from Word
        Embeddings, section 3.3.
    """
    from sklearn.decomposition import TruncatedSVD

    svd = TruncatedSVD(size, n_iter=10, random_state=0)
    svd.fit(_positive_mutual_information(_neighbours(numbers, vocabulary)))
    return _scaled(np.asarray(svd.components_).T * np.asarray(svd.singular_values_) ** power)


def read(file: Path, words: tuple[str, ...], size: int = SIZE) -> np.ndarray:
    """Read vectors in GloVe's text format: a word and its numbers on every line.

    Args:
        file: For example glove.6B.50d.txt.
        words: The vocabulary; a word that the file does not have gets the mean of all others.
        size: E, numbers in a vector.

    Returns:
        (V, E) float32, scaled as in `learn`.

    Raises:
        MissingData: There is no such file, or it holds vectors of another size.
    """
    try:
        lines = (line.rstrip().split(" ") for line in file.open(encoding="utf-8"))
        known = {word: vector for word, *vector in lines if word in set(words)}
    except OSError as error:
        raise MissingData(f"There are no word vectors in {file}. Name a file in GloVe's text format.") from error
    if not known or any(len(vector) != size for vector in known.values()):
        raise MissingData(f"{file} holds no vectors of {size} numbers for these words. Use glove.6B.{size}d.txt.")
    mean = np.mean([np.array(vector, float) for vector in known.values()], 0)
    return _scaled(np.array([known.get(word, mean) for word in words], float))


def _neighbours(numbers: np.ndarray, vocabulary: int) -> csr_matrix:
    """Count how often two words stand at most five places apart, both ways: (V, V)."""
    total = csr_matrix((vocabulary, vocabulary))
    for distance in range(1, WINDOW + 1):
        left, right = numbers[:, :-distance].ravel(), numbers[:, distance:].ravel()
        both = (left > 0) & (right > 0)
        pairs = coo_matrix((np.ones(both.sum()), (left[both], right[both])), shape=total.shape).tocsr()
        total = total + pairs + pairs.T
    return total


def _positive_mutual_information(counts: csr_matrix) -> csr_matrix:
    """Logarithm of how much oftener than by chance two words meet, where it is oftener."""
    found = counts.tocoo()
    of_word = np.asarray(counts.sum(1)).ravel()
    information = np.log(found.data * of_word.sum() / (of_word[found.row] * of_word[found.col]))
    positive = information > 0
    return csr_matrix((information[positive], (found.row[positive], found.col[positive])), shape=counts.shape)


def _scaled(vectors: np.ndarray) -> np.ndarray:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled = vectors / np.maximum(lengths, 1e-12) * SCALE * np.sqrt(vectors.shape[1])
    scaled[0] = 0
    return scaled.astype(np.float32)
