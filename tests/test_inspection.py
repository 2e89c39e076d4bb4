"""What units see, what is lost without them, flat maps of codes, and a training that is watched."""

import numpy as np
import pytest
import torch

import aemodels
from aemodels.checkpoints import cards
from aemodels.checkpoints.weights import read_weights
from aemodels.inspection import browser_weights
from aemodels.latent import pca

DENSE = ["vanilla", "simple", "tied", "stacked", "denoising_dense", "sparse_l1", "sparse_kl", "sparse_relu_l1"]
CONVOLUTIONAL = ["conv", "conv_strided", "denoising_conv", "vae_conv_2d"]


@pytest.mark.parametrize("name", DENSE)
def test_the_first_layer_is_that_of_the_checkpoint(name):
    weights = read_weights(name)
    stored = next(weight for weight in weights.values() if weight.ndim == 2 and weight.shape[1] == 784)
    assert np.array_equal(aemodels.first_layer(name).reshape(-1, 784), stored.numpy())
    assert aemodels.filters_of(name) is None


@pytest.mark.parametrize("name", CONVOLUTIONAL)
def test_filters_are_those_of_the_checkpoint_and_maps_end_in_the_reconstruction(name, digits):
    stored = read_weights(name)["encoder.0.weight"].numpy()
    assert np.array_equal(aemodels.filters_of(name), stored[:, 0])
    assert aemodels.first_layer(name) is None
    maps = aemodels.feature_maps(name, digits[0])
    assert maps[0].maps.shape[0] == len(stored)
    assert {each.part for each in maps} == {"encoder", "decoder"}
    last = torch.from_numpy(maps[-1].maps)
    logits = 2 * last if name == "conv_strided" else last
    assert np.allclose(torch.sigmoid(logits)[0].numpy(), aemodels.reconstruct(name, digits[:1])[0], atol=1e-5)


@pytest.mark.parametrize("name", CONVOLUTIONAL)
def test_the_maps_come_by_in_the_layers_that_a_browser_runs(name, digits):
    maps, places, halves = aemodels.feature_maps(name, digits[3]), aemodels.map_places(name), aemodels.halves(name)
    given = {"encoder": digits[3].reshape(1, -1), "decoder": aemodels.encode(name, digits[3:4])}
    for layer, place in zip(maps, places, strict=True):
        chain = getattr(halves, place.half)[: place.step + 1]
        found = browser_weights.run(chain, given[place.half].astype(np.float32))
        assert place.half == layer.part
        assert np.abs(found.ravel() - layer.maps.ravel()).max() < 0.02 * max(1, np.abs(layer.maps).max())


def test_a_dense_model_has_no_feature_maps(digits):
    assert aemodels.feature_maps("simple", digits[0]) == []
    assert aemodels.map_places("simple") == ()


@pytest.mark.parametrize("instead", [0.0, 0.7])
def test_a_unit_that_is_off_says_something_else(instead, digits):
    code = aemodels.encode("vanilla", digits[:1])[0]
    changed = code.copy()
    changed[[3, 17]] = instead
    found = aemodels.without_units("vanilla", code, [3, 17], np.full_like(code, instead))
    assert np.array_equal(found, aemodels.decode("vanilla", changed[None])[0])
    assert not np.array_equal(found, aemodels.decode("vanilla", code[None])[0])
    assert np.array_equal(code, aemodels.encode("vanilla", digits[:1])[0])


@pytest.mark.parametrize("name", ["vanilla", "deep_30d", "conv_strided", "sparse_kl"])
def test_climbing_raises_what_a_unit_says_within_bounds(name):
    found = aemodels.favourites(name, (0, 1, 2, 5), seed=3)
    codes = aemodels.encode(name, found.pictures)
    assert np.allclose(codes[np.arange(4), [0, 1, 2, 5]], found.after, atol=1e-3)
    assert (found.after > found.before).all()
    assert found.pictures.min() >= 0
    assert found.pictures.max() <= 1
    assert np.linalg.norm(found.pictures.reshape(4, -1), axis=1).max() <= 9.001


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_live_training_ends_within_a_degree_of_pca_and_can_be_repeated(seed):
    found = aemodels.learn_plane(seed)
    assert found.angles[-1] < 1 < found.angles[0]
    for plane, angle in zip(found.planes, found.angles, strict=True):
        assert np.allclose(plane @ plane.T, np.eye(2), atol=1e-5)
        cosines = np.linalg.svd(found.pca_plane.astype(float) @ plane.T.astype(float), compute_uv=False)
        assert np.degrees(np.arccos(min(1.0, cosines.min()))) == pytest.approx(angle, abs=0.1)
    assert np.linalg.norm(found.centres[-1] - found.pca_centre) < 0.1
    assert np.array_equal(found.angles, aemodels.learn_plane(seed).angles)


def test_live_training_leaves_the_random_numbers_of_others_alone():
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    aemodels.learn_plane(2)
    assert torch.equal(torch.rand(3), expected)


def test_neighbours_agree_as_a_slow_count_says():
    gallery = cards.load_gallery("deep_2d")
    codes, labels = gallery["codes"][:300], gallery["labels"][:300]
    distances = np.linalg.norm(codes[:, None] - codes[None], axis=2)
    np.fill_diagonal(distances, np.inf)
    votes = labels[np.argsort(distances, axis=1)[:, :15]]
    right = [np.bincount(vote, minlength=10).argmax() == label for vote, label in zip(votes, labels, strict=True)]
    assert pca.neighbour_accuracy(codes, labels) == pytest.approx(np.mean(right), abs=0.01)


def test_main_directions_are_where_codes_differ_most():
    codes = np.random.default_rng(0).normal(size=(500, 4)) * [1, 5, 0.1, 3] + 7
    mean, directions = pca.main_directions(codes)
    assert np.allclose(mean, codes.mean(0))
    assert np.abs(directions).argmax(1).tolist() == [1, 3]
    assert np.allclose(directions @ directions.T, np.eye(2), atol=1e-6)


def test_fewer_components_cost_what_decoding_says(digits):
    codes = aemodels.encode("pca_32", digits)
    pictures = aemodels.decode("pca_32", codes)
    errors = np.square(pictures - digits).mean((1, 2))
    found = pca.errors_of_fewer_components(codes, errors, 784)
    for count in (0, 2, 10, 32):
        rebuilt = aemodels.decode("pca_32", codes * (np.arange(32) < count))
        assert found[count] == pytest.approx(np.square(rebuilt - digits).mean(), rel=1e-3)
