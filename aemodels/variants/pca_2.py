"""Principal component analysis with two components: the flat map that every two-number code is held against.

(B, 1, 28, 28) → minus the mean image → 2 projections on orthonormal directions → back.

Source: Pearson 1901; Hotelling 1933. The same closed form as `pca_32`, cut off after two directions.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.pca_32 import PrincipalComponents


class PlaneOfComponents(PrincipalComponents):
    """Projection on the two leading directions, judged as a map too: do neighbours on it show the same digit?"""

    neighbours = 15


NETWORK = PlaneOfComponents
STORY = Story(
    idea="Lays every digit flat on a map with two straight axes and rebuilds it from its place there.",
    how=(
        "One axis turns out to run from ones to zeros, the other from sevens and nines to threes. "
        "It is the best flat map that straight directions allow, in closed form. Hold it against the two-number "
        "networks: they may bend the map, and the digits come apart."
    ),
    fails="Nearly everything comes back as a grey mixture of 0, 9 and 1: two fixed patterns cannot draw ten digits.",
)
SPEC = Spec(
    title="PCA, 2 components",
    family="linear",
    data="mnist",
    loss="mse",
    code_size=2,
    recipe=Recipe(epochs=0),
    source=Source("Baseline in closed form", "exact"),
    targets=(Target("mse", at_most=0.05567),),
)
