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
    idea="No penalty on the code: only the reconstruction error counts.",
    how=(
        "Without the **KL divergence** this is a plain autoencoder in disguise. Nothing asks the codes to "
        "stay near zero or near each other, so they spread far out, and the network itself shrinks the cloud "
        "of every digit to a point."
    ),
    fails=(
        "A random code from the **prior**, the round cloud around zero, finds only a few kinds of digits, and"
        " far from all codes the decoder shows crumbs."
    ),
)
SPEC = lesson(
    "β-VAE (β = 0)",
    Target("kl_nats", at_least=15.0),
    Target("mse", at_most=0.041),
)
