"""Figures of the variants that encode sentences: do codes come back, do words come back, and is PCA better?"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor

from aemodels import datasets
from aemodels.baselines.linear import principal_components
from aemodels.datasets import Data, tokens

if TYPE_CHECKING:
    from aemodels.sentences.network import SentenceAutoencoder

SHORT = 12
LENGTHS = ((5, 12), (13, 20), (21, 30), (31, 50))
PCA_SENTENCES = 20_000
MOST_AT_ONCE = 500
UNITS = {
    "mse": "squared error a number of a word vector",
    "code_cosine": "cosine between the codes of a sentence and of its reconstruction",
    "words_right": "of the words come back",
    "words_right_known": "of the words come back, unknown ones left out",
    "words_right_short": "of the words come back in sentences up to 12 words",
}
"""Words that follow the figures of `measure`."""


class Rebuilt(NamedTuple):
    """Sentences of T words, padding included, and what became of them.

    Attributes:
        rows: (B,) which of all sentences they are.
        numbers: (B, T) their words.
        vectors: (B, T, E) the vectors of these.
        codes: (B, D).
        x_hat: (B, T, E) the vectors that the codes decode to.
    """

    rows: Tensor
    numbers: Tensor
    vectors: Tensor
    codes: Tensor
    x_hat: Tensor


def rebuild(model: "SentenceAutoencoder", numbers: Tensor) -> Iterator[Rebuilt]:
    """Encode and decode sentences (N, 50), part by part."""
    for rows in model.parts(numbers, torch.arange(len(numbers)), MOST_AT_ONCE):
        words = model.cut(numbers[rows])
        vectors = model.embed(words)
        codes = model.encode(vectors)
        yield Rebuilt(rows, words, vectors, codes, model.decode(codes, words.shape[1]))


def measure(model: "SentenceAutoencoder", data: Data, numbers: Tensor) -> dict[str, float | list[float]]:
    """Measure a model on sentences.

    Args:
        model: Trained network.
        data: Its data set, for the principal components of its training sentences.
        numbers: (N, 50) word numbers, 0 behind the end.

    Returns:
        "mse" (a number of a word vector); "code_cosine" between the code of a sentence and the code of its
        reconstruction, mean, "_p5" and "_p95", the same for "shuffled_cosine" with the reconstruction of another
        sentence; "words_right", the share of words whose nearest vector is the right one, with "_known" without
        unknown words, "_short" in sentences up to 12 words, "_by_length" for 5-12, 13-20, 21-30 and 31-50 words,
        "_by_position" for every place; "pca_mse" and "pca_words_right" for as many principal components of the
        sentences laid out in 50 places; "commonest_word" the share of the most frequent word.
    """
    codes = torch.zeros(len(numbers), model.spec.code_size)
    again = torch.zeros_like(codes)
    x_hat = torch.zeros(len(numbers), tokens.LONGEST, model.word_vectors.shape[1])
    for part in rebuild(model, numbers):
        codes[part.rows], again[part.rows] = part.codes, model.encode(part.x_hat)
        x_hat[part.rows, : part.numbers.shape[1]] = part.x_hat
    by_pca = pca_reconstruction(model, data, numbers)
    return (
        {"mse": _error(model, x_hat, numbers), "pca_mse": _error(model, by_pca, numbers)}
        | _spread("code_cosine", torch.cosine_similarity(codes, again))
        | _spread("shuffled_cosine", torch.cosine_similarity(codes, again.roll(1, 0)))
        | _words(numbers, model.nearest_words(x_hat) == numbers)
        | {"pca_words_right": float((model.nearest_words(by_pca) == numbers)[numbers > 0].float().mean())}
        | {"commonest_word": float(numbers[numbers > 0].bincount().max() / (numbers > 0).sum())}
    )


def _error(model: "SentenceAutoencoder", x_hat: Tensor, numbers: Tensor) -> float:
    return float((x_hat - model.embed(numbers))[numbers > 0].square().mean())


def _spread(name: str, values: Tensor) -> dict[str, float]:
    quantiles = {f"{name}_p{share}": float(values.quantile(share / 100)) for share in (5, 95)}
    return {name: float(values.mean())} | quantiles


def _words(numbers: Tensor, right: Tensor) -> dict[str, float | list[float]]:
    there = numbers > 0
    lengths = there.sum(1, keepdim=True)
    return {
        "words_right": _share(right, there),
        "words_right_known": _share(right, there & (numbers != tokens.UNKNOWN)),
        "words_right_short": _share(right, there & (lengths <= SHORT)),
        "words_right_by_length": [_share(right, there & (lengths >= low) & (lengths <= high)) for low, high in LENGTHS],
        "words_right_by_position": [_share(right[:, [place]], there[:, [place]]) for place in range(tokens.LONGEST)],
    }


def _share(right: Tensor, among: Tensor) -> float:
    return float(right[among].float().mean()) if among.any() else 0.0


def pca_reconstruction(model: "SentenceAutoencoder", data: Data, numbers: Tensor) -> Tensor:
    """Rebuild sentences, laid out in 50 places, from as many principal components as the code has numbers."""
    mean, components = _components(model, data.name)
    used = components[: model.spec.code_size]
    flat = model.embed(numbers).flatten(1)
    return ((flat - mean) @ used.T @ used + mean).view(len(numbers), tokens.LONGEST, -1)


@lru_cache(maxsize=1)
def _components(model: "SentenceAutoencoder", data: str) -> tuple[Tensor, Tensor]:
    sentences = datasets.load(data).train.first(PCA_SENTENCES).tensor()
    return principal_components(model.embed(sentences).flatten(1))
