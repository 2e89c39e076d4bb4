"""Training input: spoilt as the recipe says, or with noise of another strength for every image."""

import pytest
import torch

from aemodels import registry

BLANK = torch.full((400, 1, 28, 28), 0.5)


def spread(name: str) -> torch.Tensor:
    """Standard deviations (400,) of what a variant makes of grey images in training."""
    torch.manual_seed(0)
    return registry.build(name).corrupt(BLANK).flatten(1).std(1)


def test_a_denoiser_gets_noise_of_one_strength():
    strengths = spread("denoising_conv")
    assert strengths.std() < 0.02


def test_the_blind_denoiser_gets_every_strength_from_none_to_much():
    strengths = spread("denoising_conv_mixed")
    assert strengths.min() < 0.02
    assert strengths.max() > 1.05 * spread("denoising_conv").mean()
    light = strengths < 0.2  # where next to nothing is cut off, the spread is the strength
    assert float(light.float().mean()) == pytest.approx(0.2, abs=0.05)


def test_noise_is_cut_to_pictures_and_the_clean_images_stay_as_they_are():
    torch.manual_seed(0)
    target = torch.rand(50, 1, 28, 28)
    before = target.clone()
    x = registry.build("denoising_conv_mixed").corrupt(target)
    assert x.shape == target.shape
    assert 0 <= x.min() < x.max() <= 1
    assert torch.equal(target, before)


def test_a_plain_autoencoder_gets_the_images_themselves():
    assert registry.build("simple").corrupt(BLANK) is BLANK
