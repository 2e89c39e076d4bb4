"""A convolutional autoencoder of clothes: 3x3 kernels and max pooling down to 64 feature maps of 3x3, and back.

(B, 1, 28, 28) → conv 16, pool → (16, 14, 14) → conv 32, pool → (32, 7, 7) → conv 64, pool → (64, 3, 3)
→ transposed conv 32 → (32, 7, 7) → 16 → (16, 14, 14) → 1, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, convolutional autoencoder.
"""

from torch import nn

from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import glorot
from aemodels.specs import Recipe, Source, Spec, Story, Target


def _look(channels_in: int, channels_out: int) -> list[nn.Module]:
    return [glorot(nn.Conv2d(channels_in, channels_out, 3, padding=1)), nn.SELU(), nn.MaxPool2d(2)]


def _double(channels_in: int, channels_out: int) -> nn.Module:
    return glorot(nn.ConvTranspose2d(channels_in, channels_out, 3, stride=2, padding=1, output_padding=1))


class Convolutional(Autoencoder):
    """Three 3x3 convolutions, each with max pooling; three transposed convolutions."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = nn.Sequential(
            *_look(1, 16),  # (B, 16, 14, 14)
            *_look(16, 32),  # (B, 32, 7, 7)
            *_look(32, 64),  # (B, 64, 3, 3)
        )
        self.decoder = nn.Sequential(
            *(glorot(nn.ConvTranspose2d(64, 32, 3, stride=2)), nn.SELU()),  # (B, 32, 7, 7)
            *(_double(32, 16), nn.SELU()),  # (B, 16, 14, 14)
            _double(16, 1),  # (B, 1, 28, 28)
        )

    def encode(self, x):
        """Return the 64 feature maps of the last pooling, flattened: (B, 576)."""
        return self.encoder(x).flatten(1)  # (B, 576)

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, 576): (B, 1, 28, 28)."""
        return self.decoder(self.maps(z))


NETWORK = Convolutional
STORY = Story(
    idea="Slides small filters over a picture of clothes and keeps 64 coarse maps: what was found, and where.",
    how=(
        "A sleeve is a sleeve wherever it is, so the same small filters, the **kernels** of a **convolution**, are "
        "applied at every place. **Max pooling** keeps the strongest answer of each 2x2 neighbourhood and halves the "
        "map's width and height, until 3x3 places are left, with 64 answers each. Those are 576 numbers, far more "
        "than the dense networks keep, so prints and folds come back too."
    ),
    fails=(
        "Fine stripes and lettering come back blurred, because pooling forgets where exactly inside its window an "
        "edge was."
    ),
)
SPEC = Spec(
    title="Convolutional autoencoder",
    family="convolutional",
    data="fashion",
    loss="bce",
    code_size=576,
    code_grid=(64, 3, 3),
    recipe=Recipe(epochs=10, batch_size=128, learning_rate=5e-3, bfloat16=True),
    source=Source(
        "Hands-on Machine Learning, convolutional autoencoder",
        "0.2671 nats a pixel on validation images",
        edition="2nd edition",
        epochs=5,
    ),
    targets=(Target("bce", at_most=0.2625), Target("mse", at_most=0.0062)),
)
