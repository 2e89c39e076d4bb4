"""A convolutional denoising autoencoder that met every strength of noise, from none at all to more than the ink.

(B, 1, 28, 28) → conv 32, pool → conv 32, pool → conv 16, pool → (16, 4, 4)
→ conv 16, double → conv 32, double → conv 32, double → conv 1, sigmoid → (B, 1, 28, 28)

Source: the network of Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8; noise of many strengths for
one network: Zhang et al. 2017, Beyond a Gaussian Denoiser, "blind" denoising.
"""

import torch

from aemodels.corruption import Corruption
from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.denoising_conv import ConvolutionalDenoiser

LEAST, MOST = 0.0, 1.0


class BlindDenoiser(ConvolutionalDenoiser):
    """The convolutional denoiser; only the noise that it is fed while training differs."""

    def corrupt(self, target):
        """Draw how strong the noise is for every image anew, evenly from `LEAST` to `MOST`, then the noise."""
        amounts = LEAST + (MOST - LEAST) * torch.rand_like(target[:, :1, :1, :1])  # (B, 1, 1, 1)
        return Corruption("gaussian", 1.0).apply(target, amounts * torch.randn_like(target))


NETWORK = BlindDenoiser
STORY = Story(
    idea="Cleans digits without being told how noisy they are: learning, it met every strength from none to much.",
    how=(
        "In training every digit came with noise of another strength, often hardly any. So it cannot wipe by habit: "
        "it has to see for itself how much noise there is. "
        "Fed with its own output again and again, it loses less than its sibling, on average."
    ),
    fails=(
        "It has to be good at everything with the same number of weights. At the one strength of noise that its "
        "sibling trained on, that sibling, which knows nothing else, has the advantage."
    ),
)
SPEC = Spec(
    title="Denoising, any strength",
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
    source=Source("The convolutional denoiser of chapter 8 with noise of mixed strength; bars of our own", "none"),
    targets=(
        Target("noisy_bce", at_most=0.1005),
        Target("noisy_bce", at_most="linear_denoiser_bce"),
        Target("mse", at_most=0.0063),
    ),
    note=(
        "While training, the noise's strength is drawn anew for every image, evenly from 0 to 1; 0.5 is only what the "
        "figures for noisy input are measured with. The first bar allows 5 % more than the sibling that knows no other "
        "strength (0.0958 nats), the last asks for clean digits to come back better than the sibling's do (0.0063)."
    ),
)
