"""The loss with a tenth of its second term: codes are cheap.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import FAMILY, RECIPE, SOURCE, WeightedVariational
from aemodels.specs import Spec, Story, Target


class CheapCodes(WeightedVariational):
    """The same network as its siblings; only the weights of the terms differ."""

    beta = 0.1


NETWORK = CheapCodes
STORY = Story(
    idea="A small price on the code: sharper digits than the honest sum gives, on a map wider than the prior.",
    how=(
        "The Kullback-Leibler term counts a tenth. The network buys more places on the map than the prior "
        "pays for, so reconstructions gain and samples lose."
    ),
    fails=(
        "Codes lie outside the hill that samples are drawn from, so samples show fewer kinds of digits than there are."
    ),
)
SPEC = Spec(
    title="β = 0.1",
    family=FAMILY,
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=RECIPE,
    source=SOURCE,
    targets=(Target("mse", at_most=0.041),),
)
