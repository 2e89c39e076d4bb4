"""What of a training's history follows from the recipe, the code and the weights that came out."""

import warnings
from typing import Any

import torch
from torch import Tensor

from aemodels.checkpoints.card import Card
from aemodels.checkpoints.comparison import CLOSE, Within, differences
from aemodels.datasets import Data
from aemodels.networks.autoencoder import Autoencoder, Phase
from aemodels.networks.variational import VariationalAutoencoder

DRAWN_ANEW = 0.03
"""How far a mean over the validation examples may move when noise is drawn anew, as a share."""
KEYS = ("phase", "epoch", "train", "validation", "learning_rate")


def mismatches(card: Card, model: Autoencoder, data: Data) -> list[str]:
    """Name what cannot be so in a card's history: phases, epochs, terms, learning rates, and what came out at its end.

    Args:
        card: Of the model.
        model: With its trained weights.
        data: Its data set.
    """
    stated = [{key: _names(entry.get(key)) for key in KEYS} for entry in card.history]
    found = differences(stated, _expected(model, data), "card.history", "by its recipe", Within(least=0.0))
    if found or not card.history:
        return found
    measures = model.epoch_measures()
    last = {key: card.history[-1].get(key) for key in ("validation", *measures)}
    ending = {"validation": validation_terms(model, data.validation.tensor())} | measures
    return differences(last, ending, f"card.history[{len(stated) - 1}]", within=_within(model))


def term_names(model: Autoencoder, phase: Phase) -> list[str]:
    """Return the names of the terms that a phase minimises, sorted, from one step on made-up examples."""
    with torch.random.fork_rng(), torch.no_grad():
        target = model.example(2)
        return sorted(phase.terms(model.corrupt(target), target))


def learning_rates(model: Autoencoder, phase: Phase, steps: int) -> list[float]:
    """Return the learning rate at the end of each epoch of a phase that takes so many steps an epoch."""
    recipe = model.spec.recipe
    optimizer = torch.optim.SGD([torch.zeros(1)], recipe.learning_rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, recipe.learning_rate, total_steps=steps * phase.epochs, pct_start=recipe.warm_up
    )
    rates = []
    with warnings.catch_warnings(action="ignore"):  # torch expects nobody to ask between steps
        for epoch in range(phase.epochs):
            schedule.last_epoch = steps * (epoch + 1)
            rates.append(float(schedule.get_lr()[0]))
    return rates


@torch.inference_mode()
def validation_terms(model: Autoencoder, x: Tensor) -> dict[str, float]:
    """Return the terms of the last phase on all validation examples (N, ...), as every epoch of the training does."""
    last = [phase for phase in model.phases() if phase.epochs][-1]
    totals: dict[str, float] = {}
    with torch.random.fork_rng():
        torch.manual_seed(0)
        x = torch.bernoulli(x) if model.spec.recipe.binarised else x
        for rows in model.batches(x, torch.arange(len(x)), 1000):
            for name, value in last.terms(model.corrupt(x[rows]), x[rows]).items():
                totals[name] = totals.get(name, 0.0) + float(value) * len(rows) / len(x)
    return totals


def _expected(model: Autoencoder, data: Data) -> list[dict[str, Any]]:
    train = data.train.tensor()
    steps = len(model.batches(train, torch.arange(len(train)), model.spec.recipe.batch_size))
    entries = []
    for phase in (phase for phase in model.phases() if phase.epochs):
        terms = term_names(model, phase)
        for at, rate in enumerate(learning_rates(model, phase, steps)):
            entries.append(dict(zip(KEYS, (phase.name, at + 1, terms, terms, rate), strict=True)))
    return entries


def _names(value: Any) -> Any:
    """Return of terms only their names."""
    return sorted(value) if isinstance(value, dict) else value


def _within(model: Autoencoder) -> Within:
    recipe = model.spec.recipe
    chance = recipe.corruption or recipe.binarised or isinstance(model, VariationalAutoencoder)
    return Within(DRAWN_ANEW) if chance else CLOSE
