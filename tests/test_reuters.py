"""The real sentences: how they are parted, and that the cards state what the weights make of them."""

import pytest

import aemodels
from aemodels.checkpoints import cards
from aemodels.datasets import reuters, tokens
from aemodels.sentences import measures

pytestmark = [pytest.mark.slow, pytest.mark.long]


@pytest.fixture(scope="module")
def corpus(real):
    return real("reuters")


def test_the_corpus_keeps_equal_sentences_together_and_unseen_ones_apart(corpus):
    assert len(corpus.words) == reuters.VOCABULARY
    assert len(corpus.test.numbers) == reuters.TEST_SENTENCES
    assert len(corpus.train.numbers) > 60_000
    lengths = corpus.train.labels
    assert lengths.min() == reuters.SHORTEST
    assert lengths.max() == tokens.LONGEST
    known = (corpus.test.numbers != tokens.UNKNOWN).all(1)
    seen = {row.tobytes() for row in corpus.train.numbers}
    assert not any(row.tobytes() in seen for row in corpus.test.numbers[known])


def test_the_card_says_what_the_weights_give(corpus):
    name = "sentence_words"  # the golden values of the other hold its weights
    numbers = corpus.test.tensor()
    stated = cards.read(name).figures.test
    found = measures.measure(aemodels.load(name), corpus, numbers)
    for key in ("code_cosine", "shuffled_cosine", "words_right", "words_right_short", "pca_words_right"):
        assert found[key] == pytest.approx(stated[key], rel=2e-3), key
    assert len(found["words_right_by_position"]) == tokens.LONGEST
    assert found["code_cosine_p5"] < found["code_cosine"] < found["code_cosine_p95"]
    assert found["words_right"] > found["commonest_word"]
