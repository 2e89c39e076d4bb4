"""What the variants of the loss lesson share: one small network, its two terms weighed anew."""

from fractions import Fraction

import torch
from torch import nn

from aemodels.networks.dense import DenseVariational
from aemodels.networks.layers import PIXELS, variational_mlp
from aemodels.specs import LESSON, Recipe, Source, Spec, Target

WIDTHS = (256, 128)
RECIPE = Recipe(epochs=60, learning_rate=3e-3, averaging=0.999)
SOURCE = Source("Higgins et al. 2017, beta-VAE; network ours, small enough for a browser", "no figure")
PRIOR_SAMPLES = 1000


def lesson(title: str, *targets: Target) -> Spec:
    """Make the spec of a model for the lesson on the loss; they differ in nothing but title and targets."""
    return Spec(title, LESSON, "mnist", "bce", 2, RECIPE, SOURCE, targets)


class WeightedVariational(DenseVariational):
    """A variational autoencoder whose terms are weighed against each other; a variant only gives the weights.

    Attributes:
        reconstruction_weight: Of the first term; 1/784 takes its mean over the pixels.
        beta: Weight of the second, the KL divergence.
    """

    reconstruction_weight = 1.0
    beta = 1.0
    units = DenseVariational.units | {"prior_spread": "variance of a pixel over pictures decoded from the prior"}

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder, self.decoder = variational_mlp([PIXELS, *WIDTHS, spec.code_size], nn.SiLU)

    def loss_terms(self, x, target):
        """Both terms of the bound, each times its weight."""
        return {name: self._weight(name) * term for name, term in self.bound_terms(x, target).items()}

    def formulas(self):
        """Both terms with their weights."""
        return {name: self._weighed(name, text) for name, text in super().formulas().items()}

    def _weighed(self, term: str, text: str) -> str:
        weight = Fraction(self._weight(term)).limit_denominator(PIXELS)
        if weight == 1:
            return text
        factor = rf"\tfrac{{1}}{{{weight.denominator}}}" if weight.numerator == 1 else str(weight.numerator)
        return rf"{factor} \left( {text} \right)"

    def _weight(self, term: str) -> float:
        return self.beta if term == "kl" else self.reconstruction_weight

    def own_measures(self, data, x):
        """What every variational model has, and "prior_spread": the mean variance of a pixel decoded from the prior."""
        decoded = self.decode(torch.randn(PRIOR_SAMPLES, self.spec.code_size))
        return super().own_measures(data, x) | {"prior_spread": float(decoded.var(0).mean())}
