"""A VAE with posterior collapse: the reconstruction is averaged over pixels by mistake, the KL term summed.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import WeightedVariational, lesson
from aemodels.networks.layers import PIXELS
from aemodels.specs import Story, Target


class Collapsed(WeightedVariational):
    """The network of the β-VAEs with the reconstruction divided by the number of pixels."""

    reconstruction_weight = 1 / PIXELS


NETWORK = Collapsed
STORY = Story(
    idea=("The commonest mistake: the error averaged over pixels, the KL divergence summed. The code becomes useless."),
    how=(
        "A mean over 784 pixels makes the reconstruction count 784 times less, as if β were 784. The cheapest"
        " thing to do is to ignore the picture: every digit gets the same cloud, the **prior** itself, the "
        "**KL divergence** falls to zero, and the decoder never learns to use the code. This is called "
        "**posterior collapse**."
    ),
    fails=(
        "Every code decodes to the same grey shape, the mean of all digits. If your samples all look alike, "
        "check first what you sum and what you average."
    ),
)
SPEC = lesson(
    "VAE (collapsed)",
    Target("kl_nats", at_most=0.05),
    Target("prior_spread", at_most=1e-4),
)
