"""Corrupting pictures and judging what cleans them: the arithmetic, and the page that shows it."""

import numpy as np
import pytest
from scipy.ndimage import gaussian_filter
from skimage.metrics import peak_signal_noise_ratio, structural_similarity
from streamlit.testing.v1 import AppTest

from aemodels.baselines import linear_denoiser
from aemodels.corruption import Corruption
from aemodels.corruption.stack import KINDS, Layer, Stack, parse
from aemodels.corruption.strokes import coverage
from aemodels.experiments.repeated_denoising import repeat
from aemodels.metrics.similarity import compare
from tests.support.apptest import components, draw_on_pad, open_page, sent, words
from ui.components import pad
from ui.components.corruption import MOST_POINTS as MOST_SCRIBBLED

SHAPE = (200, 28, 28)
GREY = np.full(SHAPE, 0.5, np.float32)


def corrupt(text: str, images: np.ndarray = GREY, seed: int = 0) -> np.ndarray:
    stack, refused = parse(text)
    assert not refused
    return stack.apply(images, stack.fields(images.shape, seed))


def said(text: str, live: bool = False, version: int = 1, strokes: tuple = ()) -> dict:
    """What the stack of corruptions tells the page."""
    return {"stack": {"text": text, "strokes": list(strokes), "live": live, "serial": 1, "version": version}}


@pytest.mark.parametrize(
    ("text", "mean", "deviation"),
    [
        ("gaussian:0.1", 0.5, 0.1),
        ("gaussian_half:0.5", 1.0, 0.5),
        ("salt_and_pepper:0.4", 0.5, np.sqrt(0.4 * 0.25)),
        ("masking:0.3", 0.35, 0.5 * np.sqrt(0.3 * 0.7)),
        ("dropout:0.3", 0.5, 0.5 / 0.7 * np.sqrt(0.3 * 0.7)),
    ],
)
def test_mean_and_deviation_of_noise(text, mean, deviation):
    corrupted = corrupt(text)
    assert corrupted.dtype == np.float32
    assert corrupted.mean() == pytest.approx(mean, abs=0.005)
    assert corrupted.std() == pytest.approx(deviation, abs=0.005)


def test_shares_of_pixels_that_are_hit():
    corrupted = corrupt("salt_and_pepper:0.4")
    assert [(corrupted == value).mean() for value in (0, 1)] == pytest.approx([0.2, 0.2], abs=0.005)
    assert (corrupt("masking:0.25") == 0).mean() == pytest.approx(0.25, abs=0.005)
    hidden = (corrupt("occlusion:0.2") == 0).mean((-2, -1))
    assert 0.1 < hidden.max() <= 0.25


@pytest.mark.parametrize("kind", [kind for kind, facts in KINDS.items() if facts.corruption])
def test_a_single_layer_is_the_corruption_of_the_same_seed(kind, digits):
    layer = Layer(kind, 0.4)
    alone = layer.corruption(digits, np.random.default_rng(7))
    assert np.array_equal(corrupt(f"{kind}:0.4", digits, seed=7), alone)
    assert isinstance(layer.corruption, Corruption)


def test_a_stack_is_one_layer_after_the_other(digits):
    stack, _ = parse("gaussian:0.3,blur:1,masking:0.2,contrast:0.5")
    fields = stack.fields(digits.shape, 5)
    step = digits
    for layer, field in zip(stack.layers, fields, strict=True):
        step = layer.apply(step, field)
    assert np.array_equal(stack.apply(digits, fields), step)
    assert np.array_equal(fields[0], np.random.default_rng(5).standard_normal(digits.shape, dtype=np.float32))
    assert fields[1] is None
    swapped = corrupt("blur:1,gaussian:0.3", digits, seed=5)
    assert not np.allclose(swapped, corrupt("gaussian:0.3,blur:1", digits, seed=5), atol=0.01)


def test_the_field_does_not_depend_on_the_amount():
    weak, strong = (parse(f"gaussian:{amount}")[0].fields(SHAPE, 3)[0] for amount in (0.1, 0.9))
    assert np.array_equal(weak, strong)


