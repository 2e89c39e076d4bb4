"""One bad card is one bad card: a sentence names it with the remedy, and every page lives on with the other models."""

import json

import pytest

from aemodels import registry
from tests.support.apptest import PAGES, open_page, table_rows, words
from tests.support.damage import cut_short, forge, take_away

BAD = "deep_30d"
REMEDY = f"Run `python -m aemodels.train {BAD}`"
WITHOUT_MODELS = {"few_labels", "for_teachers", "glossary", "layer_by_layer", "lesson", "train_one"}
DAMAGES = {
    "cut off": lambda path, card: path.write_text(path.read_text()[:500]),
    "empty": lambda path, card: path.write_text(""),
    "not text": lambda path, card: path.write_bytes(b"\xff\xfe\x00"),
    "a list": lambda path, card: path.write_text("[]"),
    "null": lambda path, card: path.write_text("null"),
    "of another model": lambda path, card: path.write_text(json.dumps(card | {"name": "simple"})),
    "no history": lambda path, card: path.write_text(json.dumps({key: card[key] for key in card if key != "history"})),
    "a folder": lambda path, card: (path.unlink(), path.mkdir()),
}
FORGED = {
    "history[0]": {"phase": "end to end"},
    "history[5].validation": {"other": 1.0},
    "maps.tsne": {},
    "maps": {"pca": {"trustworthiness": float("nan")}},
    "golden": {},
    "figures.test": {"sse": 2.6},
    "figures.test.mse": [0.1],
    "figures.validation": {},
    "spec.data": "cifar",
    "spec.loss": "hinge",
    "spec.code_size": -30,
    "spec.targets": [],
    "spec.source": {"title": "?"},
    "spec.recipe.epochs": "many",
    "story": {},
    "targets[0]": {"bar": "sse"},
    "layers[0].part": "middle",
    "shape": [],
    "units": {},
    "formulas": {},
    "parameters": "many",
}


def shown(app) -> list[str]:
    """The titles of the models in a page's table."""
    return [row["Model"] for row in table_rows(app)]


def told_of(app) -> list[str]:
    return [warning.value for warning in app.warning if REMEDY in warning.value]


def damage(folder, how: str) -> None:
    path = folder / f"{BAD}.json"
    if how in DAMAGES:
        DAMAGES[how](path, json.loads(path.read_text()))
    else:
        forge(folder, BAD, how, FORGED[how])


@pytest.mark.parametrize("how", [*DAMAGES, *FORGED])
def test_the_table_of_models_lacks_the_bad_one_alone_and_says_why(spoilable, how):
    damage(spoilable, how)
    app = open_page("models", model=BAD)
    assert not app.exception
    assert not app.error
    assert len(told_of(app)) == 1
    assert "`deep_30d` in the address is damaged" in words(app)
    assert len(shown(app)) == len(registry.names()) - 1
    assert "Deep autoencoder (30-D)" not in shown(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_lives_with_a_bad_card(spoilable, page):
    damage(spoilable, "history[0]")
    app = open_page(page, model=BAD)
    assert not app.exception
    assert not app.error
    assert len(told_of(app)) == (page not in WITHOUT_MODELS)


@pytest.mark.parametrize("spoil", [cut_short, take_away])
@pytest.mark.parametrize("file", [f"{BAD}.safetensors", f"{BAD}.gallery.safetensors", "sentence_words.words.txt"])
def test_the_list_of_models_lives_with_a_bad_file(spoilable, file, spoil):
    spoil(spoilable, file)
    app = open_page("models", model=file.partition(".")[0])
    assert not app.exception
    assert not app.error
    assert "VAE (2-D)" in shown(app)


def test_missing_words_get_a_sentence_with_a_remedy_that_trains_nothing(spoilable):
    (spoilable / "sentence_words.words.txt").unlink()
    app = open_page("sentences")
    assert not app.exception
    assert "python -m aemodels.train --cards sentence_words" in words(app)
