"""Few labels: the methods learn, the draws are fair, and what is committed shows what it must."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from aemodels import datasets
from aemodels.checkpoints import results
from aemodels.experiments import classifiers, denoising_network, few_labels, kept_classifiers, pretraining
from aemodels.experiments.classifiers import METHODS
from aemodels.experiments.few_labels import Plan
from tests.support.apptest import header, open_page, plain_data, table_rows
from ui import sample
from ui.components.pad import PRESETS

FILE = Path(__file__).parent.parent / "checkpoints" / "few_labels.json"
TINY = Plan(
    counts=(50, 100),
    seeds=(0, 1),
    choosing_seeds=(100,),
    penalties=(0.03, 1.0),
    learning_rates=(1e-3,),
    steps=25,
    epochs=2,
)


@pytest.fixture(scope="module")
def digits_set():
    return datasets.load("digits")


@pytest.fixture(scope="module")
def tiny(digits_set, tmp_path_factory):
    folder = tmp_path_factory.mktemp("states")
    found = few_labels.compare(digits_set, TINY, folder)
    return few_labels.document({"digits": found}, TINY, 1.0), folder


@pytest.fixture(scope="module")
def committed():
    return json.loads(FILE.read_text())


def mean(document, data, method, count):
    return document["results"][data][method]["accuracy"][str(count)]["mean"]


def check_shape(document):
    plan = document["plan"]
    assert set(document) == {
        *("plan", "draws", "pretraining", "methods", "results"),
        *("seconds", "torch", "scikit-learn"),
    }
    assert not set(plan["seeds"]) & set(plan["choosing_seeds"])
    assert {name: (text["title"], text["explanation"]) for name, text in document["methods"].items()} == {
        name: (method.title, method.explanation) for name, method in METHODS.items()
    }
    for by_method in document["results"].values():
        assert list(by_method) == list(METHODS)
        for name, result in by_method.items():
            options = Plan(**plan).options(METHODS[name])
            assert result["chosen"].keys() == options.keys()
            assert all(value in options[setting] for setting, value in result["chosen"].items())
            assert list(result["accuracy"]) == [str(count) for count in plan["counts"]]
            for cell in result["accuracy"].values():
                assert 0.1 < cell["mean"] < 1
                assert 0 < cell["deviation"] < 0.2
                assert all(value == round(value, 4) for value in cell.values())


@pytest.mark.slow
def test_the_whole_comparison_runs_on_the_bundled_digits(tiny):
    document, folder = tiny
    check_shape(json.loads(json.dumps(document)))
    assert list(folder.iterdir()) == []
    assert mean(document, "digits", "pixels", 100) > 0.7
    assert mean(document, "digits", "pca_neighbour", 100) > 0.7
    assert all(mean(document, "digits", name, 100) > 0.3 for name in METHODS)


@pytest.mark.slow
def test_the_table_names_every_method(tiny):
    text = few_labels.table(tiny[0])
    assert all(method.title in text for method in METHODS.values())


def test_a_draw_is_balanced_repeatable_and_holds_the_smaller_ones(digits_set):
    labels = digits_set.train.labels
    drawn = few_labels.draw(labels, 100, seed=3)
    assert np.bincount(labels[drawn]).tolist() == [10] * 10
    assert len(set(drawn)) == 100
    assert np.array_equal(drawn, few_labels.draw(labels, 100, seed=3))
    assert set(few_labels.draw(labels, 50, seed=3)) < set(drawn)
    assert set(drawn) != set(few_labels.draw(labels, 100, seed=4))


def test_settings_are_chosen_on_validation_images_and_reported_on_test_images(digits_set, monkeypatch):
    seen = []

    def accuracies(self, method, setting, seeds, split):
        seen.append((setting, seeds, split))
        return np.full((2, len(seeds)), 0.5 + (setting == 1.0) / 4) + np.arange(len(seeds)) / 10

    monkeypatch.setattr(few_labels.Comparison, "accuracies", accuracies)
    comparison = few_labels.Comparison.__new__(few_labels.Comparison)
    comparison.data, comparison.plan = digits_set, TINY
    report = comparison.report(METHODS["pixels"])
    assert report["chosen"] == {"C": 1.0}
    assert report["accuracy"]["50"] == {"mean": 0.8, "deviation": 0.0707}
    assert [(setting, seeds) for setting, seeds, _ in seen] == [(0.03, (100,)), (1.0, (100,)), (1.0, (0, 1))]
    assert [split is digits_set.test for _, _, split in seen] == [False, False, True]
    assert all(split is digits_set.validation for _, _, split in seen[:2])


def test_fine_tuning_leaves_the_shared_encoder_as_it_is(digits_set):
    encoder = denoising_network.fresh_encoder(seed=0)
    before = [weights.clone() for weights in encoder.parameters()]
    drawn = few_labels.draw(digits_set.train.labels, 50, seed=0)
    inputs, labels = pretraining.flat(digits_set.train.images[drawn]), digits_set.train.labels[drawn]
    classify = classifiers.network(encoder, inputs, labels, learning_rate=1e-3, steps=40, seed=0)
    assert (classify(inputs) == labels).mean() > 0.9
    assert all(map(torch.equal, before, encoder.parameters()))


def test_views_are_scaled_by_the_training_images(digits_set):
    encoder = denoising_network.fresh_encoder(seed=0)
    with torch.no_grad():
        encoder[-2].bias[0] = -1e6  # a unit that never fires
    views = pretraining.views(digits_set, {"denoising": encoder})
    assert {name: view(digits_set.test.images).shape[1] for name, view in views.items()} == {
        "pixels": 784,
        "pca": 30,
        "denoising": 64,
    }
    codes = views["denoising"](digits_set.train.images)
    assert np.allclose(codes.mean(0), 0, atol=1e-3)
    assert np.allclose(codes[:, 1:].std(0)[codes[:, 1:].any(0)], 1, atol=1e-2)
    assert not codes[:, 0].any()


def test_the_committed_file_is_whole_and_of_the_plan_in_the_code(committed):
    check_shape(committed)
    assert committed["plan"] == json.loads(json.dumps(vars(Plan())))
    assert list(committed["results"]) == list(few_labels.DATA)
    assert committed["pretraining"]["denoising"]["corruption"]["amount"] == 0.5
    assert committed["draws"] == few_labels.DRAWS
    assert FILE.stat().st_size < 20_000


@pytest.mark.parametrize("method", [name for name in METHODS if name != "denoising_frozen"])
def test_at_100_labels_the_frozen_denoising_encoder_is_ahead_on_mnist(committed, method):
    assert mean(committed, "mnist", "denoising_frozen", 100) > mean(committed, "mnist", method, 100) + 0.01


def test_a_plain_encoder_does_not_help_at_100_labels(committed):
    for data in few_labels.DATA:
        assert mean(committed, data, "plain_frozen", 100) < mean(committed, data, "pixels", 100) + 0.01


def test_more_labels_help_every_method(committed):
    for data in few_labels.DATA:
        for name in METHODS:
            means = [mean(committed, data, name, count) for count in committed["plan"]["counts"]]
            assert means == sorted(means)


def test_the_kept_classifiers_are_as_good_as_whole_ones_and_small():
    found = results.few_labels_by_class()
    assert list(found["errors"]) == list(METHODS)
    for by_count in found["accuracy"].values():
        assert all(abs(pair["whole"] - pair["kept"]) < 0.02 for pair in by_count.values())
    assert kept_classifiers.path().stat().st_size < 3_000_000


def test_kept_classifiers_divide_their_trust_and_know_a_plain_digit():
    counts = (50, 1000)
    shares = kept_classifiers.shares(sample.of_strokes(PRESETS["4"]).image, METHODS, counts)
    for by_count in shares.values():
        assert all(by_count[count].sum() == pytest.approx(1, abs=1e-4) for count in counts)
    votes = [by_count[1000].argmax() for by_count in shares.values()]
    assert votes.count(4) >= 5


def test_the_page_asks_all_classifiers_about_the_drawing_and_needs_no_plotly():
    app = open_page("few_labels", labels="500")
    data = plain_data(app, "verdicts")
    assert [len(row["shares"]) for row in data["rows"]] == [4] * len(METHODS)
    assert len(table_rows(app)) == len(METHODS)
    assert "500 labelled digits" in plain_data(app, "heat_table")["caption"]
    lines = header(app, "lines")["lines"]
    assert len({line["look"] for line in lines}) == len(METHODS)
    assert not app.get("plotly_chart")
    assert not app.exception
