"""A convolutional variational autoencoder with a 2-D code, as in Keras's own example.

(B, 1, 28, 28) → conv 32, stride 2 → (32, 14, 14) → conv 64, stride 2 → (64, 7, 7) → 16 → mean and log variance, 2 each
2 → (64, 7, 7) → transposed conv 64 → (64, 14, 14) → 32 → (32, 28, 28) → 1, sigmoid → (B, 1, 28, 28)

Source: Chollet, Keras documentation, Variational AutoEncoder.
"""

from torch import nn

from aemodels.networks.layers import glorot
from aemodels.networks.variational import VariationalAutoencoder
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTH = 16


def _halve(channels_in: int, channels_out: int) -> list[nn.Module]:
    return [glorot(nn.Conv2d(channels_in, channels_out, 3, stride=2, padding=1)), nn.ReLU()]


def _double(channels_in: int, channels_out: int) -> list[nn.Module]:
    layer = nn.ConvTranspose2d(channels_in, channels_out, 3, stride=2, padding=1, output_padding=1)
    return [glorot(layer), nn.ReLU()]


class ConvolutionalVariational(VariationalAutoencoder):
    """A VAE: strided convolutions down to a dense layer of 16, transposed convolutions back."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = nn.Sequential(
            *_halve(1, 32),  # (B, 32, 14, 14)
            *_halve(32, 64),  # (B, 64, 7, 7)
            *(nn.Flatten(), glorot(nn.Linear(64 * 7 * 7, WIDTH)), nn.ReLU()),  # (B, 16)
            glorot(nn.Linear(WIDTH, 2 * spec.code_size)),  # (B, 2 D)
        )
        self.decoder = nn.Sequential(
            *(glorot(nn.Linear(spec.code_size, 64 * 7 * 7)), nn.ReLU(), nn.Unflatten(1, (64, 7, 7))),  # (B, 64, 7, 7)
            *_double(64, 64),  # (B, 64, 14, 14)
            *_double(64, 32),  # (B, 32, 28, 28)
            glorot(nn.ConvTranspose2d(32, 1, 3, padding=1)),  # (B, 1, 28, 28)
        )

    def posterior(self, x):
        """Return the mean and log variance of q(z|x), (B, D) each."""
        mean, log_variance = self.encoder(x).chunk(2, dim=1)  # (B, D) each
        return mean, log_variance

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, D): (B, 1, 28, 28)."""
        return self.decoder(z)


NETWORK = ConvolutionalVariational
STORY = Story(
    idea="Finds each digit's place on a map of two numbers with small sliding filters, and draws it again from there.",
    how=(
        "Its **convolutions** share filters between all places of the picture, so it needs only a fraction of the "
        "weights of the VAE (2-D), whose layers are **dense**. A layer of only 16 units has to decide where on the "
        "map a digit lies, and that narrow layer is what limits it."
    ),
    fails="Its map is coarser than the dense one's: 4, 9 and 7 overlap, and a digit often comes back as a neighbour.",
)
SPEC = Spec(
    title="Convolutional VAE (2-D)",
    family="variational",
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=Recipe(epochs=40, batch_size=64, learning_rate=2e-3, averaging=0.999, bfloat16=True),
    source=Source(
        "Keras documentation, Variational AutoEncoder",
        "146.95 nats an image on its own training images, training and test set pooled; no held-out figure",
    ),
    targets=(Target("negative_elbo", at_most=148.5),),
    note="The source prints no figure for images that it was not trained on; ours is for the test set.",
)
