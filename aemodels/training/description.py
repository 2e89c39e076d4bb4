"""What can be said of a trained model: its card and its gallery, computed and not yet written."""

from typing import Literal, NamedTuple

import numpy as np
import torch

from aemodels import registry
from aemodels.checkpoints.card import Card, Provenance, Splits, Verdict
from aemodels.checkpoints.weights import golden
from aemodels.datasets import Data, Examples
from aemodels.inspection.layers import halves_for_browsers, layers
from aemodels.latent import map_quality, projections
from aemodels.metrics.model import measure, units
from aemodels.networks.autoencoder import Autoencoder

GALLERY_EXAMPLES = 5000
FLOATING_NOISE = 1e-2  # in deviations of the codes; float16 alone costs a tenth of it
TRAINING_EXAMPLES_MEASURED = 10_000
Dtype = Literal["float16", "float32"]


class Made(NamedTuple):
    """How weights came about, in the words of `Card`."""

    dtype: Dtype
    digest: str
    provenance: Provenance
    history: tuple[dict, ...]


def made_as(card: Card) -> Made:
    """Return what a card says of how its weights came about."""
    return Made(card.dtype, card.digest, card.provenance, card.history)


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


@torch.inference_mode()
def gallery(model: Autoencoder, shown: Examples) -> dict[str, np.ndarray]:
    """Encode some of what it is tested on: codes float16, mean squared errors float32, labels uint8."""
    codes, errors = model.rebuild_all(shown.tensor())
    return {
        "codes": codes.half().numpy(),
        "labels": shown.labels.astype(np.uint8),
        "errors": errors.numpy(),
    }


def measured_maps(drawn: dict[str, np.ndarray], stated: dict[str, dict]) -> dict[str, dict]:
    """Measure the maps of a gallery; the landing errors are those stated, for only who draws a map can measure them."""
    places = {kind: drawn[kind] for kind in projections.KINDS if kind in drawn}
    landed = {kind: {key: value for key, value in stated[kind].items() if key == "landing_error"} for kind in stated}
    figures = map_quality.measure(drawn["codes"], places, drawn["labels"]) if "pca" in places else {}
    return {kind: figures[kind] | landed.get(kind, {}) for kind in figures}


def equal(stored: np.ndarray, anew: np.ndarray) -> bool:
    """Return whether a gallery's array is what is computed anew, but for rounding."""
    return stored.shape == anew.shape and bool(np.abs(stored - anew).max() <= FLOATING_NOISE * anew.std())
