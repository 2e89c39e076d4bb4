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
    idea=(
        "Both terms summed as they are: the evidence lower bound (ELBO), the balance that probability theory asks for."
    ),
    how=(
        "Summed over all 784 pixels and over both code numbers, the two terms are nats of the same **bound**. A code "
        "drawn from the **prior**, the standard normal, then looks like a digit, and neighbours on the map look "
        "alike."
    ),
    fails="Two numbers are few: neighbours such as 4 and 9 overlap, and strokes come back soft.",
)
SPEC = lesson(
    "β-VAE (β = 1)",
    Target("negative_elbo", at_most=147.0),
)
