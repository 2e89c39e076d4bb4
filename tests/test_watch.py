"""Watch denoising: the walk itself, and what is said about it."""

import numpy as np
import pytest

import aemodels
from aemodels.checkpoints import cards
from aemodels.corruption import Corruption
from aemodels.errors import BadInput
from aemodels.experiments.repeated_denoising import repeat
from tests.support.apptest import components, run_script, sent
from tests.support.node import computed
from ui import networks

DENOISER = "denoising_conv"
PAGE = """
import numpy as np
from aemodels import datasets
from aemodels.corruption import Corruption
from ui.sections.denoise import passes as watch

clean = datasets.golden_images()[3]
noisy = Corruption("gaussian", 0.5)(clean, np.random.default_rng(0))
watch.show(clean, noisy, ["denoising_conv", "deep_30d"])
"""


def noisy_one(images: np.ndarray, amount: float, seed: int = 0) -> np.ndarray:
    return Corruption("gaussian", amount)(images, np.random.default_rng(seed))


def test_every_step_is_what_the_model_makes_of_the_step_before(digits):
    noisy = noisy_one(digits[0], 0.5)
    walked = repeat(DENOISER, digits[0], noisy)
    assert walked.pictures.shape == (9, 28, 28)
    assert np.array_equal(walked.pictures[0], noisy)
    for before, after in zip(walked.pictures[:-1], walked.pictures[1:], strict=True):
        assert np.allclose(aemodels.reconstruct(DENOISER, before[None])[0], after, atol=1e-6)
    assert np.allclose(walked.errors, np.square(walked.pictures - digits[0]).mean((1, 2)))
    assert walked.errors[walked.best] == walked.errors.min()


def test_at_light_noise_the_first_step_helps_most_test_digits_and_later_ones_harm(mnist):
    clean = mnist.test.images[:40]
    walks = [repeat(DENOISER, *pair) for pair in zip(clean, noisy_one(clean, 0.5), strict=True)]
    errors = np.mean([each.errors for each in walks], axis=0)
    assert errors[1] < errors[0] / 8
    assert (np.diff(errors[1:]) > 0).all()
    assert np.mean([each.best == 1 for each in walks]) > 0.75


def test_at_heavy_noise_the_second_step_helps_a_little(mnist):
    clean = mnist.test.images[:40]
    walks = [repeat(DENOISER, *pair) for pair in zip(clean, noisy_one(clean, 0.8), strict=True)]
    errors = np.mean([each.errors for each in walks], axis=0)
    assert errors[2] < errors[1] < 1.2 * errors[2]
    assert errors[8] > 1.3 * errors[2]


def test_a_picture_of_another_shape_is_refused():
    with pytest.raises(BadInput, match="28, 28"):
        repeat(DENOISER, np.zeros((20, 20)), np.zeros((20, 20)))


def test_the_page_walks_as_torch_does(digits, tmp_path):
    noisy = noisy_one(digits[0], 0.5)
    expected, card = repeat(DENOISER, digits[0], noisy), cards.read(DENOISER)
    case = {"code": card.spec.code_size, "noisy": noisy.ravel().tolist(), "clean": digits[0].ravel().tolist()}
    for half in ("encoder", "decoder"):
        (tmp_path / half).write_bytes(networks.packed(card.id, half))
        case[half] = str(tmp_path / half)
    (ours,) = computed("walk", [case], tmp_path)
    assert ours["best"] == expected.best
    assert np.allclose(ours["errors"], expected.errors, atol=1e-4)
    bytes_of = np.array(ours["pictures"]).reshape(9, 28, 28)
    assert np.abs(bytes_of - 255 * expected.pictures.clip(0, 1)).max() < 2


def test_a_missing_model_leaves_the_other_strip_alive(spoilable):
    (spoilable / "deep_30d.json").unlink()
    app = run_script(PAGE)
    assert "python -m aemodels.train deep_30d" in app.warning[0].value
    assert components(app) == ["watch"]
    ((header, _),) = sent(app, "watch")
    assert [walk["network"]["name"] for walk in header["walks"]] == [DENOISER]
    assert not app.exception
