"""How similar the codes of the typed sentences are, beside how similar their bags of words are."""

from collections import Counter

import numpy as np
import streamlit as st

from aemodels.datasets.tokens import RebuiltSentence
from ui.components.heat_table import heat_table

MOST = 6
SHOWN = 34  # letters of a sentence


def matrices(key: str, title: str, rebuilt: list[RebuiltSentence]) -> None:
    """Show the cosines of all pairs of sentences: of their codes, and of their bags of words.

    Args:
        key: Of these tables on their page.
        title: Of the model.
        rebuilt: At least two sentences; the first six are compared.
    """
    shown = rebuilt[:MOST]
    titles = [_short(" ".join(sentence.given)) for sentence in shown]
    numbers = [str(at + 1) for at in range(len(shown))]
    left, right = st.columns(2)
    with left:
        codes = cosines(np.stack([sentence.code for sentence in shown]))
        heat_table(f"{key}-codes", numbers, _rows(titles, codes), caption=f"Cosine of two codes: {title}")
    with right:
        bags = cosines(bags_of_words([sentence.given for sentence in shown]))
        heat_table(f"{key}-bags", numbers, _rows(titles, bags), caption="Cosine of two bags of words: no network")


def cosines(vectors: np.ndarray) -> np.ndarray:
    """Return the cosines of all pairs of vectors (N, D): (N, N), 0 beside a vector of zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(lengths == 0, 1, lengths)
    return unit @ unit.T


def bags_of_words(sentences: list[tuple[str, ...]]) -> np.ndarray:
    """Count the words of sentences, whatever their order: (N, V)."""
    words = {word: at for at, word in enumerate(dict.fromkeys(word for sentence in sentences for word in sentence))}
    bags = np.zeros((len(sentences), len(words)))
    for row, sentence in zip(bags, sentences, strict=True):
        for word, count in Counter(sentence).items():
            row[words[word]] = count
    return bags


def _rows(titles: list[str], numbers: np.ndarray) -> list[tuple[str, list[float]]]:
    named = enumerate(zip(titles, numbers.tolist(), strict=True))
    return [(f"{at + 1}  {title}", row) for at, (title, row) in named]


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
