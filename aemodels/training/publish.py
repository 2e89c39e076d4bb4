"""What becomes of a trained model: weights as small as they can be, a card with every figure, a gallery."""

from typing import Literal, NamedTuple

import numpy as np
import torch

from aemodels import datasets, registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, Splits, Verdict
from aemodels.checkpoints.comparison import differences
from aemodels.checkpoints.weights import golden, load, read_weights, save, save_gallery
from aemodels.datasets import Data, Dataset, Examples
from aemodels.datasets.reuters import Corpus
from aemodels.errors import BadCheckpoint
from aemodels.inspection.layers import halves_for_browsers, layers
from aemodels.latent import projections
from aemodels.metrics.model import measure, units
from aemodels.networks.autoencoder import Autoencoder

MOST_CHANGE_BY_FLOAT16 = 1e-3
GALLERY_EXAMPLES = 5000
HELD_OUT_EXAMPLES = 1000
FLOATING_NOISE = 1e-2  # in deviations of the codes; float16 alone costs a tenth of it
TRAINING_EXAMPLES_MEASURED = 10_000
Dtype = Literal["float16", "float32"]


class Made(NamedTuple):
    """How weights came about, in the words of `Card`."""

    dtype: Dtype
    digest: str
    torch: str
    history: tuple[dict, ...]


def publish(name: str, model: Autoencoder, data: Data, history: list[dict]) -> Card:
    """Write a trained model's checkpoint, card and gallery.

    Args:
        name: Variant.
        model: Its trained network.
        data: Its data set.
        history: As `loop.fit` returns it.

    Returns:
        The card.
    """
    stored, dtype, digest = _store(name, model, data)
    version = torch.__version__.split("+")[0]
    return _describe(name, stored, data, Made(dtype, digest, version, tuple(history)))


def describe_anew(name: str) -> Card:
    """Write card and gallery of a trained model anew from its weights; the history and maps of equal codes stay.

    Raises:
        BadCheckpoint: There are no weights.
        MissingData: The data set is not in the data folder.
    """
    old = cards.read(name)
    return _describe(name, load(name), datasets.load(registry.variant(name).spec.data), made_as(old))


def made_as(card: Card) -> Made:
    """Return what a card says of how its weights came about."""
    return Made(card.dtype, card.digest, card.torch, card.history)


def _store(name: str, model: Autoencoder, data: Data) -> tuple[Autoencoder, Dtype, str]:
    """Save weights in float16 where no test figure that a target names moves by more than 0.1 %, else in float32."""
    digest = save(name, model, torch.float16)
    halved = type(model)(model.spec)
    halved.load_state_dict(read_weights(name))
    halved.eval()
    exact, figures = (measure(network, data, data.test) for network in (model, halved))
    named = [target.measure for target in model.spec.targets]
    if all(abs(figures[key] - exact[key]) <= MOST_CHANGE_BY_FLOAT16 * abs(exact[key]) for key in named):
        return halved, "float16", digest
    return model, "float32", save(name, model, torch.float32)


def _describe(name: str, model: Autoencoder, data: Data, made: Made) -> Card:
    """Measure a model as it is stored and write its card, its gallery and its words."""
    maps = {}
    if isinstance(data, Dataset):
        maps = _write_gallery_with_maps(name, model, data.test)
    else:
        save_gallery(name, gallery(model, data.test.first(GALLERY_EXAMPLES)))
    if isinstance(data, Corpus):
        cards.write_words(name, data.words)
    card = describe(name, model, data, made, maps)
    cards.write(card)
    return card


def describe(name: str, model: Autoencoder, data: Data, made: Made, maps: dict[str, dict]) -> Card:
    """Make a card of what a model's weights and its code give, and write nothing.

    Args:
        name: Variant.
        model: The network as it is stored.
        data: Its data set.
        made: How the weights came about.
        maps: How far the maps in its gallery can be trusted, as `projections.draw` says it.
    """
    spec = model.spec
    splits = {"train": data.train.first(TRAINING_EXAMPLES_MEASURED), "validation": data.validation, "test": data.test}
    figures = Splits(**{key: measure(model, data, split) for key, split in splits.items()})
    return Card(
        name=name,
        spec=spec,
        story=registry.variant(name).story,
        formulas=model.formulas(),
        shape=tuple(model.shape),
        layers=layers(model),
        browser=halves_for_browsers(model),
        parameters=sum(parameter.numel() for parameter in model.parameters()),
        figures=figures,
        units=units(model),
        targets=tuple(Verdict(str(target), target.met(figures.test)) for target in spec.targets),
        seconds=sum(entry["seconds"] for entry in made.history),
        golden=golden(model),
        maps=maps,
        **made._asdict(),
    )


def _write_gallery_with_maps(name: str, model: Autoencoder, test: Examples) -> dict[str, dict]:
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
    places, figures = projections.draw(shown["codes"].astype(np.float32), shown["labels"], held_out)
    save_gallery(name, shown | places)
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
    plausible = all(projections.lands_on_map(stated[kind]) for kind in projections.DRAWN if landed and kind in stated)
    if not (same and plausible and stated.keys() & drawn.keys() >= {"pca", "tsne"}):
        return None
    figures = measured_maps(drawn, stated)
    return figures if differences(stated, figures, "maps") else stated


def measured_maps(drawn: dict[str, np.ndarray], stated: dict[str, dict]) -> dict[str, dict]:
    """Measure the maps of a gallery; the landing errors are those stated, for only who draws a map can measure them."""
    places = {kind: drawn[kind] for kind in projections.KINDS if kind in drawn}
    landed = {kind: {key: value for key, value in stated[kind].items() if key == "landing_error"} for kind in stated}
    figures = projections.measure(drawn["codes"], places, drawn["labels"]) if "pca" in places else {}
    return {kind: figures[kind] | landed.get(kind, {}) for kind in figures}


def equal(stored: np.ndarray, anew: np.ndarray) -> bool:
    """Return whether a gallery's array is what is computed anew, but for rounding."""
    return stored.shape == anew.shape and bool(np.abs(stored - anew).max() <= FLOATING_NOISE * anew.std())


@torch.inference_mode()
def gallery(model: Autoencoder, shown: Examples) -> dict[str, np.ndarray]:
    """Encode some of what it is tested on: codes float16, mean squared errors float32, labels uint8."""
    codes, errors = model.rebuild_all(shown.tensor())
    return {
        "codes": codes.half().numpy(),
        "labels": shown.labels.astype(np.uint8),
        "errors": errors.numpy(),
    }
