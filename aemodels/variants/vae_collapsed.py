"""The loss as it is often written by mistake: the reconstruction averaged over pixels, the KL term summed.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import FAMILY, RECIPE, SOURCE, WeightedVariational
from aemodels.networks.layers import PIXELS
from aemodels.specs import Spec, Story, Target


class Collapsed(WeightedVariational):
    """The same network as its siblings; only the weights of the terms differ."""

    reconstruction_weight = 1 / PIXELS


NETWORK = Collapsed
STORY = Story(
    idea="The commonest mistake: the error averaged over pixels, the price of the code summed. The code dies.",
    how=(
        "A mean over 784 pixels makes the reconstruction 784 times cheaper, as if β were 784. The cheapest "
        "thing to do is to ignore the picture: every digit gets the prior itself as its cloud, the price "
        "falls to zero, and the decoder never learns to listen."
    ),
    fails=(
        "Every code decodes to the same grey ghost, the mean of all digits. If your samples all look alike, "
        "look at your sums first."
    ),
)
SPEC = Spec(
    title="Collapsed",
    family=FAMILY,
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=RECIPE,
    source=SOURCE,
    targets=(
        Target("kl_nats", at_most=0.05),
        Target("prior_spread", at_most=1e-4),
    ),
)
