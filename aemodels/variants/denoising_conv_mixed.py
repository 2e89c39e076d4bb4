"""A convolutional denoising autoencoder trained with noise of every standard deviation from 0 to 1.

(B, 1, 28, 28) → conv 32, pool → conv 32, pool → conv 16, pool → (16, 4, 4)
→ conv 16, upsample → conv 32, upsample → conv 32, upsample → conv 1, sigmoid → (B, 1, 28, 28)

Source: the network of Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8; one network for noise of
many strengths (blind denoising): Zhang et al. 2017, Beyond a Gaussian Denoiser.
"""

from dataclasses import replace

import torch

from aemodels.corruption import Corruption
from aemodels.specs import Source, Story, Target
from aemodels.variants.denoising_conv import SPEC as ONE_STRENGTH
from aemodels.variants.denoising_conv import ConvolutionalDenoiser

LEAST, MOST = 0.0, 1.0


class BlindDenoiser(ConvolutionalDenoiser):
    """The network of `denoising_conv`; only the noise on its training input differs."""

    def corrupt(self, target):
        """Return images with noise, (B, 1, 28, 28); its deviation is uniform from `LEAST` to `MOST` for each image."""
        amounts = LEAST + (MOST - LEAST) * torch.rand_like(target[:, :1, :1, :1])  # (B, 1, 1, 1)
        return Corruption("gaussian", 1.0).apply(target, amounts * torch.randn_like(target))


NETWORK = BlindDenoiser
STORY = Story(
    idea="Learnt to remove Gaussian noise of every strength, from none to strong, without being told how strong it is.",
    how=(
        "In training every digit came with noise of another strength, often hardly any. So it cannot always remove "
        "the same amount: it has to judge for itself how much noise there is (**blind denoising**). Fed with its own "
        "output again and again, it loses less than the same network trained with one strength, on average."
    ),
    fails=(
        "It has to be good at every strength with the same number of weights. At the one strength that the other "
        "network was trained with, that one has the advantage."
    ),
)
SPEC = replace(
    ONE_STRENGTH,
    title="Denoising autoencoder (blind)",
    source=Source("The convolutional denoiser of chapter 8 with noise of mixed strength; goals of our own", "none"),
    targets=(
        Target("noisy_bce", at_most=0.1005),
        Target("noisy_bce", at_most="linear_denoiser_bce"),
        Target("mse", at_most=0.0063),
    ),
    note=(
        "In training, the standard deviation of the noise is drawn anew for every image, evenly from 0 to 1; the "
        "figures for noisy input are measured at 0.5. The first goal allows 5 % more than the error of the same "
        "network trained with 0.5 only (0.0958 nats), the last asks for a smaller error on clean digits than that "
        "network has (0.0063)."
    ),
)
