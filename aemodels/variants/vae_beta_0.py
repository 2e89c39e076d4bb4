"""A β-VAE with β = 0: the reconstruction error alone, without the KL divergence.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import WeightedVariational, lesson
from aemodels.specs import Story, Target


class FreeCodes(WeightedVariational):
    """The β-VAE without the KL divergence."""

    beta = 0.0


NETWORK = FreeCodes
STORY = Story(
    idea="No penalty on the code: the distribution of every digit shrinks to a point, and the map tears into islands.",
    how=(
        "Without the **KL divergence** this is a plain autoencoder in disguise. Nothing asks the codes to stay near "
        "zero or near each other, so they spread far out, and the network itself switches off the random noise that "
        "would smooth the map."
    ),
    fails=(
        "Between the islands nothing was ever learnt: a code drawn from the **prior**, the standard normal, lands on "
        "a few digits around zero, and most of the map is empty."
    ),
)
SPEC = lesson(
    "β-VAE (β = 0)",
    Target("kl_nats", at_least=15.0),
    Target("mse", at_most=0.041),
)
