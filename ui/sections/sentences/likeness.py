"""How similar the codes of the typed sentences are, beside how similar their bags of words are."""

from collections import Counter

import numpy as np
import streamlit as st

from aemodels.datasets.tokens import RebuiltSentence
from ui.components.heat_table import heat_table

MOST = 6
SHOWN = 22  # letters of a sentence
SPAN = (0.6, 1.0)  # cosines without colour and with the darkest one


def matrices(key: str, rebuilt: dict[str, list[RebuiltSentence]]) -> None:
    """Show the cosines of all pairs of sentences: of their codes in each model, and of their bags of words.

    Args:
        key: Of these tables on their page.
        rebuilt: By the model's title at least two sentences; the first six are compared.
    """
    shown = next(iter(rebuilt.values()))[:MOST]
    titles = [_short(" ".join(sentence.given)) for sentence in shown]
    tables = {
        f"Codes {title}": cosines(np.stack([one.code for one in found[:MOST]])) for title, found in rebuilt.items()
    }
    tables["Bags of words, no network"] = cosines(bags_of_words([sentence.given for sentence in shown]))
    numbers = [str(at + 1) for at in range(len(shown))]
    for at, (column, (title, table)) in enumerate(zip(st.columns(len(tables)), tables.items(), strict=True)):
        with column:
            heat_table(f"{key}-{at}", numbers, _rows(titles, table), span=SPAN, caption=title)


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
