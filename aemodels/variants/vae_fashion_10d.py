"""A variational autoencoder of clothes: two hidden layers each way, a 10-D code.

(B, 1, 28, 28) → 784 → 150, SELU → 100, SELU → mean and log variance, 10 each
10 → 100, SELU → 150, SELU → 784, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, variational autoencoder.
"""

from torch import nn

from aemodels.networks.dense import DenseVariational
from aemodels.networks.layers import PIXELS, variational_mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTHS = (150, 100)


class Variational(DenseVariational):
    """A VAE with two hidden layers each way."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder, self.decoder = variational_mlp([PIXELS, *WIDTHS, spec.code_size], nn.SELU)


NETWORK = Variational
STORY = Story(
    idea="Describes a garment by ten numbers with error bars, and makes up a new one from any ten random numbers.",
    how=(
        "The encoder gives a **distribution** for each number, and the sharper it is, the more the **KL divergence** "
        "charges, in nats. On clothes a few numbers carry nearly everything: kind, length, brightness, width of the "
        "heel. Going slowly from one code to another (**interpolation**) turns a shirt into a coat through garments "
        "that all could exist."
    ),
    fails="Everything comes back in plain cloth: prints and stripes cost more nats than they save.",
)
SPEC = Spec(
    title="VAE (10-D)",
    family="variational",
    data="fashion",
    loss="bce",
    code_size=10,
    recipe=Recipe(epochs=60, batch_size=128, learning_rate=3e-3, averaging=0.999),
    source=Source(
        "Hands-on Machine Learning, variational autoencoder",
        "0.0311 mean squared error on validation images, KL included",
        edition="3rd edition",
        network="ReLU, linear output",
        loss="squared error and KL divergence, both divided by 784",
        epochs=25,
        differs="SELU layers, sigmoid output and cross-entropy, as in the 2nd edition",
    ),
    targets=(Target("negative_elbo", at_most=241.0), Target("mse", at_most=0.020)),
)
