"""An autoencoder with tied weights: the decoder uses the encoder's weights, transposed, and owns only its biases.

(B, 1, 28, 28) → 784 → 100, SELU → 30, SELU → 100, SELU → 784, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, tying weights.
"""

import torch
import torch.nn.functional as F
from torch import nn

from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTH = 100


class Transposed(nn.Module):
    """A linear layer that uses the transposed weight of another one and owns only its bias."""

    def __init__(self, forwards: nn.Linear):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(forwards.in_features))

    def forward(self, x, weight):
        """Map x (B, out) to (B, in) with the other layer's weight (out, in)."""
        return F.linear(x, weight.T, self.bias)


class Tied(Autoencoder):
    """The stacked autoencoder with half its weights."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, WIDTH, spec.code_size], nn.SELU, last=True)
        self.upper, self.lower = Transposed(self.encoder.linear[1]), Transposed(self.encoder.linear[0])

    def encode(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, D)."""
        return self.encoder(x.flatten(1))  # (B, D)

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, D): (B, 1, 28, 28)."""
        hidden = F.selu(self.upper(z, self.encoder.linear[1].weight))  # (B, 100)
        return self.lower(hidden, self.encoder.linear[0].weight).view(-1, 1, 28, 28)


NETWORK = Tied
STORY = Story(
    idea="Draws with the very patterns it looks for: one set of weights, forwards to encode, backwards to decode.",
    how=(
        "A linear autoencoder may **tie its weights** without any loss; PCA does just that. With non-linear layers it "
        "is a restriction, and a cheap one: half the weights, an error only a few per cent above that of the stacked "
        "autoencoder, and less danger of **overfitting**, of learning the training pictures by heart."
    ),
    fails=(
        "Prints and logos vanish as in the stacked autoencoder: 30 numbers hold the cut of a garment, not its pattern."
    ),
)
SPEC = Spec(
    title="Tied-weights autoencoder (30-D)",
    family="dense",
    data="fashion",
    loss="bce",
    code_size=30,
    recipe=Recipe(epochs=60, batch_size=128, learning_rate=3e-3),
    source=Source(
        "Hands-on Machine Learning, tying weights",
        "0.0133 mean squared error on validation images",
        edition="3rd edition",
        network="ReLU, linear output",
        loss="squared error",
        epochs=10,
        differs="SELU layers, sigmoid output and cross-entropy, as in the 2nd edition",
    ),
    targets=(Target("mse", at_most=0.0105),),
)
