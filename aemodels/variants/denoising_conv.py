"""A convolutional denoising autoencoder: digits with Gaussian noise in, clean digits out.

(B, 1, 28, 28) → conv 32, pool → conv 32, pool → conv 16, pool → (16, 4, 4)
→ conv 16, upsample → conv 32, upsample → conv 32, upsample → conv 1, sigmoid → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8; Vincent et al. 2008.
"""

from torch import nn

from aemodels.corruption import Corruption
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import convolution
from aemodels.specs import Recipe, Source, Spec, Story, Target


def _pool() -> nn.Module:
    return nn.Sequential(nn.ReLU(), nn.MaxPool2d(2, ceil_mode=True))


def _double() -> nn.Module:
    return nn.Sequential(nn.ReLU(), nn.Upsample(scale_factor=2))


class ConvolutionalDenoiser(Autoencoder):
    """Three 3x3 convolutions with max pooling down to 4x4; four convolutions and three upsamplings by 2 back."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = nn.Sequential(
            *(convolution(1, 32), _pool()),  # (B, 32, 14, 14)
            *(convolution(32, 32), _pool()),  # (B, 32, 7, 7)
            *(convolution(32, 16), _pool()),  # (B, 16, 4, 4)
        )
        self.decoder = nn.Sequential(
            *(convolution(16, 16), _double()),  # (B, 16, 8, 8)
            *(convolution(16, 32), _double()),  # (B, 32, 16, 16)
            *(convolution(32, 32, padding=0), _double()),  # (B, 32, 28, 28): 16 - 2 = 14, doubled
            convolution(32, 1),
        )

    def encode(self, x):
        """Return the 16 feature maps of the last pooling, flattened: (B, 256)."""
        return self.encoder(x).flatten(1)  # (B, 256)

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, 256): (B, 1, 28, 28)."""
        return self.decoder(self.maps(z))


NETWORK = ConvolutionalDenoiser
STORY = Story(
    idea=(
        "Learnt to remove Gaussian noise of one strength (0.5), so it keeps the strokes and drops what no stroke "
        "explains."
    ),
    how=(
        "In training it never saw a clean input: every digit came with fresh **Gaussian noise**, and the clean digit "
        "was the **target**. Copying the input was no way out, so it had to learn what digits look like. Its code is "
        "16 small **feature maps**, which still say where in the picture something is."
    ),
    fails="Clean and very thin strokes come out a little soft, because it has learnt not to trust any single pixel.",
)
SPEC = Spec(
    title="Denoising autoencoder (conv)",
    family="denoising",
    data="mnist",
    loss="bce",
    code_size=256,
    code_grid=(16, 4, 4),
    recipe=Recipe(
        epochs=40,
        batch_size=64,
        learning_rate=5e-3,
        averaging=0.999,
        bfloat16=True,
        corruption=Corruption("gaussian", 0.5),
    ),
    source=Source(
        "Deep Learning with TensorFlow and Keras, 3rd ed., chapter 8, convolutional denoiser",
        "0.0987 nats a pixel on noisy validation images",
        epochs=50,
    ),
    targets=(Target("noisy_bce", at_most=0.0980), Target("noisy_bce", at_most="linear_denoiser_bce")),
)