def test_blur_is_a_gaussian_with_paper_around_it(digits):
    reference = np.stack([gaussian_filter(image, 1.5, mode="constant", truncate=10) for image in digits])
    assert np.allclose(corrupt("blur:1.5", digits), reference, atol=1e-5)
    assert np.array_equal(corrupt("blur:0", digits), digits)


def test_contrast_moves_towards_grey(digits):
    assert np.allclose(corrupt("contrast:1", digits), 0.5)
    assert corrupt("contrast:0.5", digits).std() == pytest.approx(digits.std() / 2, rel=1e-5)


def test_a_scribble_covers_what_the_pen_went_over():
    line = coverage([[0, 500, 1000, 500]])
    assert line[13:15].min() == 1
    assert line[:11].max() == line[17:].max() == 0
    dot = coverage([[500, 500]])
    assert 4 <= dot.sum() < 12
    assert not coverage([]).any()
    assert parse("scribble:1")[0].apply(GREY[0], [line])[14].min() == 1


@pytest.mark.parametrize("text", ["none", "gaussian:0.5", "gaussian_half:0.25,blur:1.05,scribble:1,contrast:0.3"])
def test_text_and_stack_are_each_others_inverse(text):
    stack, refused = parse(text)
    assert str(stack) == text
    assert not refused


@pytest.mark.parametrize(
    ("text", "kept", "refused"),
    [
        ("fog:1,blur:2", "blur:2", ["fog:1"]),
        ("gaussian", "none", ["gaussian"]),
        ("gaussian:nan", "none", ["gaussian:nan"]),
        ("blur:99,masking:-1", "blur:3,masking:0", []),
        ("blur:1,blur:1,blur:1,blur:1,blur:1", "blur:1,blur:1,blur:1,blur:1", ["blur:1"]),
        ("", "none", [""]),
    ],
)
def test_nonsense_in_a_text_is_refused_and_the_rest_kept(text, kept, refused):
    stack, left_out = parse(text)
    assert (str(stack), left_out) == (kept, refused)


def test_scores_agree_with_scikit_image(digits):
    clean = digits[0].astype(np.float64)
    noisy = corrupt("gaussian:0.3", np.repeat(digits[:1], 20, 0), seed=2)
    found = compare(noisy, digits[0])
    for index, picture in enumerate(noisy.astype(np.float64)):
        assert found.error[index] == pytest.approx(np.square(picture - clean).mean())
        assert found.psnr[index] == pytest.approx(peak_signal_noise_ratio(clean, picture, data_range=1), abs=1e-6)
        assert found.ssim[index] == pytest.approx(structural_similarity(clean, picture, data_range=1), abs=1e-6)


def test_the_same_picture_scores_best(digits):
    found = compare(digits[:1], digits[0])
    assert (found.error[0], found.psnr[0]) == (0, np.inf)
    assert found.ssim[0] == pytest.approx(1)


def test_the_linear_denoiser_halves_the_error_at_its_noise_many_times_over(mnist):
    clean = mnist.test.images[:500]
    noisy = linear_denoiser.CORRUPTION(clean, np.random.default_rng(1))
    cleaned = linear_denoiser.denoise(noisy)
    assert np.square(cleaned - clean).mean() == pytest.approx(0.0176, abs=0.001)
    assert np.square(noisy - clean).mean() > 0.1


def results(app: AppTest) -> list[str]:
    return app.session_state["denoisers.order"]


def test_the_page_opens_with_every_kind_of_denoiser():
    app = open_page("denoise")
    assert not app.exception
    assert not app.error
    assert {"digit_pad", "corruption", "tiles"} <= set(components(app))
    wanted = {"denoising_conv", "pca_32", "linear_denoiser", "median_filter", "total_variation", "non_local_means"}
    assert wanted | {"untouched", "deep_30d"} <= set(results(app))
    assert results(app)[0] == "denoising_conv"
    assert "PSNR" in words(app)
    assert "spoil" not in app.query_params


