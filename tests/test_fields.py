"""The field of arrows: a denoiser's point to the crowd of digits, others' do not."""

import numpy as np
import pytest

from aemodels import datasets, encode, figures
from aemodels.experiments import vector_field
from tests.support.apptest import run_script

WIDTH = 0.7  # of the hills that stand for the density of clean pictures
PAGE = """
from ui.sections.denoise import vector_field

vector_field.show({name!r}, 0.5)
"""


@pytest.fixture(scope="module")
def learnt():
    return vector_field.field("denoising_conv", 0.5)


def uphill(found: vector_field.Field) -> np.ndarray:
    """Cosines between the arrows and the gradient of the log density, estimated from the cloud alone."""
    ways = found.cloud - found.starts[:, None]
    weights = np.exp(-np.square(ways).sum(-1, keepdims=True) / (2 * WIDTH**2)) + 1e-30
    gradient = (weights * ways).sum(1) / weights.sum(1)
    arrows = found.ends - found.starts
    return (arrows * gradient).sum(1) / (np.linalg.norm(arrows, axis=1) * np.linalg.norm(gradient, axis=1))


def outside(found: vector_field.Field) -> np.ndarray:
    return np.linalg.norm(found.cloud - found.starts[:, None], axis=-1).min(1) > vector_field.OUTSIDE


def test_a_field_has_arrows_inside_and_outside_the_crowd(learnt):
    assert learnt.starts.shape == learnt.ends.shape == (vector_field.SIDE**2, 2)
    assert learnt.cloud.shape == (vector_field.CLOUD, 2)
    assert set(learnt.labels) == set(range(10))
    assert 15 < outside(learnt).sum() < vector_field.SIDE**2 / 2


@pytest.mark.parametrize("name", ["denoising_conv", "denoising_dense", "denoising_gaussian"])
def test_a_denoisers_arrows_climb_the_density_of_clean_pictures(name):
    found = vector_field.field(name, 0.5)
    assert uphill(found)[outside(found)].mean() > 0.7
    seen = vector_field.reading(found)
    assert seen.nearer > 0.9
    assert seen.inside < 0.75 * seen.outside


def test_a_plain_model_drags_the_crowd_too_and_finds_the_way_less_often(learnt):
    denoiser, plain, linear = (vector_field.reading(each) for each in (learnt, *map(field_of, ("deep_30d", "pca_32"))))
    assert plain.nearer < 0.7 < denoiser.nearer
    assert min(plain.inside, linear.inside) > 3 * denoiser.inside


def field_of(name: str) -> vector_field.Field:
    return vector_field.field(name, 0.5)


def test_the_same_seed_gives_the_same_arrows(learnt):
    assert np.allclose(vector_field.field("denoising_conv", 0.5).ends, learnt.ends, atol=1e-5)
    assert not np.allclose(vector_field.field("denoising_conv", 0.5, seed=1).ends, learnt.ends, atol=1e-2)
    assert np.array_equal(vector_field.field("denoising_conv", 0.5, seed=1).starts, learnt.starts)


def test_pca_leaves_pictures_without_noise_where_they_are():
    found = vector_field.field("pca_32", 0.0)
    assert np.allclose(found.ends, found.starts, atol=1e-3)


def test_the_clean_pictures_lie_where_the_test_images_lie(learnt, mnist):
    exact = encode("pca_2", mnist.test.images[: vector_field.CLOUD])
    assert np.array_equal(learnt.labels, mnist.test.labels[: vector_field.CLOUD])
    assert np.sqrt(np.square(learnt.cloud - exact).sum(1)).mean() < 0.2


@pytest.mark.parametrize("data", ["mnist", "fashion"])
def test_the_figure_shows_every_class_and_every_arrow(data):
    found = vector_field.field({"mnist": "denoising_conv", "fashion": "denoising_gaussian"}[data], 0.5)
    figure = figures.denoising.field(found, data)
    assert [f"<b>{word}</b>" for word in datasets.TABLE[data].classes] == [
        each.text for each in figure.layout.annotations
    ]
    arrows = figure.data[-1]
    assert len(arrows.x) == 3 * len(found.starts)
    assert np.allclose(np.column_stack([arrows.x, arrows.y])[1::3], found.ends)


@pytest.mark.parametrize("name", ["denoising_conv", "denoising_dropout"])
def test_the_section_says_in_numbers_what_is_seen(name):
    app = run_script(PAGE.format(name=name))
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert "of the arrows that begin outside the crowd end nearer" in app.caption[0].value


def test_a_missing_model_of_the_plane_is_answered_with_a_sentence(spoilable):
    (spoilable / "pca_2.json").unlink()
    app = run_script(PAGE.format(name="denoising_dense"))
    assert "python -m aemodels.train pca_2" in app.warning[0].value
    assert not app.exception
