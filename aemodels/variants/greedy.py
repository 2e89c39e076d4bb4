"""A stacked autoencoder trained greedily: one shallow network at a time, then all of it end to end.

(B, 1, 28, 28) → 784 → 100, SELU → 30, SELU → 100, SELU → 784, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, training one autoencoder at a time;
Bengio et al. 2006, Greedy Layer-Wise Training of Deep Networks.
"""

from copy import deepcopy

import torch
from torch import nn
from torch.nn.utils import parameters_to_vector, vector_to_parameters

from aemodels.networks import losses
from aemodels.networks.autoencoder import Autoencoder, Phase
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTH = 100


class Greedy(Autoencoder):
    """The stacked autoencoder as two shallow ones, an outer and an inner; keeps its weights from before tuning."""

    before_tuning: torch.Tensor

    def __init__(self, spec):
        super().__init__(spec)
        self.outer_encoder = mlp([PIXELS, WIDTH], nn.SELU, last=True)
        self.inner_encoder = mlp([WIDTH, spec.code_size], nn.SELU, last=True)
        self.inner_decoder = mlp([spec.code_size, WIDTH], nn.SELU, last=True)
        self.outer_decoder = mlp([WIDTH, PIXELS], nn.SELU)
        self.register_buffer("before_tuning", torch.zeros_like(parameters_to_vector(self.parameters()).detach()))

    def encode(self, x):
        """Squeeze an image in two steps."""
        return self.inner_encoder(self.outer_encoder(x.flatten(1)))  # (B, D)

    def decode_logits(self, z):
        """Unfold a code in two steps."""
        return self.outer_decoder(self.inner_decoder(z)).view(-1, 1, 28, 28)

    def outer_terms(self, x, target):
        """The outer network rebuilds images from 100 numbers."""
        logits = self.outer_decoder(self.outer_encoder(x.flatten(1)))  # (B, 784)
        return {"reconstruction": losses.binary_cross_entropy(logits, target.flatten(1))}

    def inner_terms(self, x, target):
        """The inner network rebuilds the outer network's codes from 30 numbers."""
        outer_code = self.outer_encoder(x.flatten(1)).detach()  # (B, 100)
        rebuilt = self.inner_decoder(self.inner_encoder(outer_code))  # (B, 100)
        return {"code_reconstruction": losses.squared_error(rebuilt, outer_code)}

    def phases(self):
        """Outer network, inner network on its codes, all together; as many epochs each."""
        outer = (*self.outer_encoder.parameters(), *self.outer_decoder.parameters())
        inner = (*self.inner_encoder.parameters(), *self.inner_decoder.parameters())
        epochs = self.spec.recipe.epochs
        return [
            Phase("outer layers", self.outer_terms, outer, epochs),
            Phase("inner layers", self.inner_terms, inner, epochs),
            Phase("fine-tuning", self.loss_terms, tuple(self.parameters()), epochs, begin=self.keep_weights),
        ]

    def keep_weights(self):
        """Remember all weights, so that the gain of fine-tuning can be measured."""
        self.before_tuning.copy_(parameters_to_vector(self.parameters()).detach())

    def own_measures(self, data, x):
        """Errors that the network had before fine-tuning."""
        with torch.inference_mode(False), torch.no_grad():
            before = deepcopy(self)
            vector_to_parameters(self.before_tuning, before.parameters())
        z = before.encode(x)
        cross_entropy = losses.binary_cross_entropy(before.decode_logits(z), x)
        return {
            "mse_before_tuning": float(losses.squared_error(before.decode(z), x)) / PIXELS,
            "bce_before_tuning": float(cross_entropy) / PIXELS,
        }


NETWORK = Greedy
STORY = Story(
    idea="Built like an onion: an outer network learns first, an inner one learns its codes, then all learn together.",
    how=(
        "Before 2010 nobody could train deep networks in one go, so each layer learnt alone, as a shallow "
        "autoencoder of the layer before. Its curves show three stretches: the outer network, the inner network, and "
        "the fine-tuning that lets both adapt to one another. A good start still pays off in a net as small as this."
    ),
    fails=(
        "Before fine-tuning it is hardly better than PCA: the outer network did not know that only 30 numbers would "
        "come through. Afterwards prints and logos still vanish, as from every code of this size."
    ),
)
SPEC = Spec(
    title="Greedy, layer by layer",
    family="dense",
    data="fashion",
    loss="bce",
    code_size=30,
    recipe=Recipe(epochs=30, batch_size=128, learning_rate=6e-3),
    source=Source(
        "Hands-on Machine Learning, training one autoencoder at a time",
        "0.0133 mean squared error on validation images",
    ),
    targets=(Target("mse", at_most=0.0105),),
    note="Epochs count for each of three phases; the figures before fine-tuning are those with the suffix.",
)
