"""A variational autoencoder of clothes: one wide hidden layer each way, a 10-D code.

(B, 1, 28, 28) → 784 → 512, ReLU → mean and log variance, 10 each
10 → 512, ReLU → 784, sigmoid → (B, 1, 28, 28)

Source: Deep Learning with TensorFlow and Keras, 3rd edition, chapter 8, variational autoencoder.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.vae_20d import Variational


class WideVariational(Variational):
    """A VAE with one hidden layer of 512 units each way."""

    width = 512


NETWORK = WideVariational
STORY = Story(
    idea="One wide layer instead of two narrow ones: 512 units look at a garment and give ten numbers with error bars.",
    how=(
        "It has the same ten code numbers as the VAE (10-D) with its two narrow layers, but three times the weights. "
        "On clothes width pays off a little: its bound ends below that of the deeper, narrower one. How good a "
        "variational autoencoder is, is one figure: that bound, the negative **ELBO** in nats, reconstruction error "
        "plus **KL divergence**."
    ),
    fails=(
        "It learns its training garments a little by heart (**overfitting**), and like every variational autoencoder "
        "it drops prints first."
    ),
)
SPEC = Spec(
    title="VAE (10-D, wide)",
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
