"""A typed text in, sentences and what a model makes of them out; where torch stops, for sentences."""

import torch
from torch import Tensor

from aemodels import datasets, inference
from aemodels.checkpoints import cards, results
from aemodels.datasets import tokens
from aemodels.datasets.tokens import RebuiltSentence
from aemodels.errors import BadCheckpoint, BadInput, BadText
from aemodels.sentences import measures
from aemodels.sentences.network import SentenceAutoencoder

MOST_SENTENCES = 20
LIKELY = 3


@torch.inference_mode()
def rebuild(name: str, text: str) -> list[RebuiltSentence]:
    """Send a text through a model, sentence by sentence.

    Args:
        name: Variant for sentences.
        text: What was typed; cut into sentences and words as the training sentences were.

    Returns:
        The sentences in order.

    Raises:
        BadInput: It is no string, or the variant reads no sentences.
        BadText: There is no word in it, or there are more than 20 sentences.
        UnknownVariant: There is no such variant.
        BadCheckpoint: Its checkpoint is missing or damaged.

    Example:
        >>> first, second = rebuild("sentence_words", "Oil prices rose last week. The zebracorn laughed.")
        >>> first.rebuilt
        ('oil', 'prices', 'rose', 'last', 'week', '.')
        >>> second.known
        (True, False, False, True)
    """
    model, sentences = _model(name, text), tokens.split_into_words(text)
    if not sentences or len(sentences) > MOST_SENTENCES:
        raise BadText(f"Type one to {MOST_SENTENCES} sentences; this text has {len(sentences)}.")
    rebuilt: dict[int, RebuiltSentence] = {}
    words, error = cards.words(name), _noise(name)
    numbers = torch.from_numpy(tokens.numbers(sentences, words))
    for part in measures.rebuild(model, numbers):
        cosines = torch.cosine_similarity(part.codes, model.encode(part.x_hat)).tolist()
        likely, shares = model.likely_words(part.x_hat, error, LIKELY)
        nearest = likely[..., 0]
        for index, row in enumerate(part.rows.tolist()):
            one = _sentence(sentences[row], words, part, index, nearest[index], cosines[index])
            rebuilt[row] = one._replace(likely=_named(words, likely[index], shares[index], len(one.given)))
    return [rebuilt[row] for row in range(len(sentences))]


def _model(name: str, text: str) -> SentenceAutoencoder:
    if not isinstance(text, str):
        raise BadInput(f"“{name}” reads a string, not {type(text).__name__}. Join sentences: `' '.join(sentences)`.")
    model = inference.load(name)
    if not isinstance(model, SentenceAutoencoder):
        takes = datasets.TABLE[model.spec.data].noun
        raise BadInput(f"“{name}” takes arrays of {takes}, not sentences. Use `aemodels.reconstruct(name, {takes})`.")
    return model


def _sentence(
    given: list[str], words: tuple[str, ...], part: measures.Rebuilt, index: int, nearest: Tensor, cosine: float
) -> RebuiltSentence:
    """Put words and figures of the sentence at a place of a batch together."""
    count = min(len(given), tokens.LONGEST)
    numbers, nearest = part.numbers[index, :count], nearest[:count]
    return RebuiltSentence(
        given=tuple(given[:count]),
        known=tuple((numbers != tokens.UNKNOWN).tolist()),
        rebuilt=tuple(words[number] for number in nearest.tolist()),
        right=tuple(((nearest == numbers) & (numbers != tokens.UNKNOWN)).tolist()),
        code=part.codes[index].numpy(),
        cosine=cosine,
        cut=len(given) - count,
    )


def _noise(name: str) -> float:
    """Return the noise that makes probabilities right in the mean; the squared error where it is not measured."""
    try:
        return results.sentences()["models"][name]["noise"]
    except (BadCheckpoint, KeyError):
        return cards.read(name).figures.test["mse"]


def _named(
    words: tuple[str, ...], likely: Tensor, shares: Tensor, count: int
) -> tuple[tuple[tuple[str, float], ...], ...]:
    """Put the likeliest words of the first places of a sentence beside their probabilities."""
    pairs = zip(likely[:count].tolist(), shares[:count].tolist(), strict=True)
    return tuple(tuple((words[number], share) for number, share in zip(*place, strict=True)) for place in pairs)
