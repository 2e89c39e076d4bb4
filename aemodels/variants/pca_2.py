"""Principal component analysis with two components: the baseline of every 2-D code.

(B, 1, 28, 28) → minus the mean image → 2 projections on orthonormal directions → back.

Source: Pearson 1901; Hotelling 1933. The same closed form as `pca_32`, truncated after two directions.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.pca_32 import PrincipalComponents


class PlaneOfComponents(PrincipalComponents):
    """Projection on two components, measured as a map too: accuracy of its 15 nearest neighbours."""

    neighbours = 15


NETWORK = PlaneOfComponents
STORY = Story(
    idea="Lays every digit flat on a map with two straight axes and rebuilds it from its place there.",
    how=(
        "One axis, a **principal component**, turns out to run from ones to zeros, the other from sevens and nines to "
        "threes. It is the best flat map that straight directions allow, computed in **closed form**. Compare it with "
        "the networks that keep two numbers: they may bend the map, and the digits separate."
    ),
    fails=(
        "Nearly everything comes back as a grey mixture of several digits, because two fixed patterns cannot draw ten "
        "digits."
    ),
)
SPEC = Spec(
    title="PCA (2)",
    family="linear",
    data="mnist",
    loss="mse",
    code_size=2,
    recipe=Recipe(epochs=0),
    source=Source("Baseline in closed form", "exact"),
    targets=(Target("mse", at_most=0.05567),),
)
