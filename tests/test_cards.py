"""A card says what its weights give, and a damaged one gives a sentence that names the damage and the remedy."""

import json
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

import aemodels
from aemodels import registry
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import to_json
from aemodels.errors import BadCheckpoint
from aemodels.inspection import browser_weights
from aemodels.metrics.model import units

TRAINED = cards.trained()

DAMAGES = {
    "no JSON": lambda card: '{"spec": ',
    "a list": lambda card: "[]",
    "lacks": lambda card: card.pop("formulas"),
    "unknown field": lambda card: card.update(extra=1),
    "unknown field “speed”": lambda card: card["spec"]["recipe"].update(speed=1),
    "digest is 'nan'": lambda card: card.update(digest=float("nan")),
    "64 hexadecimal": lambda card: card.update(digest="another"),
    "epochs is '4.5', not a whole number": lambda card: card["spec"]["recipe"].update(epochs=4.5),
    "title is '7', not a text": lambda card: card["spec"].update(title=7),
    "shape": lambda card: card.update(shape="28"),
    "code_grid": lambda card: card["spec"].update(code_grid=[1, 2]),
    "one of gaussian": lambda card: card["spec"]["recipe"].update(corruption={"kind": "fog", "amount": 1}),
    "dtype": lambda card: card.update(dtype="int8"),
    "browser": lambda card: card.update(browser=["middle"]),
    "figures.test.bce is 'None'": lambda card: card["figures"]["test"].pop("bce"),
    "figures.train.mse is 'nan'": lambda card: card["figures"]["train"].update(mse=float("nan")),
    "units.live_share": lambda card: card["units"].pop("live_share"),
    "targets": lambda card: card["targets"].pop(),
    "met": lambda card: card["targets"][0].update(met="yes"),
    r"history\[0\].phase": lambda card: card["history"][0].pop("phase"),
    r"history\[0\].learning_rate": lambda card: card["history"][0].pop("learning_rate"),
    r"history\[2\] has other terms": lambda card: card["history"][2]["validation"].pop("sparsity"),
    r"history\[3\] has other terms": lambda card: card["history"][3].update(train={}, validation={}),
    r"history\[1\] has other entries than the first": lambda card: card["history"][1].update(angle=1.0),
    r"history\[0\].angle is 'flat'": lambda card: card["history"][0].update(angle="flat"),
    "spec.data is 'cifar', not one of mnist": lambda card: card["spec"].update(data="cifar"),
    "spec.loss is 'hinge', not one of mse, bce": lambda card: card["spec"].update(loss="hinge"),
    "spec.code_size is 0": lambda card: card["spec"].update(code_size=0),
    "does not hold card.spec.code_size": lambda card: card["spec"].update(code_grid=[2, 2, 2]),
    "spec.targets are none": lambda card: (card.update(targets=[]), card["spec"].update(targets=[])),
    r"spec.targets\[0\] has neither": lambda card: card["spec"]["targets"][0].update(at_most=None),
    r"card.shape is \(\)": lambda card: card.update(shape=[]),
    r"layers\[0\].shape is \(0,\)": lambda card: card["layers"][0].update(shape=[0]),
    "layers.*part is 'middle'": lambda card: card["layers"][0].update(part="middle"),
    "figures.test.pca_mse is 'None'": lambda card: card["figures"]["test"].pop("pca_mse"),
    r"figures.test.mse is '\[0.1\]'": lambda card: card["figures"]["test"].update(mse=[0.1]),
    "figures.test.histogram is '1.0'": lambda card: card["figures"]["test"].update(histogram=1.0),
    "figures.test.histogram_top": lambda card: card["figures"]["test"].pop("histogram_top"),
    "golden.codes is 'None'": lambda card: card["golden"].pop("codes"),
    r"golden.means\[0\] is 'dark'": lambda card: card["golden"].update(means=["dark"]),
    "formulas are none": lambda card: card.update(formulas={}),
    "maps.pca.trustworthiness": lambda card: card.update(maps={"pca": {"trustworthiness": "good"}}),
    "maps.tsne.label_agreement is 'None'": lambda card: card["maps"]["tsne"].pop("label_agreement"),
    "card of “other”": lambda card: card.update(name="other"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_card_is_refused_with_the_damage_and_the_remedy(spoilable, damage):
    path = spoilable / "sparse_l1.json"
    card = json.loads(path.read_text())
    text = DAMAGES[damage](card)
    path.write_text(text if damage in ("no JSON", "a list") else json.dumps(card))
    expected = "" if damage in ("no JSON", "a list") else damage
    remedy = r"Run `python -m aemodels\.train sparse_l1` to make its checkpoint\.$"
    with pytest.raises(BadCheckpoint, match=rf"^The card sparse_l1\.json is damaged \(.*{expected}.*\)\. {remedy}"):
        cards.read("sparse_l1")


KINDS = {
    "denoising_conv": ("median_filter_mse", "linear_denoiser_mse", "noisy_mse", "untouched_mse"),
    "vae_2d": ("negative_elbo", "kl_nats", "active_units"),
    "sentence_words": ("words_right_by_length", "words_right_by_position", "commonest_word", "shuffled_cosine"),
}


@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name, figures in KINDS.items() for figure in figures])
def test_a_card_has_the_figures_of_its_kind(spoilable, name, figure):
    path = spoilable / f"{name}.json"
    card = json.loads(path.read_text())
    card["figures"]["test"].pop(figure)
    path.write_text(json.dumps(card))
    with pytest.raises(BadCheckpoint, match=rf"card.figures.test.{figure} is 'None'.*train {name}` to make"):
        cards.read(name)