def test_a_deep_link_restores_corruption_amount_seed_and_denoiser():
    app = open_page("denoise", spoil="blur:0.3,masking:0.9", noise_seed="17", denoiser="median_filter", taken="True")
    assert app.number_input(key="noise_seed").value == 17
    assert app.selectbox(key="denoiser").value == "median_filter"
    assert app.toggle(key="taken").value
    assert app.session_state["study.corruption"]["text"] == "blur:0.3,masking:0.9"
    assert app.query_params["spoil"] in ("blur:0.3,masking:0.9", ["blur:0.3,masking:0.9"])
    assert results(app) != results(open_page("denoise"))


def test_what_the_hand_does_reaches_the_address_only_when_it_lets_go():
    app = open_page("denoise")
    before = results(app)
    app.session_state["corruption"] = said("blur:2", live=True)
    app.run()
    assert results(app) == before, "tiles keep their places while the hand moves"
    assert "spoil" not in app.query_params
    app.session_state["corruption"] = said("blur:2")
    app.run()
    assert results(app) != before
    assert app.query_params["spoil"] in ("blur:2", ["blur:2"])


def test_where_nothing_was_added_nobody_is_blamed():
    app = open_page("denoise", spoil="scribble:1.0")
    assert "Nothing is added to the picture yet" in words(app)
    assert "did harm" not in words(app)


def test_what_is_said_about_an_older_state_is_not_listened_to():
    app = open_page("denoise")
    app.session_state["corruption"] = said("blur:2", version=0)
    app.run()
    assert app.session_state["study.corruption"]["text"] == "gaussian:0.5"


def test_what_is_said_of_passes_is_true_of_the_picture_at_first():
    app = open_page("denoise")
    assert "lowest: with moderate noise mostly after the first pass or soon after" in words(app)
    ((watched, arrays),) = sent(app, "watch")
    clean, noisy = (arrays[name].reshape(28, 28) for name in ("clean", "noisy"))
    names = [walk["network"]["name"] for walk in watched["walks"]]
    assert all(1 <= repeat(name, clean, noisy).best <= 2 for name in names)


def test_nonsense_in_the_address_gets_a_sentence():
    app = open_page("denoise", spoil="fog:1", denoiser="prayer")
    assert "`fog:1`" in words(app)
    assert "`prayer`" in words(app)
    assert not app.exception


def test_without_the_linear_denoiser_the_others_stay(spoilable):
    (spoilable / "linear_denoiser.safetensors").unlink()
    app = open_page("denoise", denoiser="linear_denoiser")
    assert "python -m aemodels.baselines.linear_denoiser" in words(app)
    assert "denoising_conv" in results(app)
    assert not app.exception


def test_clothes_are_cleaned_by_the_models_that_know_clothes(real):
    real("fashion")
    app = open_page("denoise", source="pick", samples="fashion", spoil="gaussian:0.2")
    assert {"denoising_gaussian", "denoising_dropout", "pca_30_fashion", "median_filter"} <= set(results(app))
    assert not {"denoising_conv", "linear_denoiser"} & set(results(app))
    assert not app.exception


def test_every_stack_is_hashable_and_frozen():
    stack = Stack((Layer("blur", 1.0),))
    assert hash(stack) == hash(parse("blur:1")[0])


def test_a_drawing_and_a_scribble_that_never_end_are_refused_in_a_sentence_and_what_was_there_is_kept():
    app = draw_on_pad(open_page("denoise"), [[100, 200, 800, 900]], serial=1, given=0)
    app.session_state["corruption"] = said("scribble:1.0", strokes=([1, 2] * (MOST_SCRIBBLED + 1),))
    app = draw_on_pad(app, [[x % 1000 for x in range(2 * pad.MOST_POINTS + 2)]], serial=2, given=0)
    assert "A drawing has at most 100,000 points." in words(app)
    assert "A scribble has at most 20,000 points." in words(app)
    assert app.session_state["study.strokes"] == [[100, 200, 800, 900]]
    assert not app.exception
