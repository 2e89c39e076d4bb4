"""How much noise every denoiser can take: the committed figures come out again, and show what they must."""

import json
from pathlib import Path

import numpy as np
import pytest

from aemodels import datasets, figures
from aemodels.baselines.median_and_friends import FILTERS
from aemodels.checkpoints import cards, results
from aemodels.errors import BadCheckpoint
from aemodels.experiments import noise_robustness
from tests.support.apptest import run_script, words

FILE = Path(__file__).parent.parent / "checkpoints" / "noise_robustness.json"
PAGE = """
from aemodels import datasets
from ui.sections.denoise import noise_robustness as endurance

names = ["denoising_conv", "median_filter", "nobody", "linear_denoiser"]
endurance.show(datasets.golden_images()[3], 0.5, names, seed=1)
"""


@pytest.fixture(scope="module")
def found():
    return json.loads(FILE.read_text())


def errors(found, name, data="mnist"):
    return dict(zip(found["amounts"], found["results"][data][name]["mean"], strict=True))


def test_the_committed_file_is_of_the_plan_in_the_code(found):
    assert results.noise_robustness() == found
    assert tuple(found["amounts"]) == noise_robustness.AMOUNTS
    assert (found["images"], found["seed"]) == (noise_robustness.IMAGES, noise_robustness.SEED)
    assert list(found["results"]) == list(noise_robustness.DATA)
    assert FILE.stat().st_size < 30_000
    for methods in found["results"].values():
        assert set(noise_robustness.RULES) <= set(methods) <= set(found["methods"])
        for name, result in methods.items():
            assert len(result["mean"]) == len(result["deviation"]) == len(found["amounts"])
            assert ("setting" in result) == (name in FILTERS)


def test_the_models_measured_are_the_models_here(found):
    for data in noise_robustness.DATA:
        measured = [name for name in found["results"][data] if name not in noise_robustness.RULES]
        assert measured == noise_robustness.candidates(data)
    assert found["digests"] == {name: cards.read(name).digest for name in found["digests"]}


@pytest.mark.parametrize(
    "name", ["denoising_conv", "deep_30d", "pca_32", "median_filter", "total_variation", "untouched"]
)
@pytest.mark.parametrize("step", [0, 5, 12])
def test_entries_come_out_again_from_the_real_images(found, mnist, name, step):
    result = found["results"]["mnist"][name]
    clean = mnist.test.images[: noise_robustness.IMAGES]
    noisy = noise_robustness.corrupted(clean, noise_robustness.AMOUNTS, noise_robustness.SEED)[step]
    setting = result["setting"][step] if "setting" in result else None
    again = np.square(noise_robustness.cleaned(name, noisy, setting) - clean).mean((1, 2))
    assert again.mean() == pytest.approx(result["mean"][step], rel=5e-3, abs=1e-6)
    assert again.std(ddof=1) == pytest.approx(result["deviation"][step], rel=5e-3, abs=1e-6)


def test_a_filter_gets_the_best_of_its_settings_on_validation_images(found, mnist):
    clean = mnist.validation.images[: noise_robustness.CHOOSING_IMAGES]
    noisy = noise_robustness.corrupted(clean, (0.5,), noise_robustness.SEED + 1)[0]
    choices = FILTERS["median_filter"].choices
    own = [np.square(noise_robustness.cleaned("median_filter", noisy, choice) - clean).mean() for choice in choices]
    assert found["results"]["mnist"]["median_filter"]["setting"][5] == choices[int(np.argmin(own))]


def test_one_pattern_of_noise_grows_with_the_amount(digits):
    spoilt = noise_robustness.corrupted(digits[:5], (0.0, 0.1, 0.2), seed=3)
    assert np.array_equal(spoilt[0], digits[:5])
    free = (spoilt[2] > 0) & (spoilt[2] < 1) & (spoilt[1] > 0) & (spoilt[1] < 1)
    assert free.sum() > 100
    assert np.allclose((spoilt[2] - spoilt[0])[free], 2 * (spoilt[1] - spoilt[0])[free], atol=1e-6)


def test_the_denoiser_wins_at_the_strength_it_learnt_and_doing_nothing_wins_without_noise(found):
    conv = errors(found, "denoising_conv")[0.5]
    assert all(conv <= errors(found, name)[0.5] for name in found["results"]["mnist"] if "denoising" not in name)
    assert errors(found, "untouched")[0.0] == 0 < errors(found, "denoising_conv")[0.0]
    assert errors(found, "linear_denoiser")[1.2] < errors(found, "denoising_conv")[1.2]


def test_a_students_picture_is_sent_through_what_needs_no_fitting(found):
    clean = datasets.golden_images()[3]
    own = noise_robustness.own_errors(
        clean, ["denoising_conv", "median_filter", "linear_denoiser"], found, "mnist", seed=1
    )
    assert list(own) == ["denoising_conv", "median_filter"]
    noisy = noise_robustness.corrupted(clean, (0.5,), seed=1)
    expected = np.square(noise_robustness.cleaned("denoising_conv", noisy)[0] - clean).mean()
    assert own["denoising_conv"][5] == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize("data", noise_robustness.DATA)
def test_the_figure_names_every_method_and_labels_stay_apart(found, data):
    own = {name: [0.01] * len(found["amounts"]) for name in list(found["results"][data])[:2]}
    figure = figures.denoising.errors_by_noise(found, data, 0.5, own)
    labels = [each for each in figure.layout.annotations if each.text != "now"]
    assert len(labels) == len(found["results"][data])
    heights = sorted(label.y for label in labels)
    assert min(np.diff(heights)) > 0.99 * figures.denoising.LABEL_GAP
    assert heights[0] > np.log10(figures.denoising.LEAST_ERROR)
    assert sum(trace.mode == "markers" for trace in figure.data) == 2
    assert figure.layout.shapes[0].x0 == 0.5


def test_the_section_shows_figure_and_explanation():
    app = run_script(PAGE)
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert "200 test images of digits" in words(app)


def test_without_the_file_the_section_says_how_to_make_it(spoilable):
    (spoilable / "noise_robustness.json").unlink()
    with pytest.raises(BadCheckpoint, match=r"python -m aemodels\.experiments\.noise_robustness"):
        results.noise_robustness()
    app = run_script(PAGE)
    assert "python -m aemodels.experiments.noise_robustness" in app.warning[0].value
    assert not app.exception


def test_a_damaged_file_is_refused(spoilable):
    (spoilable / "noise_robustness.json").write_text('{"amounts": [0], "methods": {}}')
    with pytest.raises(BadCheckpoint, match="damaged"):
        results.noise_robustness()
