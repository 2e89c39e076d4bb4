"""A deep autoencoder with a 2-D code: a non-linear map of all digits, to compare with PCA's linear one.

(B, 1, 28, 28) → 784 → 1000 → 500 → 250 → 2 → 250 → 500 → 1000 → 784 → (B, 1, 28, 28)

Source: Hinton and Salakhutdinov 2006, figure 3; Deep Learning with TensorFlow and Keras, 3rd edition, figure 8.5.
Theirs had logistic hidden units; tanh units are the same functions with rescaled weights and train faster.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.deep_30d import Deep


class DeepPlane(Deep):
    """The deep autoencoder with a 2-D code, measured as a map too: accuracy of its 15 nearest neighbours."""

    neighbours = 15


NETWORK = DeepPlane
STORY = Story(
    idea=(
        "PCA's map made non-linear: two numbers place each digit on a map, and it is drawn again from its place there."
    ),
    how=(
        "It never sees a label, yet the classes end up in separate regions, because similar digits can share what the "
        "decoder knows. Ask the fifteen nearest training digits on the map (**k-nearest neighbours**), and the "
        "majority is right seven times in eight; on PCA's map fewer than every second time."
    ),
    fails=(
        "The regions are ragged, with gaps that decode to nothing sensible: nothing in its loss keeps the map filled, "
        "as the **KL divergence** of a variational autoencoder does."
    ),
)
SPEC = Spec(
    title="Deep autoencoder (2-D)",
    family="dense",
    data="mnist",
    loss="bce",
    code_size=2,
    recipe=Recipe(epochs=70, learning_rate=3e-3, weight_decay=0.1, averaging=0.999, bfloat16=True),
    source=Source(
        "Hinton and Salakhutdinov 2006, figure 3; same picture in DLTFK, figure 8.5",
        "a picture beside PCA",
        network="logistic units",
        differs="tanh units; logistic ones are the same functions with rescaled weights",
    ),
    targets=(Target("sse", at_most=26.6), Target("neighbour_accuracy", at_least=0.838)),
)
