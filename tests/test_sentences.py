"""Sentences: cut, numbered, learnt, rebuilt."""

import json
import sys

import numpy as np
import pytest
import torch

import aemodels
from aemodels import registry, train
from aemodels.checkpoints import cards, results
from aemodels.datasets import phrases, plane_3d, tokens
from aemodels.errors import BadInput, BadText, MissingData
from aemodels.experiments import sentences as experiment
from aemodels.sentences import word_vectors
from tests.support.apptest import open_page, plain_data
from ui.sections.sentences import charts, likeness

NAMES = [name for name in registry.names() if registry.variant(name).spec.data == "reuters"]
TEXT = "Oil prices rose 3.5 pct in the U.S. last week. Mr. Smith paid 1,200 dlrs!"


def plain(element) -> dict:
    return json.loads(element.proto.bytes[4:])


def test_texts_are_cut_into_sentences_and_words():
    first, second = tokens.split_into_words(TEXT)
    assert first == ["oil", "prices", "rose", "9", "pct", "in", "the", "u.s.", "last", "week", "."]
    assert second == ["mr.", "smith", "paid", "9", "dlrs", "!"]
    assert tokens.split_into_words("  \n ") == []


def test_words_become_numbers():
    words = (*tokens.SPECIAL, "oil", "9")
    found = tokens.numbers([["oil", "9", "zebra"], ["oil"] * 60], words)
    assert found.shape == (2, 50)
    assert found[0, :4].tolist() == [2, 3, tokens.UNKNOWN, tokens.PADDING]
    assert (found[1] == 2).all()


def test_vectors_put_words_of_like_company_together():
    corpus = phrases.load()
    vectors = word_vectors.learn(corpus.train.numbers, len(corpus.words), size=10)
    place = {word: number for number, word in enumerate(corpus.words)}
    assert np.allclose(np.linalg.norm(vectors[2:], axis=1), word_vectors.SCALE * np.sqrt(10))
    assert not vectors[0].any()

    def likeness(one, other):
        return float(vectors[place[one]] @ vectors[place[other]])

    assert likeness("expects", "hopes") > likeness("expects", "pct")


def test_vectors_are_read_from_a_file_of_glove(tmp_path):
    file = tmp_path / "vectors.txt"
    file.write_text("oil 1 0\nbank 0 2\nother 5 5\n")
    vectors = word_vectors.read(file, (*tokens.SPECIAL, "oil", "bank"), size=2)
    length = word_vectors.SCALE * np.sqrt(2)
    assert np.allclose(vectors[2:], [[length, 0], [0, length]])
    with pytest.raises(MissingData, match="GloVe"):
        word_vectors.read(tmp_path / "none.txt", ("oil",), size=2)
    with pytest.raises(MissingData, match="50 numbers"):
        word_vectors.read(file, ("oil",), size=50)


def test_batches_hold_sentences_of_one_length():
    model, numbers = registry.build("sentence_words"), phrases.load().train.tensor()
    batches = model.batches(numbers, torch.randperm(len(numbers)), 32)
    assert sorted(torch.cat(batches).tolist()) == list(range(len(numbers)))
    assert max(map(len, batches)) <= 32
    assert all(len({int((numbers[row] > 0).sum()) for row in rows}) == 1 for rows in batches)


@pytest.mark.parametrize("name", NAMES)
def test_a_typed_text_is_rebuilt_word_by_word(name):
    first, second = aemodels.rebuild_sentences(name, TEXT)
    assert first.given[:2] == ("oil", "prices")
    assert len(first.given) == len(first.known) == len(first.rebuilt) == len(first.right) == 11
    assert all(first.known)
    assert first.code.shape == (aemodels.spec(name).code_size,)
    words = zip(second.given, second.known, second.rebuilt, strict=True)
    assert second.right == tuple(known and given == back for given, known, back in words)
    assert [place[0][0] for place in second.likely] == list(second.rebuilt)
    assert all(1 >= one >= two >= three >= 0 for (_, one), (_, two), (_, three) in second.likely)
    assert first.cosine > 0.8


def test_long_sentences_are_cut_and_strange_words_marked():
    (rebuilt,) = aemodels.rebuild_sentences(NAMES[0], "zebracorn " + "bank " * 60)
    assert len(rebuilt.given) == 50
    assert rebuilt.cut == 11
    assert rebuilt.known[:2] == (False, True)


@pytest.mark.parametrize("name", NAMES)
def test_words_that_no_model_knows_never_count_as_come_back(name):
    (rebuilt,) = aemodels.rebuild_sentences(name, "Bonjour tout le monde.")
    assert rebuilt.known == (False, False, False, False, True)
    assert not any(rebuilt.right[:4])


