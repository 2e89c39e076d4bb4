"""Ways through latent space, draws, neighbours and weights of code numbers, against what can be worked out by hand."""

import numpy as np
import pytest
import torch

import aemodels
from aemodels.checkpoints import cards
from aemodels.latent import dimensions, interpolation, sampling
from aemodels.latent.nearest import Known
from aemodels.networks.losses import kl_to_standard_normal


def test_a_straight_path_takes_equal_steps_from_end_to_end():
    start, end = np.array([0.0, 2.0]), np.array([4.0, -2.0])
    path = interpolation.straight(start, end, 5)
    assert path.shape == (5, 2)
    assert path.dtype == np.float32
    assert np.allclose(path[[0, -1]], [start, end])
    assert np.allclose(np.diff(path, axis=0), [1, -1])


def test_a_spherical_path_keeps_its_distance_and_turns_steadily():
    path = interpolation.spherical(np.array([2.0, 0.0]), np.array([0.0, 2.0]), 7)
    assert np.allclose(np.linalg.norm(path, axis=1), 2, atol=1e-6)
    assert np.allclose(np.degrees(np.arctan2(path[:, 1], path[:, 0])), np.linspace(0, 90, 7), atol=1e-4)


def test_a_spherical_path_changes_its_distance_steadily_between_codes_of_unlike_length():
    generator = np.random.default_rng(0)
    start, end = generator.standard_normal(20), 3 * generator.standard_normal(20)
    path = interpolation.spherical(start, end, 9)
    lengths = np.linspace(np.linalg.norm(start), np.linalg.norm(end), 9)
    assert np.allclose(path[[0, -1]], [start, end], atol=1e-5)
    assert np.allclose(np.linalg.norm(path, axis=1), lengths, rtol=1e-5)


@pytest.mark.parametrize("end", [[-1.0, 0.0], [2.0, 0.0], [0.0, 0.0]])
def test_a_spherical_path_goes_straight_where_no_circle_is_defined(end):
    start, end = np.array([1.0, 0.0]), np.array(end)
    assert np.array_equal(interpolation.spherical(start, end, 5), interpolation.straight(start, end, 5))


def test_a_traverse_changes_one_number_only():
    codes = interpolation.traverse(np.array([0.5, -1.0, 2.0]), 1)
    assert codes.shape == (11, 3)
    assert np.allclose(codes[:, 1], np.linspace(-3, 3, 11))
    assert (codes[:, [0, 2]] == [0.5, 2.0]).all()


def test_temperature_moves_the_same_codes_further_out():
    cold, hot = sampling.prior(24, 10, 0.5, 7), sampling.prior(24, 10, 1.5, 7)
    assert np.allclose(hot, 3 * cold, atol=1e-6)
    assert not np.allclose(cold, sampling.prior(24, 10, 0.5, 8))
    assert abs(sampling.prior(4000, 2, 2.0, 0).std() - 2) < 0.05


def test_draws_around_codes_have_their_mean_and_covariance():
    generator = np.random.default_rng(0)
    codes = generator.standard_normal((5000, 2)) @ np.array([[2.0, 0.0], [1.5, 0.5]]) + [3, -1]
    drawn = sampling.around(codes, 20_000, 1.0, 0)
    assert np.allclose(drawn.mean(0), codes.mean(0), atol=0.06)
    assert np.allclose(np.cov(drawn.T), np.cov(codes.T), rtol=0.05)
    assert np.allclose(sampling.around(codes, 3, 0.0, 0), codes.mean(0), atol=1e-5)


def test_guesswork_has_the_usual_size_in_every_number():
    codes = np.random.default_rng(0).gamma(2, 3, (1000, 6))
    drawn = sampling.guesswork(codes, 5000, 1.0, 0)
    assert np.allclose(drawn.mean(0), codes.mean(), atol=0.25)
    assert np.allclose(drawn.std(0), codes.std(), rtol=0.05)


def test_neighbours_agree_with_a_search_one_by_one():
    generator = np.random.default_rng(0)
    points = generator.standard_normal((500, 8)).astype(np.float32)
    queries = generator.standard_normal((20, 8)).astype(np.float32)
    distances = np.linalg.norm(points[None] - queries[:, None], axis=2)
    found = Known(points).nearest(queries, 3)
    assert np.array_equal(found.positions, np.argsort(distances, axis=1)[:, :3])
    assert np.allclose(found.distances, np.sort(distances, axis=1)[:, :3], atol=1e-5)


def test_numbers_are_weighed_by_the_divergence_that_training_minimises():
    generator = np.random.default_rng(0)
    mean, log_variance = generator.standard_normal((2, 50, 4)).astype(np.float32)
    mean[:, 2] = 0.001
    weighed = dimensions.by_kl(mean, log_variance)
    expected = kl_to_standard_normal(torch.from_numpy(mean), torch.from_numpy(log_variance)).mean(0)
    assert np.allclose(weighed.carried, expected, rtol=1e-5)
    assert weighed.dead.tolist() == [False, False, True, False]
    assert weighed.order[-1] == 2
    assert (np.diff(weighed.carried[weighed.order[:3]]) <= 0).all()


def test_the_door_gives_posteriors(digits):
    mean, log_variance = aemodels.posterior("vae_20d", digits)
    assert mean.shape == log_variance.shape == (60, 20)
    assert np.allclose(mean, aemodels.encode("vae_20d", digits), atol=1e-5)
    assert (log_variance < 1).all()
    assert aemodels.posterior("deep_30d", digits)[1] is None


def test_the_divergence_on_test_images_is_the_one_on_the_card(mnist):
    weighed = dimensions.by_kl(*aemodels.posterior("vae_20d", mnist.test.images))
    assert weighed.carried.sum() == pytest.approx(cards.read("vae_20d").figures.test["kl_nats"], rel=0.01)
    assert not weighed.dead.any()


def test_the_nearest_of_long_points_is_the_same_whether_near_or_between_them(digits):
    pictures = digits.reshape(len(digits), -1)
    between = (pictures[:20] + pictures[20:40]) / 2
    known = Known(pictures)
    for queries in (pictures[:9], between, np.zeros_like(between)):
        quick, sure = known.nearest_of_long(queries), known.nearest(queries)
        assert (quick.positions == sure.positions).all()
        assert quick.distances == pytest.approx(sure.distances, abs=1e-5)
