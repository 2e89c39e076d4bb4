"""Which words of the test sentences come back: `python -m aemodels.experiments.sentences [--json FILE]`.

Only words that the models know are counted. An unknown word that comes back as “unknown” tells nothing. Beside each
model stands PCA with as many numbers; beside the cosines of a sentence's code with the code of its reconstruction stand
those with the reconstruction of another sentence.
"""

import sys

import numpy as np
import torch
from torch import Tensor

from aemodels import datasets, inference
from aemodels.checkpoints import cards
from aemodels.datasets import tokens
from aemodels.experiments import command
from aemodels.sentences import measures
from aemodels.sentences.network import SentenceAutoencoder

MODELS = ("sentence_words", "sentence_lstm")
LENGTHS = measures.LENGTHS
EDGES = np.linspace(-0.2, 1, 49)
DIGITS = 4
VARIANCES = (0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2, 1.6)
CALIBRATING = 1000  # validation sentences

Figure = tuple[float, float, int]


def figure(right: Tensor, among: Tensor) -> Figure:
    """Count the words that come back.

    Args:
        right: (N, T) whether the word at a place came back.
        among: (N, T) which words are counted.

    Returns:
        Their share, its standard error with sentences as units, and how many sentences have such a word.
    """
    hits, words = (right & among).sum(1).double(), among.sum(1).double()
    if not words.any():
        return 0.0, 0.0, 0
    share = hits.sum() / words.sum()
    error = (hits - share * words).square().sum().sqrt() / words.sum()
    return round(float(share), DIGITS), round(float(error), DIGITS), int((words > 0).sum())


def shares(numbers: Tensor, right: Tensor) -> dict[str, Figure | list[Figure]]:
    """Return the words that come back in all, by length of the sentence, and by place."""
    known = (numbers != tokens.PADDING) & (numbers != tokens.UNKNOWN)
    lengths = (numbers != tokens.PADDING).sum(1, keepdim=True)
    return {
        "words": figure(right, known),
        "by_length": [figure(right, known & (lengths >= low) & (lengths <= high)) for low, high in LENGTHS],
        "by_position": [figure(right[:, [at]], known[:, [at]]) for at in range(tokens.LONGEST)],
    }


@torch.inference_mode()
def measure_model(name: str, data, numbers: Tensor) -> dict:
    """Return the figures of one model on sentences (N, 50)."""
    model = inference.load(name)
    assert isinstance(model, SentenceAutoencoder)
    codes = torch.zeros(len(numbers), model.spec.code_size)
    again, right = torch.zeros_like(codes), torch.zeros(numbers.shape, dtype=torch.bool)
    for part in measures.rebuild(model, numbers):
        codes[part.rows], again[part.rows] = part.codes, model.encode(part.x_hat)
        right[part.rows, : part.numbers.shape[1]] = model.nearest_words(part.x_hat) == part.numbers
    by_pca = model.nearest_words(measures.pca_reconstruction(model, data, numbers)) == numbers
    return shares(numbers, right) | {
        "pca": shares(numbers, by_pca),
        "own_cosines": _counts(torch.cosine_similarity(codes, again)),
        "shuffled_cosines": _counts(torch.cosine_similarity(codes, again.roll(1, 0))),
        "noise": calibrated(model, data.validation.tensor()[:CALIBRATING]),
        "digest": cards.read(name).digest,
    }


def calibrated(model: SentenceAutoencoder, numbers: Tensor) -> float:
    """Return the variance of noise with which probabilities of words are, in the mean, how often they are right.

    Args:
        model: Whose reconstructions are noisy.
        numbers: (N, 50) validation sentences.
    """
    sure, right = torch.zeros(len(VARIANCES)), 0.0
    for part in measures.rebuild(model, numbers):
        there = part.numbers != tokens.PADDING
        right += float((model.nearest_words(part.x_hat) == part.numbers)[there].sum())
        for at, variance in enumerate(VARIANCES):
            sure[at] += model.likely_words(part.x_hat, variance, 1)[1][..., 0][there].sum()
    return VARIANCES[int((sure - right).abs().argmin())]


def _counts(cosines: Tensor) -> list[int]:
    return np.histogram(cosines.numpy().clip(EDGES[0], EDGES[-1]), EDGES)[0].tolist()


def measure() -> dict:
    """Measure both models on all test sentences."""
    data = datasets.load("reuters")
    numbers = data.test.tensor()
    known = numbers[numbers > tokens.UNKNOWN]
    return {
        "sentences": len(numbers),
        "lengths": LENGTHS,
        "edges": EDGES.round(3).tolist(),
        "commonest_word": round(float(known.bincount().max() / len(known)), DIGITS),
        "models": {name: measure_model(name, data, numbers) for name in MODELS},
    }


def table(document: dict) -> str:
    """Lay the shares out as text, in percent."""
    rows = [(name, one) for name, one in document["models"].items()]
    rows += [(f"PCA beside {name}", one["pca"]) for name, one in document["models"].items()]
    return "\n".join(
        f"{name:<30}"
        + "".join(f"{100 * share:>7.1f} ± {100 * error:.1f}" for share, error, _ in [one["words"], *one["by_length"]])
        for name, one in rows
    )


def main() -> int:
    """Run the command; returns its exit code."""
    return command.run("sentences", __doc__, measure, table)


if __name__ == "__main__":
    sys.exit(main())