@pytest.mark.parametrize("text", ["", "  ", "One. " * 21])
def test_texts_without_words_or_with_too_many_sentences_are_refused(text):
    with pytest.raises(BadText, match="20 sentences"):
        aemodels.rebuild_sentences(NAMES[0], text)


def test_pictures_are_refused(digits):
    with pytest.raises(BadInput, match="rebuild_sentences"):
        aemodels.encode(NAMES[0], digits[:1])


@pytest.mark.parametrize("text", [None, 3, b"Oil prices rose.", ["Oil prices rose."], np.array(["Oil"])])
def test_what_is_no_string_is_refused(text):
    with pytest.raises(BadInput, match=rf"a string, not {type(text).__name__}.*join"):
        aemodels.rebuild_sentences(NAMES[0], text)


@pytest.mark.parametrize("name", ["simple", "linear_3d"])
def test_models_for_pictures_and_points_refuse_sentences(name):
    with pytest.raises(BadInput, match=rf"“{name}” takes arrays of .*aemodels\.reconstruct"):
        aemodels.rebuild_sentences(name, TEXT)


@pytest.mark.long
def test_the_rehearsal_needs_no_data_set(monkeypatch, tmp_path):
    monkeypatch.setenv("AEMODELS_DATA", str(tmp_path))
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path / "checkpoints"))
    card = train.train("sentence_words", train.Plan(smoke=True))
    first, last = card.history
    assert last["validation"]["reconstruction"] < first["validation"]["reconstruction"]
    assert card.figures.test["pca_words_right"] > card.figures.test["commonest_word"]
    assert cards.words("sentence_words") == phrases.load().words


def test_the_linear_model_in_space_finds_pcas_plane():
    points = plane_3d.load().test.points
    codes = aemodels.encode("linear_3d", points)
    rebuilt = aemodels.reconstruct("linear_3d", points)
    assert codes.shape == (len(points), 2)
    assert np.allclose(aemodels.decode("linear_3d", codes), rebuilt, atol=1e-5)
    assert np.square(rebuilt - points).mean() < 0.05 * points.var()
    assert cards.read("linear_3d").figures.test["principal_angle"] <= 1
    with pytest.raises(BadInput, match=r"\(N, 3\)"):
        aemodels.encode("linear_3d", points[:, :2])


def test_the_command_takes_word_vectors(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sys, "argv", ["train", "sentence_words", "--smoke", "--word-vectors", str(tmp_path / "none")])
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path))
    assert train.main() == 1
    assert "no word vectors" in capsys.readouterr().err


def test_who_did_it_matters_to_a_code_and_not_to_a_bag_of_words():
    found = aemodels.rebuild_sentences("sentence_words", "The man bit the king. The king bit the man.")
    assert likeness.cosines(likeness.bags_of_words([one.given for one in found]))[0, 1] == pytest.approx(1)
    codes = likeness.cosines(np.stack([one.code for one in found]))
    assert codes[0, 0] == pytest.approx(1, abs=1e-5)
    assert codes[0, 1] < 0.99


def test_shares_have_errors_and_count_known_words_only():
    numbers = torch.tensor([[2, 3, tokens.UNKNOWN], [2, 3, 4], [5, tokens.PADDING, tokens.PADDING]])
    right = torch.tensor([[True, False, True], [True, True, True], [False, False, False]])
    known = (numbers != tokens.PADDING) & (numbers != tokens.UNKNOWN)
    share, error, sentences = experiment.figure(right, known)
    assert share == pytest.approx(4 / 6, abs=1e-4)
    assert 0 < error < 0.4
    assert sentences == 3
    assert experiment.figure(right, known & False) == (0.0, 0.0, 0)


def test_places_that_few_sentences_reach_are_left_out():
    found = results.sentences()
    for one in found["models"].values():
        places = charts.reached(one["by_position"])
        assert places == list(range(len(places)))
        assert 30 < len(places) < 50
        assert all(one["by_position"][at][2] < charts.FEWEST for at in range(len(places), 50))
    assert found["models"]["sentence_words"]["words"][0] > found["models"]["sentence_words"]["pca"]["words"][0]
    assert found["models"]["sentence_lstm"]["words"][0] < found["models"]["sentence_lstm"]["pca"]["words"][0]


def test_the_page_compares_two_sentences_and_needs_no_plotly():
    app = open_page("sentences", text="The bank bought the company. The company bought the bank.")
    bags = [plain(each) for each in app.get("bidi_component") if each.proto.component_name == "heat_table"]
    assert [one["rows"][0][1][1] == pytest.approx(1) for one in bags] == [False, False, True]
    assert not app.get("plotly_chart")
    next(button for button in app.button if button.label == "French").click().run()
    facts = [one["facts"] for one in plain_data(app, "words")["sentences"]]
    assert facts[0].startswith("1 of 1 known words came back. 4 are unknown")
    assert not app.exception
