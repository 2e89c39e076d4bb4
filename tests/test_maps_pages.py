"""The pages on PCA and on units by Streamlit's test machine: bare, by deep link, without checkpoints."""

import json

import numpy as np
import pytest

import aemodels
from aemodels.checkpoints import cards
from tests.support.apptest import components, fetched, header, open_page, sent, words
from tests.support.damage import take_away
from ui.sections.what_the_units_see import code_units

PCA = "pca_against_autoencoder"
UNITS = "what_the_units_see"


def test_four_maps_hold_the_same_digits_and_state_their_figures():
    app = open_page(PCA)
    assert not app.exception
    (message,) = sent(app, "side_maps")
    assert len(message[0]["maps"]) == 4
    digits = fetched(message[0]["digits"])[1]
    places = digits["places"].reshape(4, 5000, 2)
    assert places.min() >= 0
    assert places.max() <= 1
    assert digits["labels"].tolist() == cards.load_gallery("vae_2d")["labels"].tolist()
    facts = [each["facts"] for each in message[0]["maps"]]
    assert "two directions of 32 numbers" in facts[1]
    agree = [int(fact.partition("agree: ")[2].partition("%")[0]) for fact in facts]
    assert abs(agree[0] - agree[1]) < 5, "the linear network's map is no better than PCA's"
    assert min(agree[2:]) > 1.5 * max(agree[:2])


def test_a_deep_link_sets_components_and_the_ladder_ends_in_the_reconstruction():
    app = open_page(PCA, components="25", source="pick", seed="3")
    (message,) = sent(app, "sums")
    assert message[0]["count"] == 25
    assert len(message[0]["own"]) == 33
    assert message[0]["usual"][32] == pytest.approx(cards.load_gallery("pca_32")["errors"].mean(), abs=1e-5)
    assert (np.diff(message[0]["usual"]) < 0).all()
    steps = (message[1]["added"].reshape(33, 784).astype(float) - 128) / 127
    ends = message[1]["mean"] / 255 + np.cumsum(steps * np.array(message[0]["strongest"])[:, None], axis=0)
    rebuilt = aemodels.reconstruct("pca_32", message[1]["image"].reshape(1, 28, 28) / np.float32(255))
    assert np.abs(ends[-1] - rebuilt.ravel()).max() < 0.02
    assert "PCA needs" in words(app)


def test_training_begins_when_asked_and_stands_in_the_address():
    app = open_page(PCA, plane_seed="4")
    assert header(app, "cloud")["angles"] == []
    app.button(key="teach").click().run()
    (message,) = sent(app, "cloud")
    assert message[0]["play"]
    assert message[0]["angles"][-1] < 1
    assert app.query_params["taught"] == "True"
    app.button(key="teach").click().run()
    assert app.query_params["plane_seed"] == "5"
    assert header(app, "cloud")["run"] == "seed 5"


def test_a_deep_link_to_a_training_shows_it_without_playing():
    app = open_page(PCA, plane_seed="7", taught="True")
    cloud = header(app, "cloud")
    assert cloud["run"] == "seed 7"
    assert not cloud["play"]


@pytest.mark.parametrize("address", [{"components": "99"}, {"taught": "perhaps"}, {"plane_seed": "-1"}])
def test_nonsense_in_the_address_is_ignored(address):
    app = open_page(PCA, **address)
    assert not app.exception
    assert header(app, "sums")["count"] == 10
    assert header(app, "cloud")["angles"] == []


@pytest.mark.parametrize("name", ["vanilla", "sparse_kl", "tied", "conv_strided", "conv", "vae_2d", "simple"])
def test_units_of_a_model_are_shown(name):
    app = open_page(UNITS, model=name)
    assert not app.exception
    assert app.selectbox(key="model").value == name
    assert components(app).count("tiles") >= 4
    assert ("filters look for" in words(app)) == (name in ("conv", "conv_strided"))


def test_units_that_are_off_do_not_follow_into_another_model():
    app = open_page(UNITS, model="simple", off="3,17")
    app.selectbox(key="model").set_value("vanilla").run()
    switches = next(facts for facts, _ in sent(app, "tiles") if facts["choosable"])
    assert not any(tile["off"] or tile["selected"] for tile in switches["tiles"])
    assert "off" not in app.query_params


def test_units_in_the_address_are_off():
    app = open_page(UNITS, model="simple", off="3,17,99,nonsense")
    grid = next(message for message in sent(app, "tiles") if message[0]["tiles"][0]["id"] == "input")
    image, full, cut = grid[1]["pictures"].reshape(4, 28, 28)[:3] / 255
    code = aemodels.encode("simple", image[None].astype(np.float32))[0]
    code[[3, 17]] = 0
    assert np.abs(aemodels.decode("simple", code[None])[0] - cut).max() < 0.02
    assert np.abs(full - cut).max() > 0.05
    switches = next(facts for facts, _ in sent(app, "tiles") if facts["choosable"])
    assert {tile["id"] for tile in switches["tiles"] if tile["off"]} == {"3", "17"}
    assert "Without 2 units" in json.dumps(grid[0])


def test_units_are_read_from_an_address():
    assert code_units.units_off("3,17,3", 32) == [3, 17]
    assert code_units.units_off("²,-1,x,,40", 32) == []


def test_another_model_without_its_weights_gets_a_sentence(spoilable):
    take_away(spoilable, "vanilla.gallery.safetensors")
    app = open_page(UNITS, model="vanilla")
    assert not app.exception
    assert "python -m aemodels.train vanilla" in words(app)


@pytest.mark.parametrize("missing", ["pca_2", "linear", "pca_32"])
def test_a_missing_model_leaves_the_rest_of_the_page_alive(missing, spoilable):
    (spoilable / f"{missing}.safetensors").unlink()
    app = open_page(PCA)
    assert not app.exception
    assert "cloud" in components(app)
    assert "side_maps" in components(app)
