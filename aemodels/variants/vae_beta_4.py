"""The loss with four times its second term: codes are dear.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import FAMILY, RECIPE, SOURCE, WeightedVariational
from aemodels.specs import Spec, Story, Target


class DearCodes(WeightedVariational):
    """The same network as its siblings; only the weights of the terms differ."""

    beta = 4.0


NETWORK = DearCodes
STORY = Story(
    idea="A high price on the code: a tidy round map of blurred digits, for being exact has become too dear.",
    how=(
        "The Kullback-Leibler term counts four times. The clouds grow until neighbours overlap, so the "
        "decoder can only paint the mean of all digits that might be meant."
    ),
    fails=("Fours, sevens and nines melt into one grey shape: the code says too little to tell them apart."),
)
SPEC = Spec(
    title="β = 4",
    family=FAMILY,
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=RECIPE,
    source=SOURCE,
    targets=(
        Target("kl_nats", at_most=5.0),
        Target("prior_spread", at_least=0.005),
    ),
)
