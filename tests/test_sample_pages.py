"""The pages that sample and that walk between two pictures, run by Streamlit's own test machine."""

import io

import numpy as np
import pytest
from PIL import Image

from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.latent.nearest import Known
from tests.support.apptest import components, draw_on_pad, header, open_page, sent, words
from ui import download, realism
from ui.components.interpolation import FRAMES, SHOWN
from ui.components.pad import PRESETS
from ui.sections.sample import sampler

SAMPLE = "sample"
BETWEEN = "between_two_digits"


def test_the_sample_page_opens_bare_with_grid_dials_neighbours_and_a_plain_model():
    app = open_page(SAMPLE)
    assert not app.exception
    assert components(app).count("tiles") == 3
    assert "dials" in components(app)
    assert "nats" in words(app)
    assert len(header(app, "tiles")["tiles"]) == sampler.COUNT


def test_a_deep_link_sets_every_control_of_the_sample_page():
    address = {"model": "vae_20d", "kind": "3", "temperature": "0.5", "seed": "5", "sampled": "7", "dimension": "4"}
    app = open_page(SAMPLE, plain="simple", **address)
    assert app.selectbox(key="model").value == "vae_20d"
    assert app.selectbox(key="temperature").value == 0.5
    assert app.selectbox(key="dimension").value == 4
    assert app.selectbox(key="plain").value == "simple"
    assert header(app, "tiles")["tiles"][7]["selected"]
    assert header(app, "dials")["strip"]["dimension"] == 4
    assert "Sample 8 is" in words(app)


@pytest.mark.parametrize("address", [{"temperature": "hot"}, {"kind": "x"}, {"sampled": "99"}, {"dimension": "-1"}])
def test_nonsense_in_the_address_falls_back_to_defaults(address):
    app = open_page(SAMPLE, **address)
    assert not app.exception
    assert "dials" in components(app)


def test_a_seeded_grid_comes_out_the_same_again():
    card = cards.read("vae_20d")
    first, again = (sampler.draw(card, "any", 1.0, 3) for _ in range(2))
    assert np.array_equal(first.pictures, again.pictures)
    assert not np.allclose(first.pictures, sampler.draw(card, "any", 1.0, 4).pictures)


def test_drawing_around_a_class_gives_that_class():
    for name, kind in (("vae_20d", "3"), ("vae_2d", "0"), ("vae_fashion_10d", "8")):
        card = cards.read(name)
        drawn = sampler.draw(card, kind, 0.75, 0)
        assert sampler.share_nearest_to(kind, drawn.codes, card) > 0.7, (name, kind)
        anything = sampler.draw(card, "any", 1.0, 0)
        assert sampler.share_nearest_to(kind, anything.codes, card) < 0.5


def test_random_codes_of_a_plain_autoencoder_decode_farther_from_real_digits(mnist):
    sampled = sampler.draw(cards.read("vae_20d"), "any", 1.0, 0)
    guessed = sampler.guess(cards.read("deep_30d"), 1.0, 0)
    errors = [realism.errors(each.pictures, "mnist").mean() for each in (sampled, guessed)]
    assert errors[1] > 1.3 * errors[0]
    assert realism.usual("mnist") < errors[1]


def test_errors_to_real_pictures_are_zero_for_a_real_picture(mnist):
    assert realism.errors(mnist.test.images[:3], "mnist") == pytest.approx(0)
    exact = np.square(mnist.test.images - mnist.train.images[0]).mean((1, 2)).min()
    assert realism.errors(mnist.train.images[:1], "mnist")[0] == pytest.approx(exact, rel=1e-4)


def test_without_the_data_sets_both_pages_leave_the_errors_out(without_data):
    app = open_page(SAMPLE)
    assert not app.exception
    assert "most similar" not in words(app)
    app = open_page(BETWEEN)
    assert not app.exception
    assert all(way["errors"] is None for way in header(app, "ways")["ways"])


def test_neighbours_are_decoded_from_the_nearest_codes_of_the_gallery():
    card, gallery = cards.read("vae_2d"), cards.load_gallery("vae_2d")
    near = sampler.neighbours(gallery["codes"][17], card)
    assert near[0].title == f"From: {datasets.TABLE['mnist'].classes[gallery['labels'][17]]}"
    assert near[0].facts == "0.00 away"
    found = Known(gallery["codes"]).nearest(gallery["codes"][17][None], 8)
    assert (np.diff(found.distances[0]) >= 0).all()


