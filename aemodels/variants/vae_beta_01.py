"""A β-VAE with β = 0.1: the KL divergence counts a tenth.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import WeightedVariational, lesson
from aemodels.specs import Story, Target


class CheapCodes(WeightedVariational):
    """The β-VAE with a tenth of the KL divergence."""

    beta = 0.1


NETWORK = CheapCodes
STORY = Story(
    idea=("A small penalty on the code: a slightly smaller error than with β = 1, on a map wider than the prior."),
    how=(
        "The **KL divergence** counts a tenth. So the codes spread further than the **prior**, the round "
        "cloud around zero, and the network uses that room."
    ),
    fails="Random codes come from the prior and miss the digits further out.",
)
SPEC = lesson(
    "β-VAE (β = 0.1)",
    Target("mse", at_most=0.041),
)
