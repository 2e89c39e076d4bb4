"""Sentences of the Reuters newswire of 1987, read from the data folder.

The text is for research only: no sentence of it leaves the data folder; words and their vectors do.
"""

import html
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tqdm import tqdm

from aemodels import folders
from aemodels.datasets.tokens import LONGEST, PADDING, SPECIAL, numbers, split_into_words
from aemodels.errors import MissingData

if TYPE_CHECKING:
    from torch import Tensor

SHORTEST = 5
VOCABULARY = 5000
TEST_SENTENCES = 500
TEST_SHARE, VALIDATION_SHARE = 30, 3
BODY = re.compile(r"<BODY>(.*?)</BODY>", re.DOTALL)
SIGNATURE = re.compile(r"\s*reuter\s*\x03?\s*$", re.IGNORECASE)


@dataclass(frozen=True)
class Sentences:
    """Sentences as numbers of words.

    Attributes:
        numbers: (N, 50) int64, index into the vocabulary; behind the last word of a sentence 0.
    """

    numbers: np.ndarray

    @property
    def labels(self) -> np.ndarray:
        """How many words each sentence has, (N,) int64."""
        return (self.numbers != PADDING).sum(1)

    def tensor(self) -> "Tensor":
        """Return them as a tensor (N, 50)."""
        import torch

        return torch.from_numpy(self.numbers)

    def first(self, count: int) -> "Sentences":
        """Return the first ones."""
        return Sentences(self.numbers[:count])


@dataclass(frozen=True)
class Corpus:
    """Reuters in its splits. Equal sentences are always in the same split.

    Attributes:
        words: The vocabulary; 0 is no word, 1 any unknown word, the others go by frequency in training.
        train: 67 % of the sentences.
        validation: 3 %.
        test: The first 500 sentences of the other 30 %.
    """

    words: tuple[str, ...]
    train: Sentences
    validation: Sentences
    test: Sentences
    name: str = "reuters"


def folder() -> Path:
    """Return where the SGML files of the Reuters-21578 distribution are expected."""
    return folders.data() / "reuters21578"


@lru_cache(maxsize=1)
def load() -> Corpus:
    """Read the whole corpus, in some ten seconds.

    Raises:
        MissingData: It is not in the data folder.
    """
    parts: dict[str, list[list[str]]] = {"train": [], "validation": [], "test": []}
    for sentence in _sentences():
        parts[_part(sentence)].append(sentence)
    counts = Counter(word for sentence in parts["train"] for word in sentence)
    words = SPECIAL + tuple(word for word, _ in counts.most_common(VOCABULARY - len(SPECIAL)))
    parts["test"] = parts["test"][:TEST_SENTENCES]
    train, validation, test = (Sentences(numbers(sentences, words)) for sentences in parts.values())
    return Corpus(words, train, validation, test)


def _sentences() -> Iterator[list[str]]:
    """Yield every sentence of 5 to 50 words, once, in the order of the files."""
    files = sorted(folder().glob("reut2-*.sgm"))
    if not files:
        raise MissingData(f"Reuters-21578 is not in {folder()}. Put its files reut2-000.sgm to reut2-021.sgm there.")
    seen = set()
    for file in tqdm(files, "Reading Reuters", leave=False):
        for body in BODY.findall(file.read_text("latin-1")):
            for sentence in split_into_words(_clean(body)):
                key = " ".join(sentence)
                if SHORTEST <= len(sentence) <= LONGEST and key not in seen:
                    seen.add(key)
                    yield sentence


def _clean(body: str) -> str:
    return " ".join(SIGNATURE.sub("", html.unescape(body).replace("\x03", "")).split())


def _part(sentence: list[str]) -> str:
    """Put a sentence into a split by a checksum of its words."""
    share = zlib.crc32(" ".join(sentence).encode()) % 100
    if share < TEST_SHARE:
        return "test"
    return "validation" if share < TEST_SHARE + VALIDATION_SHARE else "train"
