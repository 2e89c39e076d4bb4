"""What becomes of a trained model: weights as small as they can be, a card with every figure, a gallery."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tqdm import tqdm

from aemodels import datasets, files, folders, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card
from aemodels.checkpoints.comparison import differences
from aemodels.checkpoints.weights import halved, load, save, save_gallery
from aemodels.datasets import Data, Dataset, Examples
from aemodels.datasets.reuters import Corpus
from aemodels.errors import BadCheckpoint
from aemodels.latent import map_quality, projections
from aemodels.latent.projections import THOROUGH, Effort
from aemodels.metrics.model import measure
from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import provenance
from aemodels.training.description import (
    GALLERY_EXAMPLES,
    Dtype,
    Made,
    describe,
    equal,
    gallery,
    made_as,
    measured_maps,
)

MOST_CHANGE_BY_FLOAT16 = 1e-3
HELD_OUT_EXAMPLES = 1000
DTYPES: dict[Dtype, torch.dtype] = {"float16": torch.float16, "float32": torch.float32}


class Origin(NamedTuple):
    """What was asked for.

    Attributes:
        command: What repeats the training.
        effort: How long to work on maps.
    """

    command: str
    effort: Effort = THOROUGH


def publish(name: str, model: Autoencoder, data: Data, history: list[dict], origin: Origin) -> Card:
    """Write a trained model's checkpoint, card and gallery; they appear together, or the published ones stay.

    Args:
        name: Variant.
        model: Its trained network.
        data: Its data set; its test images are looked at here, and only here.
        history: As `loop.fit` returns it.
        origin: What was asked for.

    Returns:
        The card.

    Raises:
        CannotWrite: The disk is full, or nothing may be written there.
    """
    stored, dtype = _as_stored(model, data)
    with _appearing(name) as folder:
        digest = save(folder, name, stored, DTYPES[dtype])
        made = Made(dtype, digest, provenance.record(model.spec.recipe, origin.command), tuple(history))
        return _write(folder, name, stored, data, made, origin.effort)


def describe_anew(name: str) -> Card:
    """Write card and gallery of a trained model anew from its weights; the history and maps of equal codes stay.

    Raises:
        BadCheckpoint: There are no weights, or their card is missing or damaged.
        MissingData: The data set is not in the data folder.
        CannotWrite: The disk is full, or nothing may be written there.
    """
    old, model = cards.read(name), load(name)
    data = datasets.load(registry.variant(name).spec.data)
    with _appearing(name) as folder:
        return _write(folder, name, model, data, made_as(old), THOROUGH)


def _appearing(name: str) -> AbstractContextManager[Path]:
    return files.appearing_together(folders.checkpoints(), folders.runs() / f"{name}.unpublished")


def _as_stored(model: Autoencoder, data: Data) -> tuple[Autoencoder, Dtype]:
    """Choose float16 where no figure that a target names moves by more than 0.1 % on validation, else float32."""
    smaller = halved(model)
    exact, figures = (measure(network, data, data.validation) for network in (model, smaller))
    named = [target.measure for target in model.spec.targets]
    if all(abs(figures[key] - exact[key]) <= MOST_CHANGE_BY_FLOAT16 * abs(exact[key]) for key in named):
        return smaller, "float16"
    return model, "float32"


def _write(folder: Path, name: str, model: Autoencoder, data: Data, made: Made, effort: Effort) -> Card:
    """Measure a model as it is stored and write its card, its gallery and its words into a folder."""
    maps = {}
    if isinstance(data, Dataset):
        maps = _write_gallery_with_maps(folder, name, model, data.test, effort)
    else:
        save_gallery(folder, name, gallery(model, data.test.first(GALLERY_EXAMPLES)))
    if isinstance(data, Corpus):
        cards.write_words(folder, name, data.words)
    card = describe(name, model, data, made, maps)
    cards.write(folder, card)
    return card


def _write_gallery_with_maps(
    folder: Path, name: str, model: Autoencoder, test: Examples, effort: Effort
) -> dict[str, dict]:
    """Write a gallery whose codes are drawn on maps, unless the one that is there shows the same codes.

    Returns:
        How far the maps can be trusted, as `projections.draw` says it.
    """
    shown = gallery(model, test.first(GALLERY_EXAMPLES + HELD_OUT_EXAMPLES))
    held_out = shown["codes"][GALLERY_EXAMPLES:].astype(np.float32)
    shown = {key: array[:GALLERY_EXAMPLES] for key, array in shown.items()}
    kept = _maps_of_equal_gallery(name, shown, landed=len(held_out) > 0)
    if kept:
        return kept
    with tqdm(total=100, desc=f"Maps of {name}", unit="%", leave=False) as bar:

        def show(step: str, share: float) -> None:
            bar.set_postfix_str(step)
            bar.update(round(100 * share) - bar.n)

        codes = shown["codes"].astype(np.float32)
        places, figures = projections.draw(codes, shown["labels"], held_out, effort, show)
    save_gallery(folder, name, shown | places)
    return figures


def _maps_of_equal_gallery(name: str, shown: dict[str, np.ndarray], landed: bool) -> dict[str, dict] | None:
    """Return what is true of the maps in a gallery, or None where they have to be drawn anew.

    Args:
        name: Variant.
        shown: What a gallery has to show, as `gallery` returns it.
        landed: Whether there is something that lands on the maps, so that they have landing errors.
    """
    try:
        stated, drawn = cards.read(name).maps, cards.load_gallery(name)
    except BadCheckpoint:
        return None
    same = all(equal(drawn[key], array.astype(np.float32)) for key, array in shown.items())
    plausible = all(map_quality.lands_on_map(stated[kind]) for kind in map_quality.DRAWN if landed and kind in stated)
    if not (same and plausible and stated.keys() & drawn.keys() >= {"pca", "tsne"}):
        return None
    figures = measured_maps(drawn, stated)
    return figures if differences(stated, figures, "maps") else stated
