"""The loss as it should be: the evidence lower bound, both terms summed.

(B, 1, 28, 28) → 784 → 256 → 128 → mean and log variance, 2 each
2 → 128 → 256 → 784 → (B, 1, 28, 28)

Source: Higgins et al. 2017, beta-VAE: Learning Basic Visual Concepts with a Constrained Variational Framework.
"""

from aemodels.networks.beta_vae import FAMILY, RECIPE, SOURCE, WeightedVariational
from aemodels.specs import Spec, Story, Target


class EvidenceBound(WeightedVariational):
    """The same network as its siblings; only the weights of the terms differ."""

    beta = 1.0


NETWORK = EvidenceBound
STORY = Story(
    idea="Both terms as they are, summed: the evidence lower bound, the balance that probability theory asks for.",
    how=(
        "Summed over all 784 pixels and over both code numbers, the two terms are nats of the same bound. A "
        "code drawn from the prior then looks like a digit, and neighbours on the map look alike."
    ),
    fails=("Two numbers are few: neighbours such as 4 and 9 overlap, and strokes come back soft."),
)
SPEC = Spec(
    title="β = 1",
    family=FAMILY,
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=RECIPE,
    source=SOURCE,
    targets=(Target("negative_elbo", at_most=147.0),),
)
