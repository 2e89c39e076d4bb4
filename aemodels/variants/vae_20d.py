"""The variational autoencoder (VAE) of many tutorials: one hidden layer each way, a 20-D code.

(B, 1, 28, 28) → 784 → 400, ReLU → mean and log variance, 20 each
20 → 400, ReLU → 784, sigmoid → (B, 1, 28, 28)

Source: Kingma and Welling 2014, Auto-Encoding Variational Bayes, as in PyTorch's examples and L1aoXingyu's tutorial.
"""

from torch import nn

from aemodels.networks.dense import DenseVariational
from aemodels.networks.layers import PIXELS, variational_mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target


class Variational(DenseVariational):
    """A VAE with one hidden layer each way."""

    width = 400

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder, self.decoder = variational_mlp([PIXELS, self.width, spec.code_size], nn.ReLU)


NETWORK = Variational
STORY = Story(
    idea="Describes a digit by twenty numbers with error bars, and can make up new digits from twenty random numbers.",
    how=(
        "Instead of one exact code the encoder gives a **distribution**: a mean and a variance for each number. A "
        "penalty, the **KL divergence**, grows the further that distribution is from a **standard normal**, so the "
        "code keeps only what is worth its cost. In return all codes together are spread like that normal "
        "distribution, and any code drawn from it (a **sample**) decodes to something like a digit."
    ),
    fails=(
        "Digits it makes up often lie between two kinds, and all are a bit soft: blur costs less than a wrong stroke."
    ),
)
SPEC = Spec(
    title="VAE (20-D)",
    family="variational",
    data="mnist",
    loss="bce",
    code_size=20,
    recipe=Recipe(epochs=40, batch_size=128, learning_rate=3e-3, averaging=0.999, bfloat16=True),
    source=Source(
        "L1aoXingyu, pytorch-beginner, 08-AutoEncoder, variational (PyTorch's VAE example)", "105.6 nats an image"
    ),
    targets=(Target("negative_elbo", at_most=101.5),),
)
