"""One variant trained from its name: data, network, state, and at last a checkpoint; or its figures on validation."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from aemodels import datasets, registry
from aemodels.checkpoints.card import Card
from aemodels.datasets import Data
from aemodels.datasets.reuters import Corpus
from aemodels.datasets.splits import shortened
from aemodels.latent.projections import HASTY, THOROUGH
from aemodels.metrics.model import measure, units
from aemodels.networks.autoencoder import Autoencoder
from aemodels.sentences import word_vectors
from aemodels.sentences.network import SentenceAutoencoder
from aemodels.specs import Spec
from aemodels.training import loop, processes, publish, resume

SMOKE_EPOCHS = 2
SMOKE_EXAMPLES = 128


@dataclass(frozen=True)
class Plan:
    """How variants are trained, whichever they are.

    Attributes:
        smoke: Whether to rehearse on data that needs no download.
        fresh: Whether to drop what an interrupted run left.
        vectors: File in GloVe's text format, for a variant that reads sentences; None to learn them.
        on_epochs: Told how many epochs more are done.
    """

    smoke: bool = False
    fresh: bool = False
    vectors: Path | None = None
    on_epochs: Callable[[int], None] = lambda _: None


AS_USUAL = Plan()


def train(name: str, plan: Plan = AS_USUAL) -> Card | None:
    """Train a variant, or finish its interrupted run, and publish it: weights, card and gallery.

    Args:
        name: Variant.
        plan: How.

    Returns:
        The card; None from a process that is not the first.

    Raises:
        UnknownVariant: There is no such variant.
        MissingData: The data set is not in the data folder and cannot be downloaded, or there are no such vectors.
        UnfinishedRun: It is being trained already, or what an interrupted run left does not fit any more.
        CannotWrite: The disk is full, or nothing may be written there; the published model is as before.
    """
    with resume.alone(name):
        model, data, history = _fitted(name, plan)
        if not processes.state().is_main_process:
            return None
        card = publish.publish(name, model, data, history, _origin(name, plan))
        resume.state_file(name).unlink(missing_ok=True)
        return card


def validate(name: str, plan: Plan = AS_USUAL) -> list[str]:
    """Train a variant, or finish its interrupted run, and keep the state, so that `train` has only to publish it.

    Args:
        name: Variant.
        plan: How.

    Returns:
        A sentence for each target: the figure on the validation images. The test images are not looked at.

    Raises:
        UnknownVariant, MissingData, UnfinishedRun, CannotWrite: As in `train`.
    """
    with resume.alone(name):
        model, data, _ = _fitted(name, plan)
        figures = measure(model, data, data.validation)
    return [f"{name}: {target.in_words(figures, 'validation')}" for target in model.spec.targets]


def _fitted(name: str, plan: Plan) -> tuple[Autoencoder, Data, list[dict]]:
    """Return a variant's trained network, its data set and the history of its training."""
    variant = registry.variant(name)
    spec = _rehearsal(variant.spec) if plan.smoke else variant.spec
    data = load_or_download(spec.data)
    if plan.smoke:
        data = shortened(data, SMOKE_EXAMPLES)
    torch.manual_seed(spec.recipe.seed)
    model = variant.network(spec)
    units(model)  # a measure without words is to fail now, not after the training
    if plan.vectors and isinstance(model, SentenceAutoencoder) and isinstance(data, Corpus):
        model.given_vectors = word_vectors.read(plan.vectors, data.words)
    state_file = resume.state_file(name)
    if plan.fresh and processes.state().is_main_process:
        state_file.unlink(missing_ok=True)
    history = loop.fit(model, data.train.tensor(), data.validation.tensor(), state_file, plan.on_epochs)
    return model, data, history


def _origin(name: str, plan: Plan) -> publish.Origin:
    """Say what was asked for: the command that repeats a training, hasty maps for a rehearsal."""
    options = (" --smoke" if plan.smoke else "") + (" --word-vectors FILE" if plan.vectors else "")
    return publish.Origin(f"python -m aemodels.train {name}{options}", HASTY if plan.smoke else THOROUGH)


def _rehearsal(spec: Spec) -> Spec:
    epochs = min(SMOKE_EPOCHS, spec.recipe.epochs)
    return replace(spec, data=datasets.TABLE[spec.data].rehearsal, recipe=replace(spec.recipe, epochs=epochs))


def load_or_download(name: str) -> Data:
    """Read a data set, downloading it first where it is missing; errors as in `datasets.download`."""
    if not datasets.available(name):
        processes.from_first(lambda: datasets.download(name))
    return datasets.load(name)
