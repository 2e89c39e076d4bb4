"""A deep autoencoder: four layers encode a digit as 30 numbers, four layers decode it.

(B, 1, 28, 28) → 784 → 1000 → 500 → 250 → 30 → 250 → 500 → 1000 → 784 → (B, 1, 28, 28)

Source: Hinton and Salakhutdinov 2006, Reducing the Dimensionality of Data with Neural Networks, Science 313.
Theirs had logistic hidden units; tanh units are the same functions with rescaled weights and train faster.
"""

from torch import nn

from aemodels.networks.dense import DenseAutoencoder
from aemodels.networks.layers import PIXELS, mlp
from aemodels.specs import Recipe, Source, Spec, Story, Target

WIDTHS = (1000, 500, 250)


class Deep(DenseAutoencoder):
    """Encoder and decoder of four layers each; the code is linear, the output logistic."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder = mlp([PIXELS, *WIDTHS, spec.code_size], nn.Tanh)
        self.decoder = mlp([spec.code_size, *reversed(WIDTHS), PIXELS], nn.Tanh)


NETWORK = Deep
STORY = Story(
    idea="Keeps 30 numbers, and comes closer than PCA, a simpler method: its error is a fifth of PCA's on average.",
    how=(
        "Between picture and code it has three **hidden layers** one after the other, so that its numbers can follow "
        "how slant, width or a loop change a whole digit; **PCA** can only add up fixed patterns. In training it saw "
        "every digit moved and turned a little (**data augmentation**), so that it could not learn them by heart. In "
        "2006 this network helped to start **deep learning**; then it had to be trained layer by layer, today all "
        "layers learn at once (**end to end**)."
    ),
    fails=(
        "Pictures that are not made of a few strokes: scribbles and filled shapes fall apart. Letters, which it has "
        "never seen, come back surprisingly well."
    ),
)
SPEC = Spec(
    title="Deep autoencoder (30-D)",
    family="dense",
    data="mnist",
    loss="mse",
    code_size=30,
    recipe=Recipe(epochs=90, learning_rate=3e-3, averaging=0.999, bfloat16=True, affine=0.6),
    source=Source(
        "Hinton and Salakhutdinov 2006, figure 2",
        "3.00 squared error an image",
        network="logistic units",
        differs="tanh units; logistic ones are the same functions with rescaled weights",
    ),
    targets=(Target("sse", at_most=2.75),),
)
