"""A sentence autoencoder whose decoder gets a positional embedding beside the code.

(B, T, 50) word vectors → LSTM 256, last state → 256
→ repeated T times, each beside the embedding of its position → LSTM 256 in both directions → 50 a word → (B, T, 50)

Source: ours, after Sutskever, Vinyals and Le 2014, Sequence to Sequence Learning with Neural Networks.
"""

import torch
from torch import nn

from aemodels.datasets.tokens import LONGEST
from aemodels.networks.layers import glorot, remembering
from aemodels.sentences.network import SentenceAutoencoder
from aemodels.sentences.word_vectors import SIZE
from aemodels.specs import Recipe, Source, Spec, Story, Target

PLACE = 64


class SentenceWords(SentenceAutoencoder):
    """An LSTM encoder; a bidirectional LSTM decoder with a linear layer on top."""

    def __init__(self, spec):
        super().__init__(spec)
        self.reader = remembering(nn.LSTM(SIZE, spec.code_size, batch_first=True))
        self.places = nn.Parameter(torch.randn(LONGEST, PLACE) * 0.5)
        self.writer = remembering(nn.LSTM(spec.code_size + PLACE, 256, batch_first=True, bidirectional=True))
        self.word = glorot(nn.Linear(512, SIZE))

    def encode(self, x):
        """Return the codes of sentences x (B, T, E): (B, D), the state after the last word."""
        _, (last, _) = self.reader(x)  # (1, B, D)
        return last[0]  # (B, D)

    def decode(self, z, steps=50):
        """Return word vectors (B, steps, E) for codes (B, D)."""
        repeated = z[:, None].expand(-1, steps, -1)  # (B, T, D)
        places = self.places[:steps].expand(len(z), -1, -1)  # (B, T, 64)
        states, _ = self.writer(torch.cat([repeated, places], -1))  # (B, T, 512)
        return self.word(states)  # (B, T, E)


NETWORK = SentenceWords
STORY = Story(
    idea="Reads a sentence, remembers 256 numbers, and writes it again, knowing at every word how far it has come.",
    how=(
        "Beside the code the decoder gets the **position** of the word it has to write (a learnt **positional "
        "embedding**), so it need not count. Its memory is five times larger than in the other sentence autoencoder, "
        "and a linear layer, without an activation function, makes the word vector. With half the numbers in the code "
        "several times as many words come back."
    ),
    fails=(
        "Rare words become others, at times of similar meaning: “corn” for “wheat”, “tuesday” for “friday”. And the "
        "longer the sentence, the more of it is lost, because 256 numbers hold only so much."
    ),
)
SPEC = Spec(
    title="Sentence autoencoder with positions",
    family="sentences",
    data="reuters",
    loss="mse",
    code_size=256,
    recipe=Recipe(epochs=20, batch_size=32, learning_rate=3e-3, averaging=0.999, bfloat16=True),
    source=Source("ours", "none"),
    targets=(Target("words_right", at_least=0.5), Target("words_right_short", at_least=0.75)),
)
