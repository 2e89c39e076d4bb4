"""A sparse autoencoder with a target activation: each unit's mean over the data is to be 0.1.

(B, 1, 28, 28) → 784 → 100, SELU → 300, sigmoid, KL to 0.1 → 100, SELU → 784, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, sparse autoencoder with KL divergence;
Ng 2011, Sparse autoencoder (lecture notes CS294A).
"""

import torch
from torch import nn

from aemodels.networks.layers import PIXELS
from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.sparse_l1 import SparseDense

GOAL = 0.1
WEIGHT = 0.4 / 32 * PIXELS
LEAST = 1e-6
DECISION = 5.0
MOSTLY_OFF = -4.5


class SparseGoal(SparseDense):
    """The network of `sparse_l1`; the penalty depends on each unit's mean over the batch, not on single images."""

    penalty_formula = (
        rf"{WEIGHT:.4g} \sum_{{j=1}}^{{300}} \left[ {GOAL} \ln \frac{{{GOAL}}}{{\bar z_j}}"
        rf" + {1 - GOAL} \ln \frac{{{1 - GOAL}}}{{1 - \bar z_j}} \right]"
    )

    def __init__(self, spec):
        super().__init__(spec)
        decisive = self.encoder.linear[-1]
        decisive.weight.data.mul_(DECISION)  # units that start near 0 or 1 stay binary, others settle in between
        nn.init.constant_(decisive.bias, MOSTLY_OFF)

    def penalty(self, z):
        """Return the KL divergence, in nats, from target to mean activation, summed over units, times its weight."""
        mean = z.mean(0).clamp(LEAST, 1 - LEAST)  # (D,)
        on = GOAL * torch.log(GOAL / mean)
        off = (1 - GOAL) * torch.log((1 - GOAL) / (1 - mean))
        return WEIGHT * (on + off).sum()


NETWORK = SparseGoal
STORY = Story(
    idea="Gives each of its 300 units the same target: to be on for a tenth of all garments, no more and no less.",
    how=(
        "A fixed penalty on activity drives useless units to zero for ever; a **target activation** pulls them back, "
        "so none dies and none is always on. A **KL divergence** measures how far a unit's average is from that "
        "target. It concerns the average only: a unit is free to be fully on for one garment in ten and off for the "
        "others, and that is what most of them learn, as long as the penalty is not too strong."
    ),
    fails="Some features are simply more common than one garment in ten, and have to be shared among several units.",
)
SPEC = Spec(
    title="Sparse autoencoder (KL)",
    family="sparse",
    data="fashion",
    loss="bce",
    code_size=300,
    recipe=Recipe(epochs=40, batch_size=256, learning_rate=6e-3, averaging=0.999),
    source=Source(
        "Hands-on Machine Learning, sparse autoencoder with KL divergence",
        "0.0099 mean squared error on validation images, penalty included",
        edition="3rd edition",
        network="ReLU, linear output",
        loss="squared error and 0.005/32 times the KL divergence",
        epochs=10,
        differs="SELU layers, sigmoid output and cross-entropy, as in the 2nd edition",
    ),
    targets=(
        Target("bce", at_most=0.2710),
        Target("unit_mean_min", at_least=0.09),
        Target("unit_mean_max", at_most=0.11),
        Target("share_below_0.1", at_least=0.70),
    ),
    note=(
        "The weight of the penalty is 0.4/32 of a nat per pixel. Units start out near 0 or 1: from a gentler start "
        "more of them settle near 0.1 for every picture, which meets the target without being sparse."
    ),
)
