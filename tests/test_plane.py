"""The latent plane's page by Streamlit's test machine, and what is computed for it in Python."""

import io

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import LESSON
from aemodels.inspection import browser_weights
from aemodels.latent import interpolation, scales
from aemodels.networks.dense import DenseAutoencoder
from aemodels.networks.layers import mlp
from tests.support.apptest import components, fetched, header, open_page, words
from tests.support.damage import take_away
from ui.components.manifold import mosaic
from ui.sections.latent_plane import film, holes, place
from ui.sections.latent_plane.sheet import sheet

PLANE = "latent_plane"
FLAT = ["deep_2d", "pca_2", "vae_2d", "vae_conv_2d"]


def found(name: str) -> holes.Holes:
    return holes.find(cards.read(name))


def test_every_model_with_two_numbers_is_offered_and_one_without_holes_comes_first():
    app = open_page(PLANE)
    specs = [cards.read(name).spec for name in cards.trained()]
    flat = [spec for spec in specs if spec.code_size == 2 and spec.data in datasets.PICTURES]
    found = [spec for spec in flat if spec.family != LESSON]
    assert len(app.selectbox(key="model").options) == len(found) >= 4
    assert app.selectbox(key="model").value == "vae_2d"
    assert components(app).count("plane_carrier") == 1
    assert "What lies between the digits that a model has seen?" in words(app)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("vae_2d", "Hardly any holes"), ("deep_2d", "Holes: "), ("pca_2", "hardly a place shows a clear digit")],
)
def test_the_text_says_how_many_holes_there_are(name, sentence):
    app = open_page(PLANE, model=name)
    assert sentence in words(app)
    assert f"{found(name).share:.0%}" in words(app)
    assert header(app, PLANE)["prior"] == (name == "vae_2d")
    assert (header(app, PLANE)["posterior"]["deviation"] is None) == (name != "vae_2d")


def test_a_model_that_fills_its_plane_has_fewer_holes_and_a_button_goes_from_one_to_the_next():
    full, ragged = (found(name) for name in ("vae_2d", "deep_2d"))
    assert 0 < full.share < ragged.share < 0.15
    app = open_page(PLANE, model="deep_2d")
    for place_shown in (*ragged.places, ragged.places[0]):
        next(button for button in app.button if button.label == "Go to a hole").click().run()
        assert header(app, PLANE)["point"] == pytest.approx(place_shown.tolist(), abs=1e-3)


def test_all_at_once_begins_as_far_out_as_the_digits_lie():
    app = open_page(PLANE, model="deep_2d", show="manifold")
    assert header(app, "latent_manifold")["values"][-1] == 7
    assert PLANE not in components(app)


@pytest.mark.parametrize("name", ["vae_2d", "vae_conv_2d"])
def test_weights_are_fetched_and_not_sent(name):
    app = open_page(PLANE, model=name)
    message = next(entry for entry in app.get("bidi_component") if entry.proto.component_name == "plane_carrier")
    assert len(message.proto.bytes) < 20_000
    assert header(app, "plane_carrier")["network"]["address"].endswith(cards.read(name).digest)


def test_a_deep_link_restores_point_walk_and_course():
    app = open_page(PLANE, z1="1.25", z2="-0.5", show="walk", stops="0,1;2,-1;nonsense;7", course="circle")
    assert header(app, PLANE)["point"] == [1.25, -0.5]
    assert header(app, PLANE)["stops"] == [[0, 1], [2, -1]]
    assert header(app, "latent_walk")["spherical"]


@pytest.mark.parametrize("address", [{"z1": "here", "z2": "1"}, {"z1": "1"}, {"z1": "nan", "z2": "0"}, {"z1": "1e9"}])
def test_nonsense_for_a_point_shows_the_input_instead(address):
    app = open_page(PLANE, **address)
    assert header(app, PLANE)["point"] is None
    assert not app.exception


def test_another_input_or_model_takes_the_point_away():
    app = open_page(PLANE, z1="1.25", z2="-0.5", source="pick")
    assert header(app, PLANE)["point"] == [1.25, -0.5]
    app.number_input(key="seed").set_value(7).run()
    assert header(app, PLANE)["point"] is None
    assert "z1" not in app.query_params


def test_the_manifold_has_as_many_pictures_as_asked_for():
    app = open_page(PLANE, show="manifold", side="7", reach="2.0", spacing="quantile")
    values = header(app, "latent_manifold")["values"]
    assert len(values) == 7
    assert values[0] == -values[-1] == -2
    assert len(fetched(header(app, "latent_manifold")["pictures"])[1]["pictures"]) == 7 * 7 * 784


def test_without_its_weights_a_model_gets_a_sentence(spoilable):
    take_away(spoilable, "deep_2d.safetensors")
    app = open_page(PLANE, model="deep_2d")
    assert not app.exception
    assert app.selectbox(key="model").value == "vae_2d"


def test_without_any_plane_the_page_says_how_to_get_one(spoilable):
    for name in FLAT:
        (spoilable / f"{name}.json").unlink()
    assert "python -m aemodels.train vae_2d" in words(open_page(PLANE))


