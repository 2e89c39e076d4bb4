"""A denoising autoencoder for strong noise on digits: one dense layer in, one dense layer out.

(B, 1, 28, 28) plus N(0.5, 0.5) → 784 → 128, ReLU → 784, sigmoid → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8, denoising autoencoder.
"""

from torch import nn

from aemodels.corruption import Corruption
from aemodels.networks.dense import DenseAutoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target


class DenseDenoiser(DenseAutoencoder):
    """A single hidden layer of 128 ReLU units, trained on noisy digits."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, spec.code_size], nn.ReLU, last=True)
        self.decoder = mlp([spec.code_size, PIXELS], nn.ReLU)


NETWORK = DenseDenoiser
STORY = Story(
    idea="Learnt to find digits under Gaussian noise as strong as the ink (mean 0.5), with a single hidden layer.",
    how=(
        "Each unit sums up hundreds of pixels, so independent noise cancels out and the shape stays. The best linear "
        "denoiser computes such sums too; the **ReLU** makes this network **non-linear**, so that it can decide, "
        "stroke by stroke, what is ink and what is noise, and it beats the linear one."
    ),
    fails=(
        "It knows only pictures with this very noise, which makes them half a grey brighter on average. A clean digit "
        "is unlike everything it was trained on (**out of distribution**), and comes back worse than a noisy one."
    ),
)
SPEC = Spec(
    title="Denoising autoencoder (dense)",
    family="denoising",
    data="mnist",
    loss="mse",
    code_size=128,
    recipe=Recipe(
        epochs=60,
        batch_size=128,
        learning_rate=3e-3,
        averaging=0.999,
        corruption=Corruption("gaussian", 0.5, mean=0.5, clip=False),
    ),
    source=Source(
        "Deep Learning with TensorFlow and Keras, 3rd ed., chapter 8, denoising autoencoder",
        "0.0210 mean squared error on noisy validation images",
    ),
    targets=(Target("noisy_mse", at_most=0.0150), Target("noisy_mse", at_most="linear_denoiser_mse")),
    note="As in the source the noise has mean 0.5 and is not clipped, so noisy pixels go far below 0 and above 1.",
)
