"""The denoising autoencoder whose encoder becomes a classifier; nothing that trains is needed to import this."""

import torch
from torch import nn

from aemodels.corruption import Corruption
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec

WIDTHS = (500, 250)
DENOISING = Spec(
    title="Denoising autoencoder (500-250-64)",
    family="denoising",
    data="mnist",
    loss="bce",
    code_size=64,
    recipe=Recipe(epochs=15, bfloat16=True, corruption=Corruption("masking", 0.5)),
    source=Source("Vincent et al. 2010, Stacked Denoising Autoencoders (masking noise)", "none"),
    targets=(),
)


class Denoising(Autoencoder):
    """Encoder and decoder of three layers each, with ReLU."""

    def __init__(self, spec):
        super().__init__(spec)
        sizes = [PIXELS, *WIDTHS, spec.code_size]
        self.encoder = mlp(sizes, nn.ReLU, last=True)
        self.decoder = mlp(sizes[::-1], nn.ReLU)

    def encode(self, x):
        """Return the codes of images x (B, 1, 28, 28): (B, D), no value negative."""
        return self.encoder(x.flatten(1))  # (B, D)

    def decode_logits(self, z):
        """Return the logits of the pixels for codes (B, D): (B, 1, 28, 28)."""
        return self.decoder(z).view(-1, 1, 28, 28)


def fresh_encoder(seed: int) -> nn.Sequential:
    """Make the denoising network's encoder with random weights: (B, 784) to (B, 64)."""
    torch.manual_seed(seed)
    return Denoising(DENOISING).encoder
