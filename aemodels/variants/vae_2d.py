"""A variational autoencoder with a 2-D code, made for the latent plane.

(B, 1, 28, 28) → 784 → 512 → 512 → 256 → mean and log variance, 2 each
2 → 256 → 512 → 512 → 784 → (B, 1, 28, 28)

Source: Kingma and Welling 2014, Auto-Encoding Variational Bayes.
"""

from torch import nn

from aemodels.networks.dense import DenseVariational
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTHS = (512, 512, 256)


class PlaneVariational(DenseVariational):
    """A VAE of dense layers only, so that a browser can run it with little code."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, *WIDTHS, 2 * spec.code_size], nn.SiLU)
        self.decoder = mlp([spec.code_size, *reversed(WIDTHS), PIXELS], nn.SiLU)


NETWORK = PlaneVariational
STORY = Story(
    idea="Encodes every digit as just two numbers, a place on a map, and draws a digit for every place of that map.",
    how=(
        "It may not keep an exact place: every digit gets a small **normal distribution** on the map, and the **KL "
        "divergence** pulls all of them towards one **standard normal** around zero. That leaves no holes, so every "
        "place of the map decodes to something like a digit. What it minimises is the negative **evidence lower bound "
        "(ELBO)**: reconstruction error plus KL divergence, in nats."
    ),
    fails="Two numbers are few: neighbours such as 4 and 9 overlap, so a 4 may come back as a 9.",
)
SPEC = Spec(
    title="VAE (2-D)",
    family="variational",
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=Recipe(epochs=200, learning_rate=2e-3, weight_decay=0.15, averaging=0.999, bfloat16=True),
    source=Source("Kingma and Welling 2014, figure 4; architecture ours, made for the latent plane", "no figure"),
    targets=(Target("negative_elbo", at_most=133.5),),
)
