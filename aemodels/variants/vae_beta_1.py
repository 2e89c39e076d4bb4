"""A β-VAE with β = 1, the plain VAE: its loss is the negative evidence lower bound.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import WeightedVariational, lesson
from aemodels.specs import Story, Target


class EvidenceBound(WeightedVariational):
    """The β-VAE with the true evidence lower bound."""

    beta = 1.0


NETWORK = EvidenceBound
STORY = Story(
    idea="Both terms count as they are, as in a plain VAE.",
    how=(
        "A random code from the **prior**, the round cloud around zero, then mostly looks like a digit, and "
        "neighbours on the map look alike. The sum of both terms is the negative **evidence lower bound** "
        "(ELBO): probability theory asks for just this balance."
    ),
    fails="Two numbers are few: neighbours such as 4 and 9 overlap, and strokes come back soft.",
)
SPEC = lesson(
    "β-VAE (β = 1)",
    Target("negative_elbo", at_most=147.0),
)
