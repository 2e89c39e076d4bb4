"""The textbook's first autoencoder: one wide ReLU layer in, one ReLU layer out.

(B, 1, 28, 28) → 784 → 128, ReLU → 784, ReLU → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8, vanilla autoencoder.
"""

from torch import nn

from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.networks.losses import squared_error
from aemodels.networks.sparse import ACTIVATION_UNITS, activation_measures
from aemodels.specs import Recipe, Source, Spec, Story, Target

LIVELY_BIAS = 0.1


class Vanilla(Autoencoder):
    """A single hidden layer of 128 rectified units; the output is rectified too, so it has no upper end."""

    units = ACTIVATION_UNITS

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, spec.code_size], nn.ReLU, last=True)
        self.decoder = mlp([spec.code_size, PIXELS], nn.ReLU, last=True)
        nn.init.constant_(self.decoder.linear[0].bias, LIVELY_BIAS)  # a pixel that starts below zero would never learn

    def encode(self, x):
        """Weigh all pixels into each unit and cut negative sums off."""
        return self.encoder(x.flatten(1))  # (B, D)

    def ink(self, z):
        """Add up one pattern per unit and cut negative ink off; nothing keeps a pixel below 1."""
        return self.decoder(z).view(-1, 1, 28, 28)

    def decode(self, z):
        """Show the ink, at most black."""
        return self.ink(z).clamp(max=1)

    def reconstruction_loss(self, z, target):
        """Compare the ink as it is, so that too much of it is corrected."""
        return squared_error(self.ink(z), target)

    def own_measures(self, data, x):
        """How many units the images switch on, to hold the sparse variants against."""
        return activation_measures(self.encode(x))


NETWORK = Vanilla
STORY = Story(
    idea="A wide, shallow network: 128 learnt patterns are added up, and whatever would be negative ink is cut off.",
    how=(
        "With 128 numbers there is room to keep nearly everything, so the squeeze is gentle and reconstructions are "
        "sharp. Left alone, it switches all its units on for nearly every picture and so ends up a little better than "
        "PCA with 128 components, no more: where there is so much room, bends are hardly needed."
    ),
    fails="It keeps noise and smudges as faithfully as strokes: so wide a code never had to learn what a digit is.",
)
SPEC = Spec(
    title="Vanilla, 128 numbers",
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
    note="Pictures are cut off at 1; without the cut, as in the source, the error is 0.0039, below the bar too.",
)
