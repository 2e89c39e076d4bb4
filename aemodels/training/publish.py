"""What becomes of a trained model: weights as small as they can be, a card with every figure, a gallery."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import torch
from tqdm import tqdm

from aemodels import datasets, files, folders, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, Half, Layer, Provenance, Splits, Verdict
from aemodels.checkpoints.weights import golden, halved, load, save, save_gallery
from aemodels.datasets import Data, Dataset, Examples
from aemodels.datasets.reuters import Corpus
from aemodels.errors import BadCheckpoint
from aemodels.inspection import browser_weights
from aemodels.latent import projections
from aemodels.latent.projections import THOROUGH, Effort
from aemodels.metrics.model import measure, units
from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import provenance

MOST_CHANGE_BY_FLOAT16 = 1e-3
GALLERY_EXAMPLES = 5000
HELD_OUT_EXAMPLES = 1000
FLOATING_NOISE = 1e-2  # in deviations of the codes; float16 alone costs a tenth of it
TRAINING_EXAMPLES_MEASURED = 10_000
HALVES: tuple[Half, ...] = ("encoder", "decoder")
Dtype = Literal["float16", "float32"]
DTYPES: dict[Dtype, torch.dtype] = {"float16": torch.float16, "float32": torch.float32}


class Origin(NamedTuple):
    """What was asked for.

    Attributes:
        command: What repeats the training.
        effort: How long to work on maps.
    """

    command: str
    effort: Effort = THOROUGH


class Made(NamedTuple):
    """How weights came about, in the words of `Card`."""

    dtype: Dtype
    digest: str
    provenance: Provenance
    history: tuple[dict, ...]


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
        if isinstance(data, Corpus):
            cards.write_words(folder, name, data.words)
        made = Made(dtype, digest, provenance.record(model.spec.recipe, origin.command), tuple(history))
        return _describe(folder, name, stored, data, made, origin.effort)


def describe_anew(name: str) -> Card:
    """Write card and gallery of a trained model anew from its weights; the history and maps of equal codes stay.

    Raises:
        BadCheckpoint: There are no weights, or their card is missing or damaged.
        MissingData: The data set is not in the data folder.
        CannotWrite: The disk is full, or nothing may be written there.
    """
    old = cards.read(name)
    kept = Made(old.dtype, old.digest, old.provenance, old.history)
    with _appearing(name) as folder:
        return _describe(folder, name, load(name), datasets.load(old.spec.data), kept)


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


def _describe(folder: Path, name: str, model: Autoencoder, data: Data, made: Made, effort: Effort = THOROUGH) -> Card:
    """Measure a model as it is stored and write its card and gallery into a folder."""
    spec = model.spec
    splits = {"train": data.train.first(TRAINING_EXAMPLES_MEASURED), "validation": data.validation, "test": data.test}
    figures = Splits(**{key: measure(model, data, split) for key, split in splits.items()})
    maps = {}
    if isinstance(data, Dataset):
        maps = _write_gallery_with_maps(folder, name, model, data.test, effort)
    else:
        save_gallery(folder, name, _gallery(model, data.test.first(GALLERY_EXAMPLES)))
    card = Card(
        name=name,
        spec=spec,
        story=registry.variant(name).story,
        formulas=model.formulas(),
        shape=tuple(model.shape),
        layers=_layers(model),
        browser=_halves_for_browsers(model),
        parameters=sum(parameter.numel() for parameter in model.parameters()),
        figures=figures,
        units=units(model),
        targets=tuple(Verdict(str(target), target.met(figures.test)) for target in spec.targets),
        seconds=sum(entry["seconds"] for entry in made.history),
        golden=golden(model),
        maps=maps,
        **made._asdict(),
    )
    cards.write(folder, card)
    return card


def _halves_for_browsers(model: Autoencoder) -> tuple[Half, ...]:
    halves = browser_weights.halves_of(model)
    return tuple(half for half in HALVES if getattr(halves, half) is not None)


@torch.inference_mode()
def _layers(model: Autoencoder) -> tuple[Layer, ...]:
    """List what an image passes through: every module with weights of its own, and everything that changes the shape.

    Returns:
        They in order.
    """
    layers: list[Layer] = []
    part = "encoder"

    def note(module, _given, result):
        shape = tuple((result[0] if isinstance(result, tuple) else result).shape[1:])
        weights = sum(parameter.numel() for parameter in module.parameters(recurse=False))
        if weights or not layers or shape != layers[-1].shape:
            layers.append(Layer(part, type(module).__name__, shape, weights))

    leaves = [module for module in model.modules() if not list(module.children()) and module is not model]
    hooks = [module.register_forward_hook(note) for module in leaves]
    code = model.encode(model.embed(model.example(1)))
    part = "decoder"
    model.decode(code)
    for hook in hooks:
        hook.remove()
    return tuple(layers)


def _write_gallery_with_maps(
    folder: Path, name: str, model: Autoencoder, test: Examples, effort: Effort
) -> dict[str, dict]:
    """Write a gallery whose codes are drawn on maps, unless the one that is there shows the same codes.

    Returns:
        How far the maps can be trusted, as `projections.draw` says it.
    """
    shown = _gallery(model, test.first(GALLERY_EXAMPLES + HELD_OUT_EXAMPLES))
    held_out = shown["codes"][GALLERY_EXAMPLES:].astype(np.float32)
    shown = {key: array[:GALLERY_EXAMPLES] for key, array in shown.items()}
    kept = _maps_of_equal_gallery(name, shown)
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


def _maps_of_equal_gallery(name: str, shown: dict[str, np.ndarray]) -> dict[str, dict] | None:
    """Return what is known of the maps in a gallery, or None where it has none or shows other codes or errors."""
    try:
        figures, drawn = cards.read(name).maps, cards.load_gallery(name)
    except BadCheckpoint:
        return None
    same = all(_equal(drawn[key], shown[key].astype(np.float32)) for key in ("codes", "errors"))
    return figures if same and figures and figures.keys() & drawn.keys() >= {"pca", "tsne"} else None


def _equal(stored: np.ndarray, anew: np.ndarray) -> bool:
    return stored.shape == anew.shape and bool(np.abs(stored - anew).max() <= FLOATING_NOISE * anew.std())


@torch.inference_mode()
def _gallery(model: Autoencoder, shown: Examples) -> dict[str, np.ndarray]:
    """Encode some of what it is tested on: codes float16, mean squared errors float32, labels uint8."""
    codes, errors = model.rebuild_all(shown.tensor())
    return {
        "codes": codes.half().numpy(),
        "labels": shown.labels.astype(np.uint8),
        "errors": errors.numpy(),
    }
