"""The simplest non-linear autoencoder: one ReLU layer in, one sigmoid layer out.

(B, 1, 28, 28) → 784 → 32, ReLU → 784, sigmoid → (B, 1, 28, 28)

Source: Chollet, Building Autoencoders in Keras, "the simplest possible autoencoder".
"""

from torch import nn

from aemodels.networks.dense import DenseAutoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

LIVELY_BIAS = 2.0


class Simple(DenseAutoencoder):
    """A single hidden layer of ReLU units; their activations are the code."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, spec.code_size], nn.ReLU, last=True)
        self.decoder = mlp([spec.code_size, PIXELS], nn.ReLU)
        nn.init.constant_(self.encoder.linear[0].bias, LIVELY_BIAS)  # else a unit starts where no gradient comes


NETWORK = Simple
STORY = Story(
    idea="Like PCA with 32 numbers, but no number of the code is below 0, and every pixel stays between paper and ink.",
    how=(
        "The **sigmoid** on the output lets patterns push a pixel far beyond black without overshooting, so ghosts "
        "vanish: with as many numbers as PCA it keeps almost half the error away. The **ReLU** on the code cuts "
        "negative values off. It learns to predict the probability of ink in every pixel, with **cross-entropy** as "
        "its loss."
    ),
    fails="Unusual slants and loops: one layer cannot bend a stroke, it can only mix 32 fixed patterns.",
)
SPEC = Spec(
    title="Simple autoencoder (32-D)",
    family="dense",
    data="mnist",
    loss="bce",
    code_size=32,
    recipe=Recipe(epochs=60, learning_rate=1e-2),
    source=Source("Building Autoencoders in Keras, simplest possible autoencoder", "0.0926 nats a pixel", epochs=50),
    targets=(Target("bce", at_most=0.0908),),
)