@pytest.mark.parametrize("name", ["deep_2d", "pca_2", "vae_2d", "simple", "vae_conv_2d", "recurrent", "vanilla"])
def test_plain_layers_give_what_the_model_gives(name, digits):
    halves = aemodels.halves(name)
    mean, log_variance = aemodels.posterior(name, digits)
    given = browser_weights.run(halves.encoder, digits.reshape(-1, 784))
    expected = mean if log_variance is None else np.concatenate([mean, log_variance], 1)
    assert np.abs(given - expected).max() < 1e-4 * max(1, np.abs(expected).max())
    x_hat = browser_weights.run(halves.decoder, mean).reshape(-1, 28, 28)
    assert np.abs(x_hat - aemodels.decode(name, mean)).max() < 1e-4
    weights = [array for layer in (*halves.encoder, *halves.decoder) for array in layer.weights]
    assert weights
    assert all(array.dtype == np.float16 for array in weights)


class Sorting(DenseAutoencoder):
    """An encoder that does what no browser knows, and a decoder that is a chain."""

    def __init__(self, spec):
        super().__init__(spec)
        self.encoder, self.decoder = mlp([784, 2], nn.ReLU), mlp([2, 784], nn.ReLU)

    def encode(self, x):
        """Return codes in order of size."""
        return super().encode(x).sort(1).values


class Halving(Sorting):
    """A code of which one part is swapped with the other: cut and put together again, but not as it was."""

    def encode(self, x):
        """Return codes, their second number first."""
        one, other = DenseAutoencoder.encode(self, x).chunk(2, 1)
        return torch.cat([other, one], 1)


@pytest.mark.parametrize("network", [Sorting, Halving])
def test_what_a_browser_would_compute_otherwise_is_no_chain(network):
    halves = browser_weights.halves_of(network(cards.read("vae_2d").spec).eval())
    assert halves.encoder is None
    assert halves.decoder is not None


def test_a_posterior_is_what_encoding_gives_with_its_spread(digits):
    mean, log_variance = aemodels.posterior("vae_2d", digits)
    assert np.array_equal(mean, aemodels.encode("vae_2d", digits))
    assert log_variance.shape == mean.shape
    assert np.exp(log_variance).mean() < 1
    assert aemodels.posterior("deep_2d", digits)[1] is None


def test_a_straight_walk_is_even_and_goes_through_its_stops():
    stops = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 4.0]])
    found = interpolation.walk(stops, 5)
    assert np.allclose(found, [[0, 0], [1, 0], [2, 0], [2, 2], [2, 4]])


def test_a_walk_on_the_circle_keeps_its_distance_from_zero():
    found = interpolation.walk(np.array([[2.0, 0.0], [0.0, 2.0]]), 9, spherical=True)
    assert np.allclose(np.linalg.norm(found, axis=1), 2)
    assert np.allclose(found[4], np.sqrt(2))
    through_zero = interpolation.walk(np.array([[0.0, 0.0], [0.0, 2.0], [0.0, -2.0]]), 5, spherical=True)
    assert np.isfinite(through_zero).all()


def test_ticks_are_symmetric_and_crowd_at_the_middle_by_quantiles():
    even, crowded = scales.ticks(9, 3), scales.ticks(9, 3, by_quantiles=True)
    assert np.allclose(np.diff(even), 0.75)
    assert np.allclose(crowded, -crowded[::-1], atol=1e-6)
    assert crowded[0] == pytest.approx(-3)
    assert np.diff(crowded)[4] < 0.5 < np.diff(crowded)[0]


def test_a_lattice_reads_like_a_picture():
    assert scales.lattice(np.array([-1.0, 1.0])).tolist() == [[-1, 1], [1, 1], [-1, -1], [1, -1]]


def test_typical_codes_are_codes_of_their_class():
    known = np.array([[0.0, 0], [1, 0], [0.4, 0], [9, 9]])
    assert scales.typical(known, np.array([0, 0, 0, 1])).tolist() == [[0.4, 0], [9, 9]]


def test_a_film_goes_there_and_back_and_a_strip_has_twelve_pictures():
    stops = np.array([[-2.0, 0.4], [2.0, 0.5]])
    gif = Image.open(io.BytesIO(film.film("vae_2d", stops, spherical=True)))
    assert (gif.format, gif.n_frames, gif.size) == ("GIF", 32, (280, 280))
    png = Image.open(io.BytesIO(film.strip("vae_2d", stops, spherical=False)))
    assert png.size == (12 * 28 * 6, 28 * 6)
    assert np.asarray(png).min() < 60


def test_a_sheet_can_be_printed_and_shows_its_pictures_in_place():
    values = scales.ticks(5, 2)
    pictures = np.zeros((25, 28, 28), np.float32)
    pictures[4] = 1  # upper right
    assert mosaic(pictures)[:28, -28:].all()
    page = Image.open(io.BytesIO(sheet(pictures, values)))
    assert min(page.size) >= 3000
    assert page.info["dpi"][0] == pytest.approx(300, abs=1)
    right, left = np.asarray(page)[200:400, -400:-200], np.asarray(page)[200:400, 400:600]
    assert right.max() == 0
    assert left.min() == 255


def test_stops_are_read_as_they_are_written(monkeypatch):
    address = {}
    monkeypatch.setattr("streamlit.query_params", address)
    place.put_stops([[1.5, -2.25], [0.001, 3.0]])
    assert place.stops() == [[1.5, -2.25], [0.001, 3.0]]
    place.put_point([1.0, 2.0])
    assert place.point() == [1.0, 2.0]
    place.put_point(None)
    assert address == {"stops": "1.5,-2.25;0.001,3"}
