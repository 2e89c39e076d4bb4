"""The networks of `layer_by_layer` made of its weights; nothing that trains is needed to import this."""

from copy import deepcopy
from dataclasses import replace

import torch
from torch import Tensor
from torch.nn.utils import vector_to_parameters

from aemodels import registry
from aemodels.experiments.deep_networks import TRAININGS, Deep
from aemodels.networks.autoencoder import Autoencoder
from aemodels.specs import Spec

WIDTH = 100
PASSES = 30
AVERAGING = 0.98
"""Of the weights: a phase is a few hundred steps, and an average over more would be an average of beginnings."""


def shallow_spec(name: str) -> Spec:
    """Return the spec of a shallow network for digits, with `PASSES` passes over all its phases together."""
    spec = registry.variant(name).spec
    phases = len(registry.build(name).phases())
    recipe = replace(spec.recipe, epochs=PASSES // phases, averaging=AVERAGING)
    return replace(spec, data="mnist", targets=(), recipe=recipe)


class Outer(Autoencoder):
    """The outer layers of a greedy network by themselves: images to 100 numbers and back."""

    def __init__(self, greedy):
        super().__init__(replace(greedy.spec, code_size=WIDTH))
        self.encoder, self.decoder = greedy.outer_encoder, greedy.outer_decoder

    def encode(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, 100)."""
        return self.encoder(x.flatten(1))

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, 100): (B, 1, 28, 28)."""
        return self.decoder(z).view(-1, 1, 28, 28)


def network(name: str, weights: dict[str, Tensor]) -> Autoencoder:
    """Make a network: evaluation mode, float32, no gradients.

    Args:
        name: One of `stages.NAMES`.
        weights: Of all networks, by network and parameter.

    Raises:
        KeyError, RuntimeError: The weights are not all there, or fit another network.
    """
    stem, _, stage = name.partition(".")
    model = Deep(TRAININGS[stem]) if stem in TRAININGS else registry.variant(stem).network(shallow_spec(stem))
    start = f"{stem}."
    model.load_state_dict({key.removeprefix(start): w.float() for key, w in weights.items() if key.startswith(start)})
    if stage in ("outer", "both"):
        model = _before_tuning(model)
    if stage == "outer":
        model = Outer(model)
    return model.eval().requires_grad_(False)


def _before_tuning(model: Autoencoder) -> Autoencoder:
    before = deepcopy(model)
    with torch.no_grad():
        vector_to_parameters(model.get_buffer("before_tuning"), before.parameters())
    return before
