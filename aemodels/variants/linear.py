"""A linear autoencoder: one layer in, one layer out, no activation. Gradient descent converges to PCA's subspace.

(B, 1, 28, 28) → 784 → 32 → 784 → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders; Baldi and Hornik 1989.
"""

from typing import ClassVar

from torch import nn

from aemodels.baselines.linear import ANGLE_UNIT, largest_principal_angle, training_components
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target


class Linear(Autoencoder):
    """Two linear maps with a bottleneck between them."""

    units: ClassVar = {"principal_angle": ANGLE_UNIT}

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, spec.code_size], nn.Identity)
        self.decoder = mlp([spec.code_size, PIXELS], nn.Identity)

    def encode(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, D), a weighted sum of all pixels for each number."""
        return self.encoder(x.flatten(1))  # (B, D)

    def decode(self, z):
        """Return the reconstructions of codes (B, D): (B, 1, 28, 28); values may leave [0, 1]."""
        return self.decoder(z).view(-1, 1, 28, 28)

    def principal_angle(self, data):
        """Return the largest principal angle between the decoder's columns and PCA's components, in degrees."""
        components = training_components(data)[1][: self.spec.code_size]  # (D, 784)
        return largest_principal_angle(self.decoder.linear[0].weight.cpu(), components)

    def epoch_measures(self):
        """Return the angle to PCA's subspace after an epoch; no term of the loss mentions PCA."""
        return {"principal_angle": self.principal_angle(self.spec.data)}

    def own_measures(self, data, x):
        """Return the angle to PCA's subspace after training."""
        return {"principal_angle": self.principal_angle(data.name)}


NETWORK = Linear
STORY = Story(
    idea="The simplest network: its 32 numbers are weighted sums of pixels, its picture a weighted sum of 32 patterns.",
    how=(
        "Without a **non-linear activation** between the layers, two matrices are one matrix of **rank** 32, and the "
        "best such matrix is the projection of **PCA**. Nobody told the network: **gradient descent** arrives at the "
        "same subspace."
    ),
    fails="Exactly where PCA fails: grey ghosts around the strokes, because patterns can only be added.",
)
SPEC = Spec(
    title="Linear autoencoder (32-D)",
    family="linear",
    data="mnist",
    loss="mse",
    code_size=32,
    recipe=Recipe(epochs=60, averaging=0.999),
    source=Source("Hands-on Machine Learning, PCA with a linear autoencoder", "spans the PCA subspace"),
    targets=(Target("principal_angle", at_most=1.0), Target("mse_to_pca", at_most=1.001)),
)
