"""A variational autoencoder of clothes with one wide layer each way, ten code numbers.

(B, 1, 28, 28) → 784 → 512, ReLU → mean and log variance, 10 each
10 → 512, ReLU → 784, sigmoid → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8, variational autoencoder.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.vae_20d import Variational


class WideVariational(Variational):
    """One hidden layer of 512 units each way."""

    width = 512


NETWORK = WideVariational
STORY = Story(
    idea="One wide layer instead of two narrow ones: 512 units look at a garment and settle on ten uncertain numbers.",
    how=(
        "It has the same ten code numbers as its neighbour with two narrow layers, but three times the weights. "
        "On clothes width pays off a little: it spends its nats better and ends below the deeper, narrower one. "
        "How good a variational model is, is one figure: the bound in nats, reconstruction plus price."
    ),
    fails="It learns its training garments a little by heart, and like every variational model it drops prints first.",
)
SPEC = Spec(
    title="Variational, wide",
    family="variational",
    data="fashion",
    loss="bce",
    code_size=10,
    recipe=Recipe(epochs=40, batch_size=128, learning_rate=2e-3, averaging=0.999, bfloat16=True),
    source=Source(
        "Deep Learning with TensorFlow and Keras, 3rd ed., chapter 8, variational autoencoder",
        "about 241.5 nats an image on training batches",
    ),
    targets=(Target("negative_elbo", at_most=240.0),),
)
