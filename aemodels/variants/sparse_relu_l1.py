"""The vanilla autoencoder with an L1 penalty on its activations.

(B, 1, 28, 28) → 784 → 128, ReLU, L1 penalty → 784, ReLU → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8, sparse autoencoder.
"""

from aemodels.networks.sparse import SparseAutoencoder
from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.vanilla import Vanilla

WEIGHT = 0.3


class SparseRectified(SparseAutoencoder, Vanilla):
    """The vanilla network; the sum of its activations is added to the loss."""

    penalty_formula = rf"{WEIGHT:.4g} \sum_{{j=1}}^{{128}} z_j"

    def penalty(self, z):
        """Return the L1 penalty: the sum of an image's activations, none negative, times its weight; batch mean."""
        return WEIGHT * z.sum(1).mean()


NETWORK = SparseRectified
STORY = Story(
    idea=(
        "Like the vanilla autoencoder, but in training every active unit costs something: it turns off what it can "
        "spare."
    ),
    how=(
        "The code is as long as vanilla's, yet for each digit a good part of it is exactly zero. The **L1 penalty** "
        "pushes with the same force on every active unit, however weakly it is on, so useless ones are not just small "
        "but zero, and the picture hardly suffers."
    ),
    fails=(
        "The penalty can be evaded: if all activations shrink and all patterns grow, the picture stays the same and "
        "the penalty is smaller. So three activations in five are still above zero, and one unit in six is a **dead "
        "unit**."
    ),
)
SPEC = Spec(
    title="Sparse autoencoder (ReLU, L1)",
    family="sparse",
    data="mnist",
    loss="mse",
    code_size=128,
    recipe=Recipe(epochs=50, batch_size=128, learning_rate=3e-3, averaging=0.999),
    source=Source(
        "Deep Learning with TensorFlow and Keras, 3rd ed., chapter 8, sparse autoencoder",
        "0.0117 mean squared error on training images",
    ),
    targets=(Target("mse", at_most=0.0060), Target("share_above_0", at_most=0.8)),
    note=(
        "The vanilla autoencoder, the same network without the penalty, has 99.8 % of its activations above zero. "
        "Pictures are clipped at 1; without clipping, as in the source, the error is 0.0042."
    ),
)
