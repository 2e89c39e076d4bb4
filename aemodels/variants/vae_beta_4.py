"""A β-VAE with β = 4: the KL divergence counts four times.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import WeightedVariational, lesson
from aemodels.specs import Story, Target


class DearCodes(WeightedVariational):
    """The β-VAE with four times the KL divergence."""

    beta = 4.0


NETWORK = DearCodes
STORY = Story(
    idea="A strong penalty on the code: a tidy round map of softer digits, because being exact costs too much.",
    how=(
        "The **KL divergence** counts four times. The clouds of the digits grow until neighbours overlap, so "
        "the decoder can only draw the mean of all digits that might be meant."
    ),
    fails="Fours, sevens and nines merge, because the code says too little to tell them apart.",
)
SPEC = lesson(
    "β-VAE (β = 4)",
    Target("kl_nats", at_most=5.0),
    Target("prior_spread", at_least=0.005),
)
