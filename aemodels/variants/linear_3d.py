"""A linear autoencoder on points in space: it finds the plane of least squared distance, which is PCA's.

(B, 3) → 2 → (B, 3)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, PCA with a linear autoencoder.
"""

from typing import ClassVar

import torch
from torch import nn

from aemodels.baselines.linear import ANGLE_UNIT, largest_principal_angle, principal_components
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

AXES = 3


class LinearInSpace(Autoencoder):
    """Two linear maps: three coordinates to two numbers and back."""

    shape = (AXES,)
    units: ClassVar = {"principal_angle": ANGLE_UNIT}
    examples = 600

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([AXES, spec.code_size], nn.Identity)
        self.decoder = mlp([spec.code_size, AXES], nn.Identity)

    def encode(self, x):
        """Return the codes of points x (B, 3): (B, 2), coordinates on the plane."""
        return self.encoder(x)  # (B, D)

    def decode(self, z):
        """Return the points on the plane for codes (B, 2): (B, 3)."""
        return self.decoder(z)  # (B, 3)

    def golden_input(self):
        """Return the corners of a cube around the points: (8, 3)."""
        return torch.cartesian_prod(*[torch.tensor([-1.0, 1.0])] * AXES)

    def formulas(self):
        """Return the loss in LaTeX: the squared distance between a point and its reconstruction."""
        return {"reconstruction": r"\sum_{i=1}^{3} (x_i - \hat x_i)^2"}

    def own_measures(self, data, x):
        """Return the squared error a coordinate, PCA's, their ratio, and the angle between both planes in degrees."""
        mean, components = principal_components(data.train.tensor())
        plane = components[: self.spec.code_size]
        by_pca = (x - mean) @ plane.T @ plane + mean
        mse, pca_mse = (float((x_hat - x).square().mean()) for x_hat in (self(x), by_pca))
        angle = largest_principal_angle(self.decoder.linear[0].weight, plane)
        return {"mse": mse, "pca_mse": pca_mse, "mse_to_pca": mse / pca_mse, "principal_angle": angle}


NETWORK = LinearInSpace
STORY = Story(
    idea="Encodes points in space as two numbers each: it finds the plane that comes nearest to all of them.",
    how=(
        "Three coordinates go in, two numbers are kept, three coordinates come out. Where the points lie near a "
        "plane, the best two numbers are a place on that plane. **PCA** computes the same plane directly; here "
        "**gradient descent** finds it, in less than a second."
    ),
    fails=(
        "The arc is a single curved line, but a plane cannot bend, so it still takes two numbers to say where on the "
        "arc a point is."
    ),
)
SPEC = Spec(
    title="Linear autoencoder (3-D to 2-D)",
    family="linear",
    data="cloud",
    loss="mse",
    code_size=2,
    recipe=Recipe(epochs=100, batch_size=60, learning_rate=0.02, averaging=0.97),
    source=Source("Hands-on Machine Learning, PCA with a linear autoencoder", "a picture: the same plane as PCA's"),
    targets=(Target("principal_angle", at_most=1.0),),
)
