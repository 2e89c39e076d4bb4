"""The live t-SNE's Python side: which codes go to the browser, and what stands in the address."""

import numpy as np
import pytest
from sklearn.decomposition import PCA
from streamlit.testing.v1 import AppTest

import aemodels
from aemodels.checkpoints import cards
from tests.support.apptest import open_page, unpacked
from ui import models
from ui.pages import CONTROLS
from ui.sections.map_of_codes import tsne_material as material

COUNTS = CONTROLS["tsne_codes"].options


def sent(name: str, count: int) -> tuple[np.ndarray, np.ndarray]:
    header, arrays = unpacked(material.message(cards.read(name).id, count, "key"))
    assert header["key"] == "key"
    return arrays["codes"].reshape(count, header["columns"]), arrays["labels"]


def opened(**address: str) -> AppTest:
    test = open_page("map_of_codes", maps_view="run", **address)
    assert not test.exception
    return test


def settings(test: AppTest) -> dict:
    messages = [unpacked(each.proto.bytes)[0] for each in test.get("bidi_component") if any(each.proto.bytes[:4])]
    return next(header for header in messages if "settings" in header)["settings"]


def test_short_codes_go_to_the_browser_as_they_are():
    gallery = cards.load_gallery("deep_30d")
    codes, labels = sent("deep_30d", 500)
    assert np.array_equal(codes, gallery["codes"][:500])
    assert np.array_equal(labels, gallery["labels"][:500])


def test_long_codes_go_as_their_principal_components():
    gallery = cards.load_gallery("conv")
    codes, _ = sent("conv", 500)
    assert gallery["codes"].shape[1] == 576
    long = gallery["codes"][:500].astype(np.float64)
    right = PCA(50, svd_solver="full").fit_transform(long) / (long - long.mean(0)).std()
    assert np.allclose(np.abs(codes), np.abs(right), atol=1e-3 * np.abs(right).max())


def test_beyond_the_gallery_the_other_test_images_are_encoded(mnist):
    codes, labels = sent("simple", 10_000)
    gallery = cards.load_gallery("simple")
    assert np.array_equal(codes[:5000], gallery["codes"])
    assert np.array_equal(labels, mnist.test.labels)
    assert np.allclose(codes[7000:7020], aemodels.encode("simple", mnist.test.images[7000:7020]), atol=1e-4)


def test_without_the_data_set_there_are_as_many_codes_as_in_the_gallery(without_data):
    assert material.counts(cards.read("deep_30d"), 5000, COUNTS) == [500, 1000, 2000, 5000]
    test = opened(tsne_codes="10000")
    assert test.selectbox(key="tsne_codes").value == 2000
    assert any("At most 5,000 codes" in caption.value for caption in test.caption)


def test_with_the_data_set_there_can_be_ten_thousand(mnist):
    assert material.counts(cards.read("deep_30d"), 5000, COUNTS) == list(COUNTS)


def test_controls_stand_in_the_address_and_reach_the_browser():
    usual = {"perplexity": 30, "exaggeration": 12, "rate": "auto", "start": "PCA", "seed": 0, "noise": False}
    test = opened()
    assert settings(test) == usual
    test.select_slider(key="perplexity").set_value(5).run()
    test.selectbox(key="tsne_rate").set_value(200).run()
    assert test.query_params["perplexity"] == "5"
    assert settings(test) == usual | {"perplexity": 5, "rate": 200}


def test_an_address_sets_the_controls_and_nonsense_falls_back():
    test = opened(perplexity="7", exaggeration="99", tsne_start="random", tsne_seed="3", tsne_of="noise")
    assert settings(test) == {
        **{"perplexity": 7, "exaggeration": 12, "rate": "auto", "start": "random", "seed": 3, "noise": True}
    }


@pytest.mark.parametrize("spoil", ["missing", "damaged"])
def test_a_spoilt_gallery_is_said_in_a_sentence(spoilable, spoil):
    gallery = spoilable / "deep_30d.gallery.safetensors"
    gallery.unlink() if spoil == "missing" else gallery.write_bytes(b"nothing")
    models.gallery.cache_clear()
    test = opened()
    models.gallery.cache_clear()
    assert any("gallery" in warning.value for warning in test.warning)
