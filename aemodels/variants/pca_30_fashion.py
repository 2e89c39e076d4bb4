"""Principal component analysis of clothes: the baseline of every 30-D code on Fashion-MNIST.

(B, 1, 28, 28) → minus the mean image → 30 projections on orthonormal directions → back.

Source: Pearson 1901; Hotelling 1933. The same closed form as `pca_32`, on other pictures.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.pca_32 import PrincipalComponents

NETWORK = PrincipalComponents
STORY = Story(
    idea="Adds up 30 fixed patterns of clothes, each weighted by one number; nothing is trained step by step.",
    how=(
        "The first patterns, called **principal components**, look like a blurred pullover and a blurred shoe, later "
        "ones add sleeves, legs and heels. Clothes are large and smooth, so straight directions get far: this "
        "**baseline** is harder to beat than the one for digits."
    ),
    fails="Prints, stripes and straps: such fine detail lies in hundreds of further components that were dropped.",
)
SPEC = Spec(
    title="PCA (30)",
    family="linear",
    data="fashion",
    loss="mse",
    code_size=30,
    recipe=Recipe(epochs=0),
    source=Source("Baseline in closed form", "exact"),
    targets=(Target("mse", at_most=0.01562),),
)