@pytest.mark.parametrize("name", TRAINED)
def test_a_card_is_written_as_it_was_read(name):
    stored = json.loads(cards.card_path(name).read_text())
    assert json.loads(json.dumps(to_json(cards.read(name)))) == stored


@pytest.mark.parametrize("name", TRAINED)
def test_a_card_names_the_halves_that_a_browser_runs(name):
    halves, card = browser_weights.layers(name), cards.read(name)
    assert card.encoder_runs_in_browser is (halves.encoder is not None)
    assert card.decoder_runs_in_browser is (halves.decoder is not None)


@pytest.mark.parametrize("name", TRAINED)
def test_a_card_has_words_for_every_measure_that_a_target_names(name):
    card = cards.read(name)
    assert card.units == units(registry.build(name))
    assert all(card.units[target.measure] for target in card.spec.targets)


def test_what_a_model_is_stands_on_its_card():
    known = {name: cards.read(name) for name in TRAINED}
    assert [name for name, card in known.items() if card.is_baseline] == ["pca_2", "pca_30_fashion", "pca_32"]
    assert {name for name, card in known.items() if card.has_prior} == {name for name in known if "vae" in name}
    assert {name for name, card in known.items() if card.is_linear} == {
        *("linear", "linear_3d"),
        *("pca_2", "pca_30_fashion", "pca_32"),
    }
    assert {name for name, card in known.items() if card.removes_noise} == {name for name in known if "denois" in name}
    assert {name for name, card in known.items() if card.lesson} == {
        *("vae_beta_0", "vae_beta_01", "vae_beta_1", "vae_beta_4"),
        "vae_collapsed",
    }


def test_a_model_is_written_for_browsers_while_others_use_it():
    model, codes = aemodels.load("vae_2d"), np.zeros((1, 2), np.float32)
    before = aemodels.decode("vae_2d", codes)
    with ThreadPoolExecutor(1) as elsewhere:
        writing = [elsewhere.submit(browser_weights.halves_of, model) for _ in range(20)]
        meanwhile = []
        while not all(each.done() for each in writing):
            meanwhile.append(aemodels.decode("vae_2d", codes))
    assert all(each.result().decoder for each in writing)
    assert len(meanwhile) > 20
    assert all(np.array_equal(each, before) for each in meanwhile)
