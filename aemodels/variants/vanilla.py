"""The textbook's first autoencoder: one wide ReLU layer in, one ReLU layer out.

(B, 1, 28, 28) → 784 → 128, ReLU → 784, ReLU → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8, vanilla autoencoder.
"""

from torch import nn

from aemodels.networks.dense import DenseAutoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.networks.losses import squared_error
from aemodels.networks.sparse import ACTIVATION_UNITS, activation_measures
from aemodels.specs import Recipe, Source, Spec, Story, Target

LIVELY_BIAS = 0.1


class Vanilla(DenseAutoencoder):
    """A single hidden layer of 128 ReLU units; the output is a ReLU too, so it has no upper bound."""

    units = ACTIVATION_UNITS

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, spec.code_size], nn.ReLU, last=True)
        self.decoder = mlp([spec.code_size, PIXELS], nn.ReLU, last=True)
        nn.init.constant_(self.decoder.linear[0].bias, LIVELY_BIAS)  # a pixel that starts below zero would never learn

    def ink(self, z):
        """Return the output of the decoder for codes (B, D): (B, 1, 28, 28), at least 0; values may exceed 1."""
        return self.decoder(z).view(-1, 1, 28, 28)

    def decode(self, z):
        """Return the reconstructions of codes (B, D): (B, 1, 28, 28) in [0, 1]."""
        return self.ink(z).clamp(max=1)

    def reconstruction_loss(self, z, target):
        """Return the squared error of the unclipped output, so that values above 1 get a gradient."""
        return squared_error(self.ink(z), target)

    def own_measures(self, data, x):
        """Return how active the units are, to compare with the sparse variants."""
        return activation_measures(self.encode(x))


NETWORK = Vanilla
STORY = Story(
    idea="A wide, shallow network: 128 learnt patterns are added up, and whatever would be negative ink is set to 0.",
    how=(
        "With 128 numbers there is room to keep nearly everything, so the **bottleneck** is wide and reconstructions "
        "are sharp. Left alone, it switches all its units on for nearly every picture and so ends up a little better "
        "than PCA with 128 components, no more: where there is so much room, **non-linear** layers are hardly needed."
    ),
    fails=(
        "It keeps noise and smudges as faithfully as strokes: with so wide a code it never had to learn what a digit "
        "is."
    ),
)
SPEC = Spec(
    title="Vanilla autoencoder (128-D)",
    family="dense",
    data="mnist",
    loss="mse",
    code_size=128,
    recipe=Recipe(epochs=60, batch_size=128, learning_rate=3e-3, averaging=0.999),
    source=Source(
        "Deep Learning with TensorFlow and Keras, 3rd ed., chapter 8, vanilla autoencoder",
        "0.0119 mean squared error on training images",
    ),
    targets=(Target("mse", at_most=0.0041),),
    note=(
        "Pictures are clipped at 1; without clipping, as in the source, the error is 0.0039, which reaches the goal "
        "too."
    ),
)
