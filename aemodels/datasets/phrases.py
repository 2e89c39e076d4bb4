"""Made-up sentences about markets and harvests: what a rehearsal trains on, so that it needs no data set."""

from itertools import product

import numpy as np

from aemodels.datasets import tokens
from aemodels.datasets.reuters import Corpus, Sentences
from aemodels.datasets.tokens import SPECIAL

WHO = (
    "the bank",
    "a trader",
    "the ministry",
    "a spokesman for the company",
    "the central bank of japan",
)
DID = ("said", "expects that", "denied that", "hopes that", "told reporters that")
WHAT = (
    "oil prices",
    "wheat exports",
    "interest rates",
    "shipments of coffee",
    "net profits",
    "gold reserves",
)
HOW = (
    "rose 9 pct .",
    "fell sharply last year .",
    "will not change before may .",
    "are higher than in 9 .",
)
SEED = 0


def load() -> Corpus:
    """Combine beginnings, middles and ends into 600 sentences of 8 to 16 words, shuffled, in three splits."""
    parts: list[tuple[str, ...]] = list(product(WHO, DID, WHAT, HOW))
    sentences = [" ".join(phrase).split() for phrase in parts]
    words = SPECIAL + tuple(dict.fromkeys(word for sentence in sentences for word in sentence))
    numbers = np.random.default_rng(SEED).permutation(tokens.numbers(sentences, words))
    splits = np.split(numbers, [400, 500])
    return Corpus(words, *map(Sentences, splits), name="phrases")
