"""A multilayer perceptron (MLP) with a 3-D code and a tanh output in [-1, 1].

(B, 1, 28, 28) → 784 → 128 → 64 → 12 → 3 → 12 → 64 → 128 → 784, tanh → (B, 1, 28, 28)

Source: L1aoXingyu, pytorch-beginner, 08-AutoEncoder, simple autoencoder; inside, pixels lie in [-1, 1].
"""

from torch import nn

from aemodels.networks.layers import PIXELS, mlp
from aemodels.networks.tanh import SignedAutoencoder
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTHS = (128, 64, 12)
LIVELY_BIAS = 0.5


class Funnel(SignedAutoencoder):
    """ReLU layers that narrow down to twelve units and a 3-D code."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, *WIDTHS, spec.code_size], nn.ReLU)
        self.decoder = mlp([spec.code_size, *reversed(WIDTHS), PIXELS], nn.ReLU)
        for narrow in (self.encoder.linear[2], self.decoder.linear[0]):
            nn.init.constant_(narrow.bias, LIVELY_BIAS)  # of twelve units none must be dead from the start

    def encode_signed(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, D)."""
        return self.encoder(x.flatten(1))  # (B, D)

    def decode_signed(self, z):
        """Return what the tanh turns into pixels, for codes (B, D): (B, 1, 28, 28)."""
        return self.decoder(z).view(-1, 1, 28, 28)


NETWORK = Funnel
STORY = Story(
    idea="Encodes a digit as just three numbers: a point in a 3-D space that can be turned around and looked at.",
    how=(
        "Three numbers are few enough to draw: every digit is a point in space, and digits of a kind form "
        "**clusters**. The layer of twelve units before the code is the real **bottleneck**, because it decides how "
        "the space may be curved. The network sees black as -1 and ink as 1, and a **tanh** keeps its output in that "
        "range."
    ),
    fails=(
        "The clusters of 4 and 9 lie in one another, and those of 3, 5 and 8 touch: such digits come back as a mixture."
    ),
)
SPEC = Spec(
    title="MLP (3-D)",
    family="dense",
    data="mnist",
    loss="bce",
    code_size=3,
    recipe=Recipe(epochs=80, learning_rate=3e-3, averaging=0.999),
    source=Source(
        "L1aoXingyu, pytorch-beginner, 08-AutoEncoder", "none; its recipe gives 0.1289 on [-1, 1]", epochs=40
    ),
    targets=(Target("mse_signed", at_most=0.1265),),
    note="Errors marked as signed are measured on [-1, 1], the source's scale: they are four times those on [0, 1].",
)
