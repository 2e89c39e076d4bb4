"""Deep networks trained as in 2006 and as today: 784-200-100-50-30 and back, for the comparison of `layer_by_layer`.

Source: Hinton and Salakhutdinov 2006, Reducing the Dimensionality of Data with Neural Networks: a deep autoencoder
does not learn from small random weights, but does after its layers were trained one at a time.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from aemodels.networks import losses
from aemodels.networks.autoencoder import Autoencoder, Phase
from aemodels.networks.layers import PIXELS, glorot
from aemodels.specs import Recipe, Source, Spec

SIZES = (PIXELS, 200, 100, 50, 30)
SMALL = 0.05
"""Standard deviation of small random weights."""
BATCH = 128
MOMENTUM = 0.9


@dataclass(frozen=True)
class Training:
    """One way to train the deep network.

    Attributes:
        title: A few words.
        activation: "sigmoid" or "selu", of the hidden layers.
        weights: "small" random numbers, or "glorot".
        optimiser: "sgd" with momentum, or "adam".
        greedy: Whether every layer is trained alone first.
    """

    title: str
    activation: str
    weights: str
    optimiser: str
    greedy: bool = False


TRAININGS = {
    "small_weights": Training("2006, all layers at once", "sigmoid", "small", "sgd"),
    "pretrained": Training("2006, layer by layer first", "sigmoid", "small", "sgd", greedy=True),
    "glorot_only": Training("2006 with Glorot weights", "sigmoid", "glorot", "sgd"),
    "adam_only": Training("2006 with Adam", "sigmoid", "small", "adam"),
    "today": Training("Today, all layers at once", "selu", "glorot", "adam"),
}


class Deep(Autoencoder):
    """Four layers to a linear code and four layers back."""

    def __init__(self, training: Training, seed: int = 0):
        super().__init__(_spec(training, seed))
        torch.manual_seed(seed)
        self.activation = {"sigmoid": torch.sigmoid, "selu": F.selu}[training.activation]
        pairs = list(pairwise(SIZES))
        self.down = nn.ModuleList(_begun(nn.Linear(wide, narrow), training) for wide, narrow in pairs)
        self.up = nn.ModuleList(_begun(nn.Linear(narrow, wide), training) for wide, narrow in pairs)
        self.greedy = training.greedy

    def encode(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, 30)."""
        hidden = self.below(x, len(self.down) - 1)  # (B, 50)
        return self.down[-1](hidden)  # (B, 30)

    def below(self, x, depth):
        """Return what the first `depth` layers make of images (B, 1, 28, 28)."""
        hidden = x.flatten(1)
        for layer in self.down[:depth]:
            hidden = self.activation(layer(hidden))
        return hidden

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, 30): (B, 1, 28, 28)."""
        hidden = z
        for layer in list(self.up)[:0:-1]:
            hidden = self.activation(layer(hidden))
        return self.up[0](hidden).view(-1, 1, 28, 28)

    def alone(self, depth):
        """Return the terms of one pair of layers by itself: it rebuilds what the layers below it give."""

        def terms(x, _target):
            given = self.below(x, depth).detach()
            code = self.down[depth](given)
            inner = code if depth == len(self.down) - 1 else self.activation(code)
            return {"reconstruction": losses.binary_cross_entropy(self.up[depth](inner), given)}

        return terms

    def phases(self):
        """Return the pairs of layers one after the other, where they are trained so, and all layers together."""
        epochs, every = self.spec.recipe.epochs, tuple(self.parameters())
        if not self.greedy:
            return [Phase("end to end", self.loss_terms, every, epochs)]
        each = epochs // (2 * len(self.down))
        pairs = [(*down.parameters(), *up.parameters()) for down, up in zip(self.down, self.up, strict=True)]
        alone = [Phase(f"layer {at + 1}", self.alone(at), pair, each) for at, pair in enumerate(pairs)]
        return [*alone, Phase("fine-tuning", self.loss_terms, every, epochs - each * len(pairs))]


def _begun(layer: nn.Linear, training: Training) -> nn.Linear:
    if training.weights == "glorot":
        return glorot(layer)
    nn.init.normal_(layer.weight, std=SMALL)
    nn.init.zeros_(layer.bias)
    return layer


def _spec(training: Training, seed: int, epochs: int = 24) -> Spec:
    source = Source("Hinton and Salakhutdinov 2006", "none for this size")
    recipe = Recipe(epochs=epochs, batch_size=BATCH, seed=seed)
    return Spec(training.title, "dense", "mnist", "bce", SIZES[-1], recipe, source, ())


def optimiser(training: Training, parameters: tuple[nn.Parameter, ...], rate: float) -> torch.optim.Optimizer:
    """Make the optimiser of a training for some weights."""
    if training.optimiser == "sgd":
        return torch.optim.SGD(parameters, lr=rate, momentum=MOMENTUM)
    return torch.optim.Adam(parameters, lr=rate)


def fit(model: Deep, training: Training, rate: float, x: Tensor, measure: Callable[[], float]) -> Iterator[dict]:
    """Train a network in place; yields of every epoch "phase", "mse" by `measure`, "seconds" of the processor."""
    generator = torch.Generator().manual_seed(model.spec.recipe.seed)
    for phase in model.phases():
        steps = optimiser(training, phase.parameters, rate)
        for _ in range(phase.epochs):
            started = time.process_time()
            for rows in torch.randperm(len(x), generator=generator).split(BATCH):
                loss = sum(phase.terms(x[rows], x[rows]).values())
                steps.zero_grad()
                loss.backward()
                steps.step()
            seconds = time.process_time() - started
            yield {"phase": phase.name, "mse": measure(), "seconds": seconds}
