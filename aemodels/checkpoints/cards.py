"""What is known about a trained model without loading it: its card, a JSON file beside the weights."""

import json
import os
from functools import lru_cache
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file

from aemodels import registry
from aemodels.checkpoints.card import Card, from_json, to_json
from aemodels.errors import BadCheckpoint


def folder() -> Path:
    """Give the folder of the checkpoints: `AEMODELS_CHECKPOINTS`, or `checkpoints/` in the checkout."""
    return Path(os.environ.get("AEMODELS_CHECKPOINTS") or Path(__file__).parents[2] / "checkpoints")


def weights_path(name: str) -> Path:
    """Where a model's weights are."""
    return folder() / f"{name}.safetensors"


def card_path(name: str) -> Path:
    """Where a model's card is."""
    return folder() / f"{name}.json"


def gallery_path(name: str) -> Path:
    """Where a model's gallery is: codes, labels and errors of test images."""
    return folder() / f"{name}.gallery.safetensors"


def words_path(name: str) -> Path:
    """Where the vocabulary of a model for sentences is, a word a line."""
    return folder() / f"{name}.words.txt"


def trained() -> list[str]:
    """Names of the variants that have weights and a card, sorted."""
    return [name for name in registry.names() if weights_path(name).exists() and card_path(name).exists()]


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
    path = card_path(name)
    if not path.exists():
        raise BadCheckpoint(f"“{name}” has not been trained yet. {remedy(name)}")
    return _parse(path, path.stat().st_mtime_ns)


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
        arrays["codes"], arrays["labels"], arrays["errors"]
    except (FileNotFoundError, SafetensorError, KeyError) as error:
        raise BadCheckpoint(f"The gallery of “{name}” is missing or damaged. {remedy(name)}") from error
    return {key: array.astype(np.int64 if key == "labels" else np.float32) for key, array in arrays.items()}


def words(name: str) -> tuple[str, ...]:
    """Read the vocabulary of a model for sentences, the two special words first.

    Raises:
        BadCheckpoint: It is missing.
    """
    path = words_path(name)
    try:
        return _words(path, path.stat().st_mtime_ns)
    except FileNotFoundError as error:
        raise BadCheckpoint(f"The vocabulary of “{name}” is missing. {remedy(name)}") from error


def write_words(name: str, words: tuple[str, ...]) -> None:
    """Write the vocabulary of a model for sentences."""
    words_path(name).write_text("\n".join(words) + "\n", encoding="utf-8")


def few_labels() -> dict:
    """Read the results of the experiment with few labels.

    Returns:
        "plan", "methods" (title and explanation by name) and "results" by data set, method and number of labels.

    Raises:
        BadCheckpoint: The experiment has not been run, or its file is damaged.
    """
    return _results("few_labels", "with few labels", "plan")


def noise_robustness() -> dict:
    """Read how much noise every denoiser can take.

    Returns:
        "amounts", "images", "seed", "methods" (title by name), "digests" of the models, and "results" by data set and
        method: "mean" and "deviation" of the squared error a pixel at every amount; a filter's "setting" too.

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _results("noise_robustness", "of ever stronger noise", "amounts")


def source_code(name: str) -> str:
    """Give the text of a variant's file."""
    return (registry.FOLDER / f"{name}.py").read_text()


def remedy(name: str) -> str:
    """Say how a missing or damaged checkpoint is made anew."""
    return f"Run `python -m aemodels.train {name}` to make its checkpoint."


def write(card: Card) -> None:
    """Write a model's card, numbers rounded to six significant digits so that a change can be read."""
    folder().mkdir(parents=True, exist_ok=True)
    card_path(card.name).write_text(json.dumps(_rounded(to_json(card)), indent=1, ensure_ascii=False) + "\n")


def _results(command: str, about: str, key: str) -> dict:
    """Read what a command of that name found, with "methods", "results" by data set and one key more."""
    try:
        found = json.loads((folder() / f"{command}.json").read_text())
        found[key], found["methods"], found["results"]["mnist"]
    except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
        remedy = f"Run `python -m aemodels.experiments.{command}` to make them."
        raise BadCheckpoint(f"The results {about} are missing or damaged. {remedy}") from error
    return found


@lru_cache(maxsize=64)
def _parse(path: Path, _modified: int) -> Card:
    try:
        return from_json(json.loads(path.read_text()))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadCheckpoint(f"The card {path.name} is damaged. {remedy(path.stem)}") from error


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
