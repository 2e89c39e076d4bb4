"""What the variants that encode sentences share: word vectors in, word vectors out, batches of equal length."""

from abc import abstractmethod

import numpy as np
import torch
from torch import Tensor

from aemodels.datasets import reuters, tokens
from aemodels.networks import losses
from aemodels.networks.autoencoder import Autoencoder
from aemodels.sentences import measures, word_vectors

USUAL_WORDS = 26


class SentenceAutoencoder(Autoencoder):
    """Base class of the variants for sentences. What it is trained on are numbers of words, (B, 50), 0 behind the end.

    Inside, a sentence of T words is T vectors and batches hold sentences of one length, unless it is `padded`.

    Attributes:
        padded: Whether every sentence is filled up to 50 words with zero vectors, which are written, too.
        word_vectors: (V, E) a vector for every word of the vocabulary; never trained.
        power: How much the strongest components of learnt vectors prevail, see `word_vectors.learn`.
        given_vectors: (V, E) vectors to use instead of learning them from the sentences; None to learn them.
    """

    examples = 64_000
    shape = (tokens.LONGEST, word_vectors.SIZE)
    padded = False
    power = 0.0
    given_vectors: np.ndarray | None = None
    word_vectors: Tensor
    units = measures.UNITS

    def __init__(self, spec):
        super().__init__(spec)
        self.register_buffer("word_vectors", torch.zeros(reuters.VOCABULARY, word_vectors.SIZE))

    @abstractmethod
    def encode(self, x: Tensor) -> Tensor:
        """Map sentences as word vectors (B, T, E) to codes (B, D)."""

    @abstractmethod
    def decode(self, z: Tensor, steps: int = tokens.LONGEST) -> Tensor:
        """Map codes (B, D) to word vectors (B, steps, E)."""

    def forward(self, x: Tensor) -> Tensor:
        """Map sentences to their reconstructions, both (B, T, E)."""
        return self.decode(self.encode(x), x.shape[1])

    def example(self, count: int) -> Tensor:
        """Make sentences of random words: (count, 50)."""
        numbers = torch.zeros(count, tokens.LONGEST, dtype=torch.int64)
        numbers[:, :USUAL_WORDS] = torch.randint(1, reuters.VOCABULARY, (count, USUAL_WORDS))
        return numbers

    def batches(self, x: Tensor, order: Tensor, size: int) -> list[Tensor]:
        """Part sentences (N, 50) into batches, of one length each unless padded, the batches in random order."""
        parts = self.parts(x, order, size)
        return [parts[index] for index in torch.randperm(len(parts))]

    def parts(self, x: Tensor, order: Tensor, size: int) -> list[Tensor]:
        """Part sentences as `batches` does, but in order, the short ones first."""
        if self.padded:
            return list(order.split(size))
        lengths = words_in(x).cpu()[order]
        return [part for length in lengths.unique() for part in order[lengths == length].split(size)]

    def cut(self, numbers: Tensor) -> Tensor:
        """Cut what is behind the end of sentences (B, 50) that all have T words, unless padded: (B, T)."""
        return numbers if self.padded else numbers[:, : int(words_in(numbers[:1]))]

    def loss_terms(self, x: Tensor, target: Tensor) -> dict[str, Tensor]:
        """Compare the vectors of sentences (B, 50), all of one length, with what their codes decode to."""
        vectors = self.embed(self.cut(x))
        return {"reconstruction": losses.squared_error(self(vectors), vectors)}

    def formulas(self) -> dict[str, str]:
        """Write the loss of a sentence of T words with vectors of E numbers."""
        return {"reconstruction": r"\sum_{t=1}^{T} \sum_{i=1}^{E} (x_{ti} - \hat x_{ti})^2"}

    def prepare(self, x: Tensor) -> None:
        """Learn the word vectors from all training sentences (N, 50), unless some are given."""
        vectors = self.given_vectors
        if vectors is None:
            vectors = word_vectors.learn(x.numpy(), reuters.VOCABULARY, power=self.power)
        self.word_vectors.copy_(torch.from_numpy(vectors))

    def embed(self, numbers: Tensor) -> Tensor:
        """Look up the vectors of words (B, T): (B, T, E)."""
        return self.word_vectors[numbers]

    def rebuild_all(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Encode and decode many sentences (N, 50): codes (N, D) and mean squared errors (N,)."""
        codes, errors = torch.zeros(len(x), self.spec.code_size), torch.zeros(len(x))
        for part in measures.rebuild(self, x):
            codes[part.rows] = part.codes
            errors[part.rows] = (part.x_hat - part.vectors).square().mean((1, 2))
        return codes, errors

    def own_measures(self, data, x):
        """Measure whether codes and words come back; see `measures.measure`."""
        return measures.measure(self, data, x)

    def golden_input(self) -> Tensor:
        """Make three sentences of twelve words by their numbers."""
        return self.embed((torch.arange(36).view(3, 12) * 137) % (reuters.VOCABULARY - 2) + 2)

    def nearest_words(self, vectors: Tensor) -> Tensor:
        """Find the words whose vectors are nearest to given ones (B, T, E), unknown ones among them: (B, T)."""
        words = self.word_vectors[tokens.UNKNOWN :]
        return torch.cdist(vectors.flatten(0, -2), words).argmin(1).view(vectors.shape[:-1]) + tokens.UNKNOWN

    def likely_words(self, vectors: Tensor, error: float, count: int) -> tuple[Tensor, Tensor]:
        """Find the likeliest words of vectors (B, T, E) that are off by normal noise.

        Args:
            vectors: What a code decodes to.
            error: Variance of the noise: the mean squared error of a number of a word vector.
            count: How many words.

        Returns:
            Words (B, T, count), the likeliest first, and their shares of the probability of all words.
        """
        distances = torch.cdist(vectors.flatten(0, -2), self.word_vectors[tokens.UNKNOWN :]).square()
        shares, words = (-distances / (2 * error)).softmax(1).topk(count)
        shape = (*vectors.shape[:-1], count)
        return words.view(shape) + tokens.UNKNOWN, shares.view(shape)


def words_in(numbers: Tensor) -> Tensor:
    """Count the words of sentences (N, 50): (N,)."""
    return (numbers != tokens.PADDING).sum(1)
