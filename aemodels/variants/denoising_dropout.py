"""A denoising autoencoder for clothes with masked pixels: the stacked autoencoder with dropout on its input.

(B, 1, 28, 28), half its pixels dropped → 784 → 100, SELU → 30, SELU → 100, SELU → 784, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, stacked denoising autoencoder with dropout;
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
        "Learnt to complete pictures of which every second pixel was erased (dropout), so it knows what belongs where."
    ),
    how=(
        "Each time it saw a picture, another half of the pixels was set to 0 (**masking noise**). To fill the holes "
        "it has to infer the garment from what is left. The pixels that stay are doubled, as **dropout** layers do, "
        "so that the sums inside the network keep their size; a complete picture then needs no doubling."
    ),
    fails=(
        "Complete pictures come back softer than from the plain stacked autoencoder, because part of its code serves "
        "repair."
    ),
)
SPEC = replace(
    STACKED,
    title="Denoising autoencoder (dropout)",
    family="denoising",
    recipe=replace(STACKED.recipe, averaging=0.999, corruption=Corruption("masking", 0.5, rescale=True)),
    source=Source(
        "Hands-on Machine Learning, stacked denoising autoencoder with dropout",
        "0.0166 mean squared error on clean validation images",
        edition="3rd edition",
        network="ReLU, linear output",
        loss="squared error",
        epochs=10,
        differs="SELU layers, sigmoid output and cross-entropy, as in the 2nd edition",
    ),
    targets=(Target("noisy_mse", at_most=0.0150), Target("mse", at_most=0.0130)),
    note=(
        "Noisy input is what the network was trained on: half the pixels set to 0, the others doubled. Clean input is "
        "the whole picture, not doubled; that is what the source's figure is measured on. For doing nothing and for "
        "the median filter, the doubled pixels count as error too; without doubling, doing nothing would have half "
        "the error."
    ),
)
