"""The door: numpy in, numpy out."""

import numpy as np
import pytest

import aemodels
from aemodels import datasets
from aemodels import images as images_door
from aemodels.checkpoints import cards
from aemodels.errors import BadInput, UnknownVariant

TRAINED = [name for name in cards.trained() if aemodels.spec(name).data in datasets.PICTURES]


@pytest.mark.parametrize("name", TRAINED)
def test_encode_decode_reconstruct(name, digits):
    images = digits[:3]
    codes = aemodels.encode(name, images)
    rebuilt = aemodels.reconstruct(name, images)
    assert codes.shape == (3, aemodels.spec(name).code_size)
    assert codes.dtype == rebuilt.dtype == np.float32
    assert rebuilt.shape == (3, 28, 28)
    assert np.allclose(aemodels.decode(name, codes), rebuilt, atol=1e-5)


@pytest.mark.parametrize("name", ["simple", "deep_30d", "denoising_conv"])
def test_a_trained_model_rebuilds_digits_from_elsewhere(name):
    images = np.stack([images_door.normalise(picture).image for picture in datasets.bundled_digits().images[:60]])
    spread = np.square(images - images.mean(0)).mean()
    assert np.square(aemodels.reconstruct(name, images) - images).mean() < 0.2 * spread


def test_many_images_go_through_in_batches(digits):
    many = np.tile(digits, (40, 1, 1))
    assert np.allclose(aemodels.encode("simple", many)[-60:], aemodels.encode("simple", digits), atol=1e-5)


def test_generate_is_seeded():
    once, again, other = (aemodels.generate("vae_2d", 4, seed) for seed in (1, 1, 2))
    assert once.shape == (4, 28, 28)
    assert np.array_equal(once, again)
    assert not np.array_equal(once, other)


@pytest.mark.parametrize("shape", [(2, 28, 27), (2, 1, 28, 28), (2, 784), ()])
def test_a_wrong_shape_is_refused_with_a_remedy(shape):
    with pytest.raises(BadInput, match="normalise"):
        aemodels.encode("simple", np.zeros(shape))


def test_what_is_not_finite_is_refused():
    with pytest.raises(BadInput, match="finite"):
        aemodels.reconstruct("simple", np.full((1, 28, 28), np.nan))
    with pytest.raises(BadInput, match="finite"):
        aemodels.decode("vae_2d", np.array([[np.inf, 0]]))
    with pytest.raises(BadInput, match=r"\(N, 2\)"):
        aemodels.decode("vae_2d", np.zeros((1, 3)))


def test_an_unknown_model_is_refused():
    with pytest.raises(UnknownVariant):
        aemodels.load("nobody")


def test_models_are_read_once_and_cannot_be_trained_by_accident():
    model = aemodels.load("simple")
    assert aemodels.load("simple") is model
    assert not model.training
    assert not any(parameter.requires_grad for parameter in model.parameters())
