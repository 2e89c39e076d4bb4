"""A stacked autoencoder with greedy layer-wise training: one shallow network at a time, then all end to end.

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
    """The stacked autoencoder as an outer and an inner shallow one; keeps its weights from before fine-tuning."""

    before_tuning: torch.Tensor

    def __init__(self, spec):
        super().__init__(spec)
        self.outer_encoder = mlp([PIXELS, WIDTH], nn.SELU, last=True)
        self.inner_encoder = mlp([WIDTH, spec.code_size], nn.SELU, last=True)
        self.inner_decoder = mlp([spec.code_size, WIDTH], nn.SELU, last=True)
        self.outer_decoder = mlp([WIDTH, PIXELS], nn.SELU)
        self.register_buffer("before_tuning", torch.zeros_like(parameters_to_vector(self.parameters()).detach()))

    def encode(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, D)."""
        return self.inner_encoder(self.outer_encoder(x.flatten(1)))  # (B, D)

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, D): (B, 1, 28, 28)."""
        return self.outer_decoder(self.inner_decoder(z)).view(-1, 1, 28, 28)

    def outer_terms(self, x, target):
        """Return the loss of the outer network, which reconstructs images from 100 numbers."""
        logits = self.outer_decoder(self.outer_encoder(x.flatten(1)))  # (B, 784)
        return {"reconstruction": losses.binary_cross_entropy(logits, target.flatten(1))}

    def inner_terms(self, x, target):
        """Return the loss of the inner network, which reconstructs the outer codes (B, 100) from 30 numbers."""
        outer_code = self.outer_encoder(x.flatten(1)).detach()  # (B, 100)
        rebuilt = self.inner_decoder(self.inner_encoder(outer_code))  # (B, 100)
        return {"code_reconstruction": losses.squared_error(rebuilt, outer_code)}

    def formulas(self):
        """Write the loss of images, of the outer phase and of fine-tuning, and that of outer codes y, of the inner."""
        return super().formulas() | {"code_reconstruction": rf"\sum_{{j=1}}^{{{WIDTH}}} (y_j - \hat y_j)^2"}

    def phases(self):
        """Return the three phases: outer network, inner network on its codes, fine-tuning; as many epochs each."""
        outer = (*self.outer_encoder.parameters(), *self.outer_decoder.parameters())
        inner = (*self.inner_encoder.parameters(), *self.inner_decoder.parameters())
        epochs, every = self.spec.recipe.epochs, tuple(self.parameters())
        tuning = Phase("fine-tuning", self.loss_terms, every, epochs, begin=self.keep_weights)
        stages = {"outer layers": (self.outer_terms, outer), "inner layers": (self.inner_terms, inner)}
        return [*(Phase(name, *stage, epochs) for name, stage in stages.items()), tuning]

    def keep_weights(self):
        """Store all weights before fine-tuning, so that its gain can be measured."""
        self.before_tuning.copy_(parameters_to_vector(self.parameters()).detach())

    def own_measures(self, data, x):
        """Return the errors a pixel that the network had before fine-tuning."""
        with torch.inference_mode(False), torch.no_grad():
            before = deepcopy(self)
            vector_to_parameters(self.before_tuning, before.parameters())
        z = before.encode(x)
        return {
            "mse_before_tuning": float(losses.squared_error(before.decode(z), x)) / PIXELS,
            "bce_before_tuning": float(losses.binary_cross_entropy(before.decode_logits(z), x)) / PIXELS,
        }


NETWORK = Greedy
STORY = Story(
    idea="Trained layer by layer: first an outer network, then an inner one on its codes, then both together.",
    how=(
        "Before 2010 hardly anybody could train deep networks in one go, so each layer was trained alone, as a "
        "shallow autoencoder of the layer before it (**greedy layer-wise pretraining**). Its learning curves show "
        "three phases: the outer network, the inner network, and the **fine-tuning** that adapts both to one another. "
        "A good start still pays off in a network as small as this."
    ),
    fails=(
        "Before fine-tuning it is hardly better than PCA, because the outer network did not know that only 30 numbers "
        "would come through. Afterwards prints and logos still vanish, as from every code of this size."
    ),
)
SPEC = Spec(
    title="Greedy layer-wise autoencoder",
    family="dense",
    data="fashion",
    loss="bce",
    code_size=30,
    recipe=Recipe(epochs=30, batch_size=128, learning_rate=6e-3),
    source=Source(
        "Hands-on Machine Learning, training one autoencoder at a time",
        "0.0133 mean squared error on validation images",
        edition="3rd edition",
        network="ReLU, linear output, 10 epochs for each of two layers and 5 for both",
        loss="squared error",
        epochs=25,
        differs="SELU layers, sigmoid output and cross-entropy, as in the 2nd edition",
    ),
    targets=(Target("mse", at_most=0.0105),),
    note=(
        "The number of epochs holds for each of the three phases. Figures whose names end in `before_tuning` were "
        "measured before fine-tuning."
    ),
)
