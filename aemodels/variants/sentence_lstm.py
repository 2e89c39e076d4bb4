"""A sentence autoencoder: a bidirectional LSTM encodes the word vectors, another one decodes them.

(B, T, 50) word vectors, T = 50 → LSTM 512 in both directions, last states added → 512
→ repeated 50 times → LSTM 50 in both directions, added → (B, T, 50)

Source: Kapoor, Gulli and Pal, Deep Learning with TensorFlow and Keras, chapter 8, sentence autoencoder.
"""

from torch import nn

from aemodels.networks.layers import remembering
from aemodels.sentences.network import SentenceAutoencoder
from aemodels.sentences.word_vectors import SIZE
from aemodels.specs import Recipe, Source, Spec, Story, Target


class SentenceLSTM(SentenceAutoencoder):
    """The book's network: the output vectors are the sums of the decoder's states in both directions.

    Its word vectors are weighted by their singular values, as truncated SVD gives them.
    """

    padded = True
    power = 1.0

    def __init__(self, spec):
        super().__init__(spec)
        self.reader = remembering(nn.LSTM(SIZE, spec.code_size, batch_first=True, bidirectional=True))
        self.writer = remembering(nn.LSTM(spec.code_size, SIZE, batch_first=True, bidirectional=True))

    def encode(self, x):
        """Return the codes of sentences x (B, T, E): (B, D), the sum of the last states of both directions."""
        _, (last, _) = self.reader(x)  # (2, B, D)
        return last.sum(0)  # (B, D)

    def decode(self, z, steps=50):
        """Return word vectors (B, steps, E) for codes (B, D), the sum of both directions."""
        repeated = z[:, None].expand(-1, steps, -1)  # (B, T, D)
        states, _ = self.writer(repeated)  # (B, T, 2 E)
        forwards, backwards = states.chunk(2, -1)
        return forwards + backwards  # (B, T, E)


NETWORK = SentenceLSTM
STORY = Story(
    idea=(
        "Two memories (LSTMs) read a sentence from both ends, together a BiLSTM; from 512 numbers it writes the words "
        "again."
    ),
    how=(
        "One **LSTM** reads from the left and another from the right, together a **bidirectional LSTM**; what both "
        "remember at the end is added and is the code. Two small LSTMs get the code at every step and write the "
        "**word vectors** from both ends. It is judged by a **cosine similarity**: whether the reconstruction has the "
        "same code as the sentence."
    ),
    fails=(
        "The cosine flatters it: the decoder has only 50 memory cells a direction, so it loses most words, and even a "
        "wrong sentence has a similar code. Count the words that come back."
    ),
)
SPEC = Spec(
    title="Sentence autoencoder (BiLSTM)",
    family="sentences",
    data="reuters",
    loss="mse",
    code_size=512,
    recipe=Recipe(epochs=8, batch_size=32, learning_rate=4e-3, averaging=0.999, bfloat16=True),
    source=Source(
        "Deep Learning with TensorFlow and Keras, ch. 8",
        "cosine 0.9765 to 0.9877 between the code of a sentence and the code of its reconstruction, over 11 sentences",
    ),
    targets=(Target("code_cosine", at_least=0.9765),),
    note=(
        "As in the source, every sentence is padded to 50 words with zero vectors. So nearly half of the output is "
        "empty and right, one reason why the cosine is high even for the reconstruction of another sentence."
    ),
)
