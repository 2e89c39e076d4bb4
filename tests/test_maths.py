"""The formulas against other people's implementations of them."""

import numpy as np
import pytest
import torch
from sklearn.decomposition import PCA
from sklearn.linear_model import Ridge
from torch.distributions import Bernoulli, Normal, kl_divergence

import aemodels
from aemodels.baselines.linear import datasets, linear_denoiser, principal_components
from aemodels.corruption import Corruption
from aemodels.networks import losses
from aemodels.training import augmentation


@pytest.fixture
def generator():
    return np.random.default_rng(7)


def test_kl_equals_the_one_of_torch():
    torch.manual_seed(1)
    mean, log_variance = torch.randn(50, 7), torch.randn(50, 7)
    expected = kl_divergence(Normal(mean, torch.exp(0.5 * log_variance)), Normal(0.0, 1.0))
    assert torch.allclose(losses.kl_to_standard_normal(mean, log_variance), expected, atol=1e-5)


def test_cross_entropy_is_the_bernoulli_log_likelihood(digits):
    torch.manual_seed(2)
    logits, target = torch.randn(60, 28, 28), torch.from_numpy(digits).round()
    expected = -Bernoulli(logits=logits).log_prob(target).sum((1, 2)).mean()
    assert torch.isclose(losses.binary_cross_entropy(logits, target), expected, rtol=1e-5)


def test_cross_entropy_never_falls_below_its_floor(digits):
    target = torch.from_numpy(digits)
    floor = losses.cross_entropy_floor(target)
    perfect = torch.logit(target, eps=1e-6)
    assert floor > 0
    assert torch.isclose(losses.binary_cross_entropy(perfect, target), floor, rtol=1e-3)
    assert losses.binary_cross_entropy(0.9 * perfect, target) > floor


def test_the_importance_weighted_bound_is_the_elbo_for_one_sample_and_tighter_for_many(digits):
    model = aemodels.load("vae_20d")
    x = torch.from_numpy(digits[:40]).round()[:, None].repeat(10, 1, 1, 1)
    torch.manual_seed(5)
    elbo = float(sum(model.loss_terms(x, x).values()))
    one, many = (model.importance_weighted_bound(x, samples) for samples in (1, 100))
    assert one == pytest.approx(elbo, rel=0.01)
    assert many < one


def test_squared_error_sums_over_pixels_and_averages_over_images(digits):
    x = torch.from_numpy(digits)
    assert losses.squared_error(x + 0.5, x) == pytest.approx(0.25 * 784, rel=1e-5)


def test_components_are_those_of_scikit_learn(digits):
    mean, components = principal_components(torch.from_numpy(digits).flatten(1))
    theirs = PCA(10, svd_solver="full").fit(digits.reshape(60, -1))
    cosines = np.abs(np.sum(components[:10].numpy() * theirs.components_, axis=1))
    assert np.allclose(mean, theirs.mean_, atol=1e-6)
    assert np.allclose(cosines, 1, atol=1e-4)


@pytest.mark.slow
def test_pca_32_rebuilds_like_scikit_learn(mnist):
    theirs = PCA(32, random_state=0).fit(mnist.train.images.reshape(-1, 784))
    flat = mnist.test.images.reshape(-1, 784)
    expected = np.square(theirs.inverse_transform(theirs.transform(flat)) - flat).mean()
    ours = np.square(aemodels.reconstruct("pca_32", mnist.test.images) - mnist.test.images).mean()
    assert ours == pytest.approx(expected, abs=1e-5)


@pytest.mark.slow
def test_the_linear_autoencoder_spans_pcas_subspace(mnist):
    figures = aemodels.load("linear").own_measures(mnist, torch.empty(0))
    assert figures["principal_angle"] <= 1.0


