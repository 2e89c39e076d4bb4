"""The recurrent autoencoder for digits: an image is a sequence of 28 rows, encoded and decoded by LSTMs.

(B, 1, 28, 28) → 28 steps of 28 pixels → LSTM 100 → LSTM 30, last step → 30
→ repeated 28 times → LSTM 100 → 28 pixels a step, sigmoid → (B, 1, 28, 28)

Source: Géron, Hands-on Machine Learning, chapter on autoencoders, recurrent autoencoder; there for clothes.
"""

from aemodels.specs import Recipe, Source, Spec, Story, Target
from aemodels.variants.recurrent import Recurrent

NETWORK = Recurrent
STORY = Story(
    idea="Reads a digit row by row like a sentence, remembers 30 numbers, and writes the rows again from them.",
    how=(
        "The network is that of the recurrent autoencoder for clothes, trained on digits. An **LSTM** updates its "
        "memory with every row; what is in it after the last row is the code. Stop it half way, and its code says what "
        "it has seen so far: the upper half of a digit."
    ),
    fails=(
        "What it reads early has to last in its memory through all later rows. A stroke of unusual shape is rebuilt as "
        "a usual one, and fine gaps close."
    ),
)
SPEC = Spec(
    title="Recurrent autoencoder (30-D)",
    family="recurrent",
    data="mnist",
    loss="bce",
    code_size=30,
    recipe=Recipe(epochs=24, batch_size=128, learning_rate=6e-3, averaging=0.999, bfloat16=True),
    source=Source("Hands-on Machine Learning, recurrent autoencoder", "none for digits"),
    targets=(Target("mse", at_most=0.009),),
)
