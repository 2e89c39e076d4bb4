"""A typed text in, sentences and what a model makes of them out; where torch stops, for sentences."""

import torch

from aemodels import inference
from aemodels.checkpoints import cards
from aemodels.datasets import tokens
from aemodels.datasets.tokens import RebuiltSentence
from aemodels.errors import BadText
from aemodels.sentences import measures

MOST_SENTENCES = 20


@torch.inference_mode()
def rebuild(name: str, text: str) -> list[RebuiltSentence]:
    """Send a text through a model, sentence by sentence.

    Args:
        name: Variant for sentences.
        text: What was typed; cut into sentences and words as the training sentences were.

    Returns:
        The sentences in order.

    Raises:
        BadText: There is no word in it, or there are more than 20 sentences.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.
    """
    sentences = tokens.split_into_words(text)
    if not sentences or len(sentences) > MOST_SENTENCES:
        raise BadText(f"Type one to {MOST_SENTENCES} sentences; this text has {len(sentences)}.")
    model, words = inference.load(name), cards.words(name)
    found: list[RebuiltSentence | None] = [None] * len(sentences)
    numbers = torch.from_numpy(tokens.numbers(sentences, words))
    for part in measures.rebuild(model, numbers):
        cosines = torch.cosine_similarity(part.codes, model.encode(part.x_hat)).tolist()
        nearest = model.nearest_words(part.x_hat)
        right = nearest == part.numbers
        for index, row in enumerate(part.rows.tolist()):
            given = sentences[row]
            count = min(len(given), tokens.LONGEST)
            found[row] = RebuiltSentence(
                tuple(given[:count]),
                tuple((part.numbers[index, :count] != tokens.UNKNOWN).tolist()),
                tuple(words[number] for number in nearest[index, :count].tolist()),
                tuple(right[index, :count].tolist()),
                part.codes[index].numpy(),
                cosines[index],
                len(given) - count,
            )
    return found
