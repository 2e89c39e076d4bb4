"""The linear model's way to PCA's subspace: measured after every epoch, kept on its card, shown on its page."""

from dataclasses import replace

import pytest
import torch

from aemodels.baselines.linear import largest_principal_angle, training_components
from aemodels.checkpoints import cards
from aemodels.checkpoints.weights import load
from aemodels.training import loop
from tests.support.apptest import open_page, sent, words
from tests.support.networks import fresh


def angles(app) -> list[list[float]]:
    charts = [chart for chart, _ in sent(app, "lines") if "principal angle" in chart["up"]["title"]]
    return [[angle for _, angle in chart["lines"][0]["points"]] for chart in charts]


@pytest.fixture
def parts(digits) -> list[torch.Tensor]:
    images = torch.from_numpy(digits)[:, None].repeat(5, 1, 1, 1)
    return [images, images[:60]]


def test_every_epoch_of_the_card_has_its_angle_and_the_last_is_that_of_the_weights():
    history = cards.read("linear").history
    found = [entry["principal_angle"] for entry in history]
    assert len(found) == 60
    assert found[0] > 80
    assert found[-1] == pytest.approx(cards.read("linear").figures.test["principal_angle"], rel=0.01)


@pytest.mark.slow
def test_the_angle_of_the_weights_is_the_one_on_the_card(mnist):
    patterns = load("linear").decoder[0].weight
    angle = largest_principal_angle(patterns, training_components(mnist.name)[1][:32])
    assert angle == pytest.approx(cards.read("linear").history[-1]["principal_angle"], rel=0.01)


def test_training_writes_the_angle_of_the_averaged_weights(parts, tmp_path):
    model = fresh("linear", epochs=3, averaging=0.5)
    model.spec = replace(model.spec, data="digits")
    history = loop.fit(model, *parts, tmp_path / "state.pt")
    assert [0 < entry["principal_angle"] <= 90 for entry in history] == [True] * 3
    assert history[-1]["principal_angle"] == pytest.approx(model.principal_angle("digits"), abs=1e-4)


def test_measuring_changes_nothing_of_the_training(parts, tmp_path, monkeypatch):
    weights = []
    for measured in (True, False):
        model = fresh("linear", epochs=2)
        model.spec = replace(model.spec, data="digits")
        if not measured:
            monkeypatch.setattr(type(model), "epoch_measures", lambda self: {})
        loop.fit(model, *parts, tmp_path / f"{measured}.pt")
        weights.append(model.decoder[0].weight)
    assert torch.equal(*weights)


def test_other_models_measure_nothing_more(parts, tmp_path):
    entry = loop.fit(fresh("simple", epochs=2), *parts, tmp_path / "state.pt")[0]
    assert entry.keys() == {"phase", "epoch", "train", "validation", "learning_rate", "seconds"}


def test_the_page_shows_the_curve_of_the_card():
    app = open_page("pca_against_autoencoder")
    assert not app.exception
    (shown,) = angles(app)
    assert shown == pytest.approx([entry["principal_angle"] for entry in cards.read("linear").history], rel=1e-3)
    assert not app.get("plotly_chart"), "it would be half of what a first visit loads"
    assert "nothing but the error" in words(app).lower()


def test_without_the_model_the_page_shows_no_curve(spoilable):
    (spoilable / "linear.json").unlink()
    app = open_page("pca_against_autoencoder")
    assert not app.exception
    assert angles(app) == []
