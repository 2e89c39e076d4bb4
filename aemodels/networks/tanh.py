"""What the tanh variants share: inside they see black as -1 and ink as 1, outside everyone sees 0 to 1."""

from typing import ClassVar

import torch
from torch import Tensor

from aemodels.baselines.linear import pca_reconstruction
from aemodels.networks import losses
from aemodels.networks.autoencoder import Autoencoder
from aemodels.networks.layers import PIXELS


class SignedAutoencoder(Autoencoder):
    """Base class. A variant gives `encode_signed` and `decode_signed`, which stops before the tanh."""

    units: ClassVar = {"mse_signed": "squared error a pixel, paper at -1 and ink at 1"}

    def encode_signed(self, x: Tensor) -> Tensor:
        """Map images (B, 1, 28, 28) in [-1, 1] to codes (B, D)."""
        raise NotImplementedError

    def decode_signed(self, z: Tensor) -> Tensor:
        """Map codes (B, D) to what the tanh turns into images (B, 1, 28, 28) in [-1, 1]."""
        raise NotImplementedError

    def encode(self, x: Tensor) -> Tensor:
        """Stretch images to [-1, 1] and encode them."""
        return self.encode_signed(2 * x - 1)

    def decode_logits(self, z: Tensor) -> Tensor:
        """Double what goes into the tanh: (1 + tanh a) / 2 is the sigmoid of 2 a, exactly."""
        return 2 * self.decode_signed(z)

    def own_measures(self, data, x):
        """Mean squared error a pixel on [-1, 1], four times the one on [0, 1]; and PCA's."""
        x_hat = torch.cat([self(batch) for batch in x.split(1000)])
        flat = torch.from_numpy(pca_reconstruction(data.name, self.spec.code_size, x[:, 0].numpy()))[:, None]
        return {
            "mse_signed": 4 * float(losses.squared_error(x_hat, x)) / PIXELS,
            "pca_mse_signed": 4 * float(losses.squared_error(flat, x)) / PIXELS,
        }
