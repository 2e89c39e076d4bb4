"""Fully connected networks: their forward passes, which are the same for all of them."""

from torch import Tensor

from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import Dense
from aemodels.networks.variational import VariationalAutoencoder


class DenseAutoencoder(Autoencoder):
    """Base class. A variant gives `encoder` and `decoder`, chains of fully connected layers; see `layers.mlp`."""

    encoder: Dense
    decoder: Dense

    def encode(self, x: Tensor) -> Tensor:
        """Map images (B, 1, 28, 28) to codes (B, D)."""
        return self.encoder(x.flatten(1))  # (B, D)

    def decode_logits(self, z: Tensor) -> Tensor:
        """Map codes (B, D) to the logits of the pixels (B, 1, 28, 28)."""
        return self.decoder(z).view(-1, 1, 28, 28)


class DenseVariational(VariationalAutoencoder):
    """Base class. A variant gives `encoder` and `decoder`; see `layers.variational_mlp`."""

    encoder: Dense
    decoder: Dense

    def posterior(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Map images (B, 1, 28, 28) to the mean and log variance of q(z|x), (B, D) each."""
        mean, log_variance = self.encoder(x.flatten(1)).chunk(2, dim=1)
        return mean, log_variance

    def decode_logits(self, z: Tensor) -> Tensor:
        """Map codes (B, D) to the logits of the pixels (B, 1, 28, 28)."""
        return self.decoder(z).view(-1, 1, 28, 28)
