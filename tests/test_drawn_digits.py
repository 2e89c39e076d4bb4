"""The digits that were drawn for the app: models read and rebuild them as what they are, and they need no data set."""

import numpy as np
import pytest

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from tests.support.apptest import open_page, tile_ids
from ui import drawn_digits, sample

NEIGHBOURS = 15


@pytest.fixture(scope="module")
def drawn() -> tuple[np.ndarray, np.ndarray]:
    """Pictures (50, 28, 28) as the models see them, and their labels."""
    images = [sample.of_strokes(strokes).image for hands in drawn_digits.STROKES.values() for strokes in hands]
    return np.stack(images), drawn_digits.split().labels


def test_five_hands_draw_every_digit_each_in_its_own_way(drawn):
    images, labels = drawn
    assert np.bincount(labels).tolist() == [5] * 10
    for digit in range(10):
        own = images[labels == digit]
        apart = np.square(own[:, None] - own[None]).mean((2, 3)) + np.eye(5)
        assert apart.min() > 0.01


@pytest.mark.parametrize("model", ["deep_30d", "vae_20d", "simple"])
def test_a_model_reads_and_rebuilds_them_as_it_does_the_test_images(drawn, model):
    images, labels = drawn
    codes, x_hat = aemodels.rebuild(model, images)
    gallery = cards.load_gallery(model)
    far = np.square(codes[:, None] - gallery["codes"][None]).sum(-1)
    nearest = gallery["labels"][np.argsort(far, axis=1)[:, :NEIGHBOURS]]
    read = np.array([np.bincount(row, minlength=10).argmax() for row in nearest])
    assert (read == labels).sum() >= 48
    assert np.square(x_hat - images).mean() <= cards.read(model).figures.test["mse"]


def test_they_are_offered_first_and_stand_in_where_there_is_no_data_set(monkeypatch):
    app = open_page("reconstruct", source="pick")
    assert app.selectbox(key="samples").value == "drawn"
    app.selectbox(key="digit").select("7").run()
    assert len(tile_ids(app)[0]) == 5
    assert not app.exception
    monkeypatch.setattr(datasets, "available", lambda name: name == "digits")
    assert len(sample.one_of_each("mnist")) == 10
    assert sample.one_of_each("fashion") is None


def test_an_address_that_names_a_tenth_picture_of_five_gets_one_of_them():
    app = open_page("reconstruct", source="pick", digit="4", item="9")
    assert not app.exception
    app.selectbox(key="samples").select("digits").run()
    assert len(tile_ids(app)[0]) == 10
