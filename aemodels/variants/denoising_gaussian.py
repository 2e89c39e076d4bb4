"""A denoising autoencoder for clothes with light noise: the stacked autoencoder with N(0, 0.2) on its input.

(B, 1, 28, 28) plus N(0, 0.2) → 784 → 100, SELU → 30, SELU → 100, SELU → 784, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, stacked denoising autoencoder;
Vincent et al. 2010, Stacked Denoising Autoencoders.
"""

from dataclasses import replace

from aemodels.corruption import Corruption
from aemodels.specs import Source, Story, Target
from aemodels.variants.stacked import SPEC as STACKED
from aemodels.variants.stacked import Stacked

NETWORK = Stacked
STORY = Story(
    idea=(
        "Learnt to remove light Gaussian noise (0.2) from pictures of clothes: noise in the input, the clean one as "
        "target."
    ),
    how=(
        "The noise is new every time, so it cannot be learnt by heart, and a code of 30 numbers has no room to pass "
        "it on. What comes out is the garment that best explains the noisy picture. A **median filter** only looks at "
        "nine pixels; this network has seen 55,000 garments."
    ),
    fails=(
        "Prints and seams are removed with the noise, because 30 numbers cannot hold them. Against noise as light as "
        "this, a linear denoiser that may use every pixel keeps more of the picture."
    ),
)
SPEC = replace(
    STACKED,
    title="Denoising autoencoder (Gaussian)",
    family="denoising",
    recipe=replace(STACKED.recipe, averaging=0.999, corruption=Corruption("gaussian", 0.2, clip=False)),
    source=Source(
        "Hands-on Machine Learning, stacked denoising autoencoder with Gaussian noise",
        "0.2920 nats a pixel on clean validation images",
        edition="2nd edition",
        epochs=10,
    ),
    targets=(Target("noisy_bce", at_most=0.2805),),
    note=(
        "As in the source the noise is not clipped to [0, 1]. It is light noise: the best linear denoiser, which has "
        "no bottleneck, has the smaller squared error (0.0084 against 0.0120), the network the smaller cross-entropy."
    ),
)
