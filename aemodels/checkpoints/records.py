"""What stands on a card in groups: layers, splits, verdicts, and how the weights came about."""

from dataclasses import dataclass
from typing import Any, NamedTuple

Figures = dict[str, Any]
"""Figures by measure: a number, or a list of numbers for a distribution."""


class ModelId(NamedTuple):
    """Which model, and which training of it: what caches are keyed by.

    Attributes:
        name: Variant.
        digest: SHA-256 of its weights, in hexadecimal.
    """

    name: str
    digest: str


class Layer(NamedTuple):
    """A module that an input passes through.

    Attributes:
        part: "encoder" or "decoder" on a card; figures add "input", "code" and "output".
        kind: Class of the module.
        shape: Of what comes out of it, without the batch.
        weights: How many it has.
    """

    part: str
    kind: str
    shape: tuple[int, ...]
    weights: int


class Splits(NamedTuple):
    """Figures on the 10,000 first training examples, on the validation examples and on the test examples."""

    train: Figures
    validation: Figures
    test: Figures


class Verdict(NamedTuple):
    """A bar in words, and whether the test figures pass it."""

    bar: str
    met: bool


@dataclass(frozen=True)
class Provenance:
    """How weights came about: all that a repetition needs beside the spec. None where it was not recorded.

    Attributes:
        optimiser: With its settings.
        schedule: Of the learning rate, with its settings.
        device: What computed, e.g. "cpu" or "cuda, NVIDIA H100 80GB HBM3".
        processes: How many trained together.
        threads: How many each of them computed with.
        versions: Of python, torch, accelerate and numpy, by name.
        commit: Of the code, in git, "+" behind it where files had been changed since; of a model whose training did
            not record it, the commit that brought its weights.
        command: What was typed.
    """

    optimiser: str | None
    schedule: str | None
    device: str | None
    processes: int | None
    threads: int | None
    versions: dict[str, str]
    commit: str | None
    command: str
