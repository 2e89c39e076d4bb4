"""Texts to sentences, sentences to words, words to numbers, as the models for sentences read them; no torch.

spaCy cuts and splits, by rules alone: nothing has to be downloaded.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

LONGEST = 50
PADDING, UNKNOWN = 0, 1
SPECIAL = ("", "[unknown]")
NUMBER_WORD = "9"
NUMBER = re.compile(r"[+-]?\d[\d.,/:-]*")


class RebuiltSentence(NamedTuple):
    """A sentence and what a model made of it.

    Attributes:
        given: Its words, at most 50.
        known: Which of them are in the model's vocabulary.
        rebuilt: The words whose vectors are nearest to what the code decodes to.
        right: Which words came back; an unknown word never does.
        code: (D,) float32.
        cosine: Between the code and the code of the reconstruction, -1 to 1.
        cut: How many words behind the fiftieth were left out.
        likely: For every place the three likeliest words with their probabilities, the likeliest first.
    """

    given: tuple[str, ...]
    known: tuple[bool, ...]
    rebuilt: tuple[str, ...]
    right: tuple[bool, ...]
    code: np.ndarray
    cosine: float
    cut: int
    likely: tuple[tuple[tuple[str, float], ...], ...] = ()


def split_into_words(text: str) -> list[list[str]]:
    """Cut a text into sentences of words: lower case, every number the same word, punctuation counted as words."""
    return [words for sentence in _language()(text).sents if (words := _words(sentence))]


def numbers(sentences: Iterable[list[str]], words: tuple[str, ...]) -> np.ndarray:
    """Look words up: (N, 50) int64, cut after 50 words, filled up with 0."""
    index = _index(words)
    rows = [[index.get(word, UNKNOWN) for word in sentence[:LONGEST]] for sentence in sentences]
    padded = np.full((len(rows), LONGEST), PADDING, np.int64)
    for row, sentence in zip(padded, rows, strict=True):
        row[: len(sentence)] = sentence
    return padded


def _words(tokens) -> list[str]:
    return [NUMBER_WORD if NUMBER.fullmatch(token.text) else token.lower_ for token in tokens if not token.is_space]


@lru_cache(maxsize=4)
def _index(words: tuple[str, ...]) -> dict[str, int]:
    return {word: number for number, word in enumerate(words)}


@cache
def _language() -> "Language":
    import spacy

    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    return language
