"""A tiny convolutional autoencoder with large strides: a digit becomes eight feature maps of 2x2.

(B, 1, 28, 28) → conv 16, stride 3 → (16, 10, 10), pool → (16, 5, 5) → conv 8, stride 2 → (8, 3, 3), pool → (8, 2, 2)
→ transposed conv 16 → (16, 5, 5) → 8 → (8, 15, 15) → 1, tanh → (B, 1, 28, 28)

Source: L1aoXingyu, pytorch-beginner, 08-AutoEncoder, convolutional autoencoder; inside, pixels lie in [-1, 1].
"""

from torch import nn

from aemodels.networks.layers import glorot
from aemodels.networks.tanh import SignedAutoencoder
from aemodels.specs import Recipe, Source, Spec, Story, Target


class StridedConvolutional(SignedAutoencoder):
    """Two strided convolutions with max pooling, three transposed convolutions; 5,729 weights in all."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = nn.Sequential(
            *(glorot(nn.Conv2d(1, 16, 3, stride=3, padding=1)), nn.ReLU()),  # (B, 16, 10, 10)
            nn.MaxPool2d(2, stride=2),  # (B, 16, 5, 5)
            *(glorot(nn.Conv2d(16, 8, 3, stride=2, padding=1)), nn.ReLU()),  # (B, 8, 3, 3)
            nn.MaxPool2d(2, stride=1),  # (B, 8, 2, 2)
        )
        self.decoder = nn.Sequential(
            *(glorot(nn.ConvTranspose2d(8, 16, 3, stride=2)), nn.ReLU()),  # (B, 16, 5, 5)
            *(glorot(nn.ConvTranspose2d(16, 8, 5, stride=3, padding=1)), nn.ReLU()),  # (B, 8, 15, 15)
            glorot(nn.ConvTranspose2d(8, 1, 2, stride=2, padding=1)),  # (B, 1, 28, 28)
        )

    def encode_signed(self, x):
        """Return the eight feature maps of the last pooling, flattened: (B, 32)."""
        return self.encoder(x).flatten(1)  # (B, 32)

    def decode_signed(self, z):
        """Return what the tanh turns into pixels, for codes (B, 32): (B, 1, 28, 28)."""
        return self.decoder(self.maps(z))


NETWORK = StridedConvolutional
STORY = Story(
    idea=(
        "A small network (5,729 weights): it scans a digit for 8 patterns in steps of three pixels and keeps 32 "
        "numbers."
    ),
    how=(
        "A dense layer has a weight for every pixel; a **convolution** has one small filter for all places. Moving it "
        "three pixels at a time, a **stride** of 3, shrinks the picture at once. On the way back **transposed "
        "convolutions** draw a learnt pattern for each number of the code, and overlapping patterns add up to "
        "strokes."
    ),
    fails="Strokes come out in blocks, and thin ones break: maps of 2x2 places say only roughly where a stroke is.",
)
SPEC = Spec(
    title="Strided convolutional autoencoder",
    family="convolutional",
    data="mnist",
    loss="mse",
    code_size=32,
    code_grid=(8, 2, 2),
    recipe=Recipe(epochs=60, batch_size=64, learning_rate=1e-2, averaging=0.999),
    source=Source(
        "L1aoXingyu, pytorch-beginner, 08-AutoEncoder", "none; its recipe gives 0.1126 on [-1, 1]", epochs=20
    ),
    targets=(Target("mse_signed", at_most=0.0890),),
    note="Errors marked as signed are measured on [-1, 1], the source's scale: they are four times those on [0, 1].",
)
