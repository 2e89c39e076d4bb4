"""Principal component analysis: the best linear autoencoder, in closed form.

(B, 1, 28, 28) → minus the mean image → 32 projections on orthonormal directions → back.

Source: Pearson 1901; Hotelling 1933. The directions are the leading eigenvectors of the training images' covariance.
"""

import torch
from torch import nn

from aemodels.baselines.linear import principal_components
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS
from aemodels.specs import Recipe, Source, Spec, Story, Target


class PrincipalComponents(Autoencoder):
    """Orthogonal projection on the directions along which the training images vary most."""

    def __init__(self, spec):
        super().__init__(spec)
        self.mean = nn.Parameter(torch.zeros(PIXELS), requires_grad=False)
        self.components = nn.Parameter(torch.zeros(spec.code_size, PIXELS), requires_grad=False)

    def prepare(self, x):
        """Compute the mean and the components of all training images x (N, 1, 28, 28)."""
        mean, components = principal_components(x.flatten(1))
        self.mean.copy_(mean)
        self.components.copy_(components[: self.spec.code_size])

    def encode(self, x):
        """Return the projections of images x (B, 1, 28, 28) on the components: (B, D)."""
        return (x.flatten(1) - self.mean) @ self.components.T  # (B, D)

    def decode(self, z):
        """Return the reconstructions of codes (B, D): (B, 1, 28, 28); values may leave [0, 1]."""
        return (z @ self.components + self.mean).view(-1, 1, 28, 28)


NETWORK = PrincipalComponents
STORY = Story(
    idea="Adds up 32 fixed stroke patterns, each weighted by one number; nothing is trained step by step.",
    how=(
        "**Principal component analysis** finds the directions in which the training digits differ most and describes "
        "every digit by its position along them. It is the best possible code of this size for a **linear** method, "
        "one that may only add and scale, and so the **baseline** for networks that are meant to copy well."
    ),
    fails=(
        "Grey ghosts around the strokes: patterns can only be added, so what one gets wrong another has to paint over."
    ),
)
SPEC = Spec(
    title="PCA (32)",
    family="linear",
    data="mnist",
    loss="mse",
    code_size=32,
    recipe=Recipe(epochs=0),
    source=Source("Baseline in closed form", "exact"),
    targets=(Target("mse", at_most=0.01683),),
)
