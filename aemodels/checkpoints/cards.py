"""What is known about a trained model without loading it: its card, a JSON file beside the weights."""

import json
import os
import time
from functools import lru_cache
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file

from aemodels import files, folders, registry
from aemodels.checkpoints.card import Card, from_json, to_json
from aemodels.errors import BadCheckpoint

SETTLING = 1_000_000_000
"""Nanoseconds for which a folder that has changed is looked through at every call."""


def weights_path(name: str) -> Path:
    """Where a model's weights are."""
    return folders.checkpoints() / f"{name}.safetensors"


def card_path(name: str) -> Path:
    """Where a model's card is."""
    return folders.checkpoints() / f"{name}.json"


def gallery_path(name: str) -> Path:
    """Where a model's gallery is: codes, labels and errors of test images."""
    return folders.checkpoints() / f"{name}.gallery.safetensors"


def words_path(name: str) -> Path:
    """Where the vocabulary of a model for sentences is, a word a line."""
    return folders.checkpoints() / f"{name}.words.txt"


def trained() -> list[str]:
    """Names of the variants that have weights and a card, sorted; looked for anew whenever their folder changes."""
    folder = folders.checkpoints()
    try:
        changed = os.stat(folder).st_mtime_ns
    except (FileNotFoundError, NotADirectoryError):
        return []
    recently = time.time_ns() - changed < SETTLING  # what comes within one tick of its clock leaves no trace there
    return list((_trained.__wrapped__ if recently else _trained)(folder, changed))


@lru_cache(maxsize=4)
def _trained(folder: Path, _changed: int) -> tuple[str, ...]:
    there = set(os.listdir(folder)) if folder.is_dir() else set()
    return tuple(name for name in registry.names() if {f"{name}.safetensors", f"{name}.json"} <= there)


def read(name: str) -> Card:
    """Read a model's card.

    Args:
        name: Variant.

    Returns:
        The card, shared between callers.

    Raises:
        UnknownVariant: There is no such variant.
        BadCheckpoint: The card is missing or damaged.
    """
    if name not in registry.names():
        registry.variant(name)
    path = os.path.join(folders.checkpoints(), f"{name}.json")  # cheap: all cards are read at every answer
    try:
        changed = os.stat(path).st_mtime_ns
    except (FileNotFoundError, NotADirectoryError) as error:
        raise BadCheckpoint(f"There is no checkpoint of “{name}”. {remedy(name)}") from error
    return _parse(path, changed)


def load_gallery(name: str) -> dict[str, np.ndarray]:
    """Read a model's gallery.

    Returns:
        "codes" (N, D) float32, "labels" (N,) int64, "errors" (N,) float32 mean squared error a pixel, of the
        first N test images; where they were drawn on maps, "pca" (N, 2 or 3), "tsne" and "umap" (N, 2) float32.

    Raises:
        BadCheckpoint: It is missing or damaged.
    """
    try:
        arrays = load_file(gallery_path(name))
        _check_gallery(arrays, read(name).spec.code_size)
    except (OSError, SafetensorError, ValueError) as error:
        remedy = remedy_without_training(name)
        raise BadCheckpoint(f"The gallery of “{name}” is missing or damaged. {remedy}") from error
    return {key: array.astype(np.int64 if key == "labels" else np.float32) for key, array in arrays.items()}


def _check_gallery(arrays: dict[str, np.ndarray], code_size: int) -> None:
    """Refuse, by a ValueError, arrays that lack something, differ in length or hold no finite numbers."""
    count = arrays["errors"].size if "errors" in arrays else 0
    shapes = {"codes": (count, code_size), "labels": (count,), "errors": (count,)}
    if any(key not in arrays or arrays[key].shape != shape for key, shape in shapes.items()):
        raise ValueError(f"not codes, labels and errors of as many examples, {code_size} numbers each")
    maps = [array for key, array in arrays.items() if key not in shapes]
    if any(array.ndim != 2 or len(array) != count for array in maps):
        raise ValueError("a map of more or fewer examples")
    if not all(np.isfinite(array).all() for array in arrays.values()):
        raise ValueError("a number that is not finite")


def words(name: str) -> tuple[str, ...]:
    """Read the vocabulary of a model for sentences, the two special words first.

    Raises:
        BadCheckpoint: It is missing.
    """
    path = words_path(name)
    try:
        return _words(path, path.stat().st_mtime_ns)
    except FileNotFoundError as error:
        raise BadCheckpoint(f"The vocabulary of “{name}” is missing. {remedy_without_training(name)}") from error


def write_words(folder: Path, name: str, words: tuple[str, ...]) -> None:
    """Write the vocabulary of a model for sentences into a folder."""
    files.write(folder / words_path(name).name, ("\n".join(words) + "\n").encode())


def source_code(name: str) -> str:
    """Return the text of a variant's file."""
    return (folders.VARIANTS / f"{name}.py").read_text()


def remedy(name: str) -> str:
    """Return how a missing or damaged checkpoint is made anew."""
    where = "" if folders.IN_CLONE else "Set AEMODELS_CHECKPOINTS to the folder that holds the weights, or "
    return f"{where}{'run' if where else 'Run'} `python -m aemodels.train {name}` to make its checkpoint."


def remedy_without_training(name: str) -> str:
    """Return how what can be computed from a checkpoint's weights is made anew."""
    return f"Run `python -m aemodels.train --cards {name}` to make it from the weights."


def write(folder: Path, card: Card) -> None:
    """Write a model's card into a folder, numbers rounded to six significant digits so that a change can be read."""
    text = json.dumps(_rounded(to_json(card)), indent=1, ensure_ascii=False) + "\n"
    files.write(folder / card_path(card.name).name, text.encode())


@lru_cache(maxsize=64)
def _parse(path: str, _modified: int) -> Card:
    return from_file(Path(path))


def from_file(path: Path) -> Card:
    """Read a card from wherever it lies.

    Raises:
        BadCheckpoint: It is missing or damaged.
    """
    try:
        card = from_json(json.loads(path.read_text(encoding="utf-8")))
        if card.name != path.stem:
            raise ValueError(f"it is the card of “{card.name}”")
    except (OSError, ValueError) as error:
        raise BadCheckpoint(f"The card {path.name} is damaged ({error}). {remedy(path.stem)}") from error
    return card


@lru_cache(maxsize=4)
def _words(path: Path, _modified: int) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").removesuffix("\n").split("\n"))


def _rounded(value):
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: _rounded(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(entry) for entry in value]
    return value