def test_the_linear_denoiser_is_ridge_regression(monkeypatch, digits):
    split = datasets.Split(digits, np.zeros(60))
    monkeypatch.setattr(datasets, "load_pictures", lambda name: datasets.Dataset(name, split, split, split))
    corruption = Corruption("gaussian", 0.5)
    noisy = corruption(digits, np.random.default_rng(0)).reshape(60, -1)
    with_bias = np.column_stack([noisy, np.ones(60)])
    theirs = Ridge(1.0, fit_intercept=False).fit(with_bias, digits.reshape(60, -1))
    ours = linear_denoiser.__wrapped__("some", corruption)
    assert np.allclose(ours.numpy().T, theirs.coef_, atol=1e-3)


def test_gaussian_noise_has_its_mean_and_deviation(generator):
    grey = np.full((200, 28, 28), 0.5, np.float32)
    noise = Corruption("gaussian", 0.3, mean=0.1, clip=False)(grey, generator) - grey
    assert noise.mean() == pytest.approx(0.1, abs=0.005)
    assert noise.std() == pytest.approx(0.3, abs=0.005)
    clipped = Corruption("gaussian", 0.8)(grey, generator)
    assert clipped.min() == 0
    assert clipped.max() == 1


def test_salt_and_pepper_hits_its_share_half_each(generator):
    grey = np.full((200, 28, 28), 0.5, np.float32)
    noisy = Corruption("salt_and_pepper", 0.2)(grey, generator)
    assert (noisy == 0).mean() == pytest.approx(0.1, abs=0.005)
    assert (noisy == 1).mean() == pytest.approx(0.1, abs=0.005)


def test_masking_drops_its_share(generator):
    white = np.ones((200, 28, 28), np.float32)
    assert (Corruption("masking", 0.4)(white, generator) == 0).mean() == pytest.approx(0.4, abs=0.005)


def test_dropout_keeps_the_mean_brightness(generator):
    white = np.ones((200, 28, 28), np.float32)
    dropped = Corruption("masking", 0.5, rescale=True)(white, generator)
    assert set(np.unique(dropped)) == {0.0, 2.0}
    assert dropped.mean() == pytest.approx(1.0, abs=0.01)


def test_an_occluding_block_is_one_rectangle_of_its_share(generator):
    white = np.ones((400, 28, 28), np.float32)
    hidden = Corruption("occlusion", 0.25)(white, generator) == 0
    rows, columns = hidden.any(2), hidden.any(1)
    assert (hidden == rows[:, :, None] & columns[:, None, :]).all()
    assert hidden[:, 14, 14].mean() > hidden[:, 0, 0].mean()
    assert 0.1 < hidden.mean() <= 0.26


@pytest.mark.parametrize("kind", ["gaussian", "salt_and_pepper", "masking", "occlusion"])
def test_corruption_is_seeded_grows_with_its_amount_and_works_on_tensors(kind, digits):
    weak, strong = Corruption(kind, 0.1), Corruption(kind, 0.1).with_amount(0.6)
    once, again = weak(digits, np.random.default_rng(3)), weak(digits, np.random.default_rng(3))
    assert np.array_equal(once, again)
    assert once.dtype == np.float32
    field = weak.field(digits.shape, np.random.default_rng(3))
    distance = [np.abs(each.apply(digits, field) - digits).mean() for each in (weak, strong)]
    assert distance[0] < distance[1]
    in_torch = strong.apply(torch.from_numpy(digits), torch.from_numpy(field))
    assert np.allclose(in_torch.numpy(), strong.apply(digits, field))


def test_affine_motion_moves_its_share_and_keeps_the_range(digits):
    torch.manual_seed(4)
    x = torch.from_numpy(digits)[:, None].repeat(20, 1, 1, 1)
    moved = augmentation.affine(x, 0.6)
    changed = (moved != x).flatten(1).any(1).float().mean()
    assert 0.5 < changed < 0.7
    assert moved.min() >= 0
    assert moved.max() <= 1
    assert torch.equal(augmentation.affine(x, 0.0), x)
