"""What the door lets in and what it refuses, each with its own sentence."""

import warnings

import numpy as np
import pytest
import torch

import aemodels
from aemodels.checkpoints import cards
from aemodels.corruption import stack
from aemodels.datasets import plane_3d
from aemodels.errors import AutoencoderError, BadImage, BadInput, BadText
from aemodels.experiments.repeated_denoising import repeat
from ui.sections.denoise import denoisers

DOORS = [aemodels.encode, aemodels.posterior, aemodels.reconstruct]
DIGIT = np.zeros((1, 28, 28), np.float32)


def with_value(value, dtype=np.float64) -> np.ndarray:
    images = np.zeros((2, 28, 28), dtype)
    images[1, 3, 4] = value
    return images


REFUSED = {
    "NaN": (with_value(np.nan), r"hold NaN at \[1, 3, 4\].*Replace"),
    "infinity": (with_value(np.inf), r"hold inf at \[1, 3, 4\].*Replace"),
    "minus infinity": (with_value(-np.inf), r"hold -inf at \[1, 3, 4\].*Replace"),
    "too large": (with_value(1e300), r"hold 1e\+300 at \[1, 3, 4\].*Replace"),
    "above 1": (with_value(1.5), r"from 0 to 1\.5, .*clip"),
    "hardly above 1": (with_value(1.00001), r"from 0 to 1\.00001, .*clip"),
    "below 0": (with_value(-0.5), r"from -0\.5 to 0, .*clip"),
    "bytes": (with_value(200, np.uint8), r"from 0 to 200, .*Divide them by 255"),
    "dark bytes": (with_value(2, np.uint8), r"from 0 to 2, .*Divide them by 255"),
    "bytes as floats": (with_value(255.0), r"from 0 to 255, .*Divide them by 255"),
    "sixteen bits": (with_value(60_000, np.uint16), r"from 0 to 60000, .*Rescale"),
    "one picture": (DIGIT[0], r"\(N, 28, 28\), not \(28, 28\)\. .*`image\[None\]`"),
    "channels": (np.zeros((2, 3, 28, 28)), r"\(N, 28, 28\), not \(2, 3, 28, 28\)\. .*normalise"),
    "points": (np.zeros((5, 3)), r"\(N, 28, 28\), not \(5, 3\)\. .*normalise"),
    "nothing": ([], r"\(N, 28, 28\), not \(0,\)\. .*normalise"),
    "one number": (0.5, r"\(N, 28, 28\), not \(\)\. .*normalise"),
    "None": (None, r"are None, not real numbers\. Give a NumPy array .*\(N, 28, 28\)"),
    "text": ("digit.png", r"are text, not real numbers\. Give"),
    "bytes of a file": (b"\x89PNG", r"are bytes, not real numbers\. Give"),
    "objects": (DIGIT.astype(object), r"are Python objects, not real numbers\. Give"),
    "complex": (DIGIT.astype(complex), r"are complex numbers, not real numbers\. Give"),
    "dates": (np.zeros((1, 28, 28), "M8[s]"), r"are of type datetime64\[s\], not real numbers\. Give"),
    "ragged": ([[[0.0, 1.0], [0.0]]], r"a list whose parts differ in shape\. Give"),
    "needs gradients": (torch.zeros(1, 28, 28, requires_grad=True), r"cannot be read as an array .*Give"),
}


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
@pytest.mark.parametrize(("given", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_no_model_for_pictures_can_take_is_refused(door, given, sentence):
    with pytest.raises(BadInput, match=sentence) as caught:
        door("vae_2d", given)
    assert "“vae_2d”" in str(caught.value)
    assert str(caught.value).endswith((".", "`"))


CODES = {
    "NaN": ([[0, np.nan]], r"codes .* NaN at \[0, 1\]"),
    "infinity": ([[np.inf, 0]], r"codes .* inf at \[0, 0\]"),
    "one code": (np.zeros(2), r"\(N, 2\), not \(2,\)\. .*`code\[None\]`"),
    "too long": (np.zeros((4, 3)), r"\(N, 2\), not \(4, 3\)\. .*`aemodels\.encode`"),
    "text": ([["0", "0"]], r"are text, not real numbers"),
    "None": (None, r"are None, not real numbers"),
    "ragged": ([[0.0, 1.0], [0.0]], r"parts differ in shape"),
}


@pytest.mark.parametrize(("codes", "sentence"), CODES.values(), ids=CODES)
def test_what_is_no_code_is_refused(codes, sentence):
    with pytest.raises(BadInput, match=sentence):
        aemodels.decode("vae_2d", codes)


def test_codes_may_have_any_finite_value():
    assert aemodels.decode("vae_2d", [[-300, 1e6]]).shape == (1, 28, 28)
    size = aemodels.spec("sentence_words").code_size
    assert aemodels.decode("sentence_words", np.zeros((2, size))).shape == (2, 50, 50)
    with pytest.raises(BadInput, match=rf"\(N, {size}\), not \(2, 50, 50\)"):
        aemodels.decode("sentence_words", np.zeros((2, 50, 50)))


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_models_of_another_kind_refuse_pictures(door):
    with pytest.raises(BadInput, match=r"reads sentences.*rebuild_sentences"):
        door("sentence_words", DIGIT)
    with pytest.raises(BadInput, match=r"points of shape \(N, 3\), not \(1, 28, 28\)\. Give three"):
        door("linear_3d", DIGIT)


def test_points_may_lie_anywhere_but_must_be_finite():
    points = 40 * plane_3d.load().test.points
    assert points.min() < -1
    assert points.max() > 1
    assert aemodels.reconstruct("linear_3d", points).shape == points.shape
    with pytest.raises(BadInput, match=r"points for “linear_3d” hold NaN at \[0, 2\].*float32"):
        aemodels.encode("linear_3d", [[0, 1, np.nan]])


def read_only(images: np.ndarray) -> np.ndarray:
    images = images.copy()
    images.flags.writeable = False
    return images


LAYOUTS = {
    "upside down": lambda images: images[:, ::-1].copy()[:, ::-1],
    "reversed": lambda images: images[::-1].copy()[::-1],
    "Fortran": np.asfortranarray,
    "every second": lambda images: images.repeat(2, 0)[::2],
    "transposed": lambda images: images.transpose(0, 2, 1).copy().transpose(0, 2, 1),
    "read-only": read_only,
    "read-only float64": lambda images: read_only(images.astype(np.float64)),
    "big-endian": lambda images: images.astype(">f4"),
    "float64": lambda images: images.astype(np.float64),
    "list": lambda images: images.tolist(),
    "tensor": torch.from_numpy,
}


@pytest.mark.parametrize("laid_out", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.__name__)
def test_any_layout_gives_the_same_without_a_warning(door, laid_out, digits):
    given = laid_out(digits[:3])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        results = door("vae_2d", given)
    assert np.allclose(results, door("vae_2d", digits[:3]), atol=1e-6)


@pytest.mark.parametrize("dtype", [bool, np.uint8, np.int64, np.float16, np.float64, np.longdouble])
def test_any_numbers_of_0_and_1_work(dtype, digits):
    images = digits[:3] > 0.5
    assert np.array_equal(
        aemodels.encode("simple", images.astype(dtype)), aemodels.encode("simple", np.float32(images))
    )


def test_what_is_given_is_not_changed(digits):
    images = digits[:3].copy()
    aemodels.reconstruct("simple", images)
    assert np.array_equal(images, digits[:3])


@pytest.mark.parametrize("value", [0.0, -0.0, 1.0, 1 + 9e-7, -9e-7])
def test_rounding_may_leave_the_range_a_little(value):
    assert aemodels.reconstruct("simple", with_value(value)).shape == (2, 28, 28)


@pytest.mark.parametrize("name", ["simple", "conv", "recurrent", "tied", "denoising_conv", "pca_32", "vae_conv_2d"])
def test_no_pictures_give_no_codes(name):
    size, none = aemodels.spec(name).code_size, np.zeros((0, 28, 28))
    assert aemodels.encode(name, none).shape == (0, size)
    assert aemodels.posterior(name, none)[0].shape == (0, size)
    assert aemodels.reconstruct(name, none).shape == aemodels.decode(name, np.zeros((0, size))).shape == (0, 28, 28)
    assert aemodels.encode("linear_3d", np.zeros((0, 3))).shape == (0, 2)


def test_noise_that_is_not_clipped_passes_where_it_is_announced(digits):
    noisy = digits[:3] + np.random.default_rng(0).normal(0.5, 0.5, (3, 28, 28))
    for door in DOORS:
        with pytest.raises(BadInput, match="`bounded=False`"):
            door("vae_2d", noisy)
        assert len(door("vae_2d", noisy, bounded=False)) in (2, 3)
        with pytest.raises(BadInput, match="NaN"):
            door("vae_2d", with_value(np.nan), bounded=False)
    assert repeat("pca_32", digits[0], noisy[0]).pictures.shape == (9, 28, 28)


@pytest.mark.parametrize("kind", stack.KINDS)
def test_the_page_denoise_cleans_every_corruption_at_its_strongest(kind, digits):
    corrupted = stack.Stack((stack.Layer(kind, stack.KINDS[kind].most),) * stack.MOST_LAYERS)
    noisy = corrupted.apply(digits[0], corrupted.fields((28, 28), 0, digits[1]))
    network = denoisers.methods({"simple": cards.read("simple")}, "mnist")["simple"]
    assert network.clean(noisy).shape == (28, 28)


def test_pictures_and_texts_that_are_refused_are_bad_input_too():
    for error in (BadImage, BadText):
        assert issubclass(error, BadInput)
    assert issubclass(BadInput, AutoencoderError)