def test_the_dials_answer_a_turn_with_the_picture_of_that_code():
    app = open_page(SAMPLE, model="vae_2d")
    before, pictures = sent(app, "dials")[0]
    turned = {"origin": before["origin"], "values": [2.5, -2.0], "live": True, "serial": 7}
    app.session_state["dials"] = {"turned": turned}
    app.run()
    after, repainted = sent(app, "dials")[0]
    assert after["serial"] == 7
    assert after["values"] == [2.5, -2.0]
    assert not np.array_equal(repainted["picture"], pictures["picture"])
    strip = repainted["strip"].reshape(11, 784)
    assert len({each.tobytes() for each in strip}) == 11


@pytest.mark.parametrize("values", [[1.0], [float("nan"), 0.0], [], [[1.0, 2.0]], ["a", "b"], None])
def test_a_turn_that_makes_no_sense_leaves_the_dials_at_the_sample(values):
    app = open_page(SAMPLE, model="vae_2d")
    before, _ = sent(app, "dials")[0]
    app.session_state["dials"] = {"turned": {"origin": before["origin"], "values": values, "serial": 2}}
    app.run()
    assert not app.exception
    assert header(app, "dials")["values"] == before["start"]


def test_another_sample_sets_the_dials_anew():
    app = open_page(SAMPLE, model="vae_2d")
    before, _ = sent(app, "dials")[0]
    app.session_state["dials"] = {"turned": {"origin": before["origin"], "values": [1.0, 1.0], "serial": 3}}
    app.number_input(key="seed").set_value(9).run()
    after, _ = sent(app, "dials")[0]
    assert after["values"] == after["start"] != [1.0, 1.0]
    assert after["serial"] == 3


def test_the_grid_downloads_as_a_picture():
    pictures = sampler.draw(cards.read("vae_2d"), "any", 1.0, 0).pictures
    sheet = Image.open(io.BytesIO(download.grid(pictures, 6)))
    assert sheet.format == "PNG"
    assert sheet.width == 16 + 6 * (168 + 16)
    assert sheet.height == 16 + 4 * (168 + 16)
    assert (np.asarray(sheet)[-180:, -180:] < 128).any()


def test_the_row_walks_along_the_first_dial_of_every_model():
    app = open_page("sample")
    app.selectbox(key="model").set_value("vae_20d").run()
    dials = header(app, "dials")
    assert dials["strip"]["dimension"] == dials["dials"][0]["dimension"] != 0
    app = open_page("sample", model="vae_20d", dimension="2")
    assert header(app, "dials")["strip"]["dimension"] == 2


def test_the_walk_starts_and_ends_at_its_pictures_and_blends_between():
    app = open_page(BETWEEN, source="pick", digit="4", goal="7", model="sparse_relu_l1", against="conv_strided")
    header, arrays = sent(app, "ways")[0]
    frames = arrays["pictures"].reshape(2, FRAMES, 28, 28).astype(float)
    first = arrays["first"].reshape(28, 28).astype(float)
    assert [way["title"] for way in header["ways"]][2] == "Pixels blended"
    assert (FRAMES - 1) % header["every"] == 0
    assert (FRAMES - 1) // header["every"] + 1 == SHOWN
    assert [way["blend"] for way in header["ways"]] == [False, False, True]
    assert np.abs(frames[0, 0] - first).mean() < 25
    assert "path" not in {each.key for each in app.get("button_group")}


def test_a_model_is_compared_with_another_one_never_with_itself():
    app = open_page(BETWEEN, model="vae_20d", against="vae_20d")
    assert app.selectbox(key="against").value != "vae_20d"
    assert len(header(app, "ways")["ways"]) == 3


def test_a_variational_way_can_go_around_zero():
    address = {"model": "vae_20d", "against": "deep_30d", "goal": "7"}
    straight = sent(open_page(BETWEEN, **address), "ways")[0][1]["pictures"].reshape(2, -1)
    around = sent(open_page(BETWEEN, path="spherical", **address), "ways")[0][1]["pictures"].reshape(2, -1)
    assert not np.array_equal(straight[0], around[0])
    assert np.array_equal(straight[1:], around[1:])


def test_a_picture_of_ones_own_can_be_the_second():
    app = open_page(BETWEEN)
    draw_on_pad(app, PRESETS["5"])
    app.button[0].click().run()
    assert not app.exception
    assert app.query_params["goal"] == "mine"
    draw_on_pad(app, PRESETS["1"])
    arrays = sent(app, "ways")[0][1]
    assert arrays["second"].sum() > 1.5 * arrays["first"].sum()


@pytest.mark.parametrize("address", [{"goal": "mine"}, {"goal": "x"}, {"against": "nobody"}, {"path": "zigzag"}])
def test_nonsense_between_two_digits_falls_back_to_defaults(address):
    app = open_page(BETWEEN, **address)
    assert not app.exception
    assert "ways" in components(app)
