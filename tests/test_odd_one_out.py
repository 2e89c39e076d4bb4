"""Reconstruction error as an alarm: its arithmetic, its committed figures, its page."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score, roc_curve

from aemodels import datasets
from aemodels.checkpoints import cards, results
from aemodels.errors import BadCheckpoint
from aemodels.experiments import anomaly_detection, anomaly_threshold
from aemodels.experiments.anomaly_detection import Plan
from tests.support.apptest import components, draw_on_pad, open_page, sent, unpacked, words
from tests.support.damage import cut_short
from ui import models
from ui.components import bars
from ui.components.bars import Bar
from ui.components.pad import PRESETS
from ui.sections.odd_one_out import charts, examples
from ui.sections.odd_one_out import judgement as alarms

FILE = Path(__file__).parent.parent / "checkpoints" / "anomaly_detection.json"
PAGE = "odd_one_out"


@pytest.fixture(scope="module")
def committed():
    return json.loads(FILE.read_text())


@pytest.fixture(scope="module")
def errors():
    """Ordinary and odd errors that overlap, some of them equal."""
    generator = np.random.default_rng(0)
    return generator.normal(0, 1, 400).round(1), generator.normal(1, 1.5, 250).round(1)


def put_on_pad(app, name):
    app.session_state["study.strokes"] = examples.ANOMALIES[name]
    return app.run()


def test_the_curve_and_its_area_agree_with_scikit_learn(errors):
    curve = anomaly_threshold.roc(*errors)
    truth = np.repeat([0, 1], [len(part) for part in errors])
    false_alarms, found, _ = roc_curve(truth, np.concatenate(errors), drop_intermediate=False)
    assert np.allclose(curve.false_alarms, false_alarms)
    assert np.allclose(curve.found, found)
    assert curve.area == pytest.approx(roc_auc_score(truth, np.concatenate(errors)))


def test_a_thinned_curve_keeps_its_ends_and_its_area(errors):
    curve = anomaly_threshold.roc(*errors)
    thinned = curve.thinned(60)
    assert len(thinned.found) == 60
    assert (thinned.false_alarms[[0, -1]].tolist(), thinned.found[[0, -1]].tolist()) == ([0, 1], [0, 1])
    assert (np.diff(thinned.found) >= 0).all()
    assert thinned.area == pytest.approx(curve.area, abs=2e-3)


def test_a_perfect_alarm_and_a_blind_one():
    low, high = np.linspace(0, 1, 50), np.linspace(2, 3, 50)
    assert anomaly_threshold.roc(low, high).area == 1
    assert anomaly_threshold.roc(high, low).area == 0
    assert anomaly_threshold.roc(low, low).area == pytest.approx(0.5)


@pytest.mark.parametrize("rate", [0.01, 0.05, 0.1])
def test_no_more_ordinary_pictures_ring_than_allowed(errors, rate):
    ordinary = errors[0]
    ringing = (ordinary > anomaly_threshold.threshold(ordinary, rate)).mean()
    assert ringing <= rate
    distinct = np.random.default_rng(1).random(1000)
    assert (distinct > anomaly_threshold.threshold(distinct, rate)).mean() == pytest.approx(rate, abs=0.002)
    assert anomaly_threshold.share_below(ordinary, ordinary.max() + 1) == 1


def test_the_rank_says_all_only_of_all():
    rebuilt = models.Rebuilt(cards.read("simple"), None, None, None, 0.5)
    ranks = [alarms.Judgement(rebuilt, np.r_[np.zeros(9999), worst], 0.1).rank for worst in (0.0, 1.0)]
    assert ranks == ["100 %", "99.9 %"]


def test_a_digits_images_are_left_out_whole():
    split = datasets.load("digits").test
    rest = anomaly_detection.without(split, 3)
    assert set(rest.labels) == set(range(10)) - {3}
    assert len(rest.images) == len(rest.labels) == (split.labels != 3).sum()


@pytest.mark.slow
def test_everything_is_measured_on_the_bundled_digits(tmp_path):
    plan = Plan(epochs=2, code_sizes=(4, 32), points=20)
    digits = datasets.load("digits")
    left_out = anomaly_detection.left_out(digits, plan, tmp_path)
    assert list(left_out) == list("0123456789")
    assert all(0 < each["auc"] < 1 and len(each["roc"]["found"]) == 20 for each in left_out.values())
    capacity = anomaly_detection.by_capacity(digits, plan, tmp_path)
    assert list(capacity["auc"]) == ["4", "32"]
    assert list(tmp_path.iterdir()) == []
    again = anomaly_detection.left_out(digits, replace(plan, points=20), tmp_path)
    assert again["8"] == left_out["8"]


def test_the_committed_file_is_whole_and_of_the_plan_in_the_code(committed):
    plan = Plan()
    assert (committed["rate"], committed["seed"]) == (plan.rate, plan.seed)
    assert (committed["recipe"]["epochs"], committed["network"]) == (plan.epochs, anomaly_detection.NETWORK)
    assert list(committed["capacity"]["auc"]) == [str(size) for size in plan.code_sizes]
    assert set(committed["clothes"]) <= set(cards.trained())
    for each in [*committed["clothes"].values(), *committed["left_out"].values()]:
        assert len(each["roc"]["found"]) == len(each["roc"]["false_alarms"]) == plan.points
        area = np.trapezoid(each["roc"]["found"], each["roc"]["false_alarms"])
        assert area == pytest.approx(each["auc"], abs=5e-3)
    assert FILE.stat().st_size < 60_000


@pytest.mark.parametrize("name", ["deep_30d", "pca_2"])
def test_a_models_entry_can_be_recomputed(committed, real, name):
    clothes = real("fashion").test.images[: committed["images"]["clothes"]]
    entry, stated = anomaly_detection.against_clothes(name, clothes, Plan()), committed["clothes"][name]
    assert entry["digest"] == stated["digest"]
    assert entry["auc"] == pytest.approx(stated["auc"], abs=1e-3)
    assert entry["recall"] == pytest.approx(stated["recall"], abs=2e-3)
    assert np.allclose(entry["roc"]["found"], stated["roc"]["found"], atol=5e-3)


def test_what_the_page_says_about_failures_is_what_was_measured(committed):
    left_out, sizes = committed["left_out"], committed["capacity"]["auc"]
    area = {digit: each["auc"] for digit, each in left_out.items()}
    assert left_out["1"]["unseen"] < left_out["1"]["others"]
    assert area["1"] == min(area.values()) < 0.45
    assert sorted(area, key=area.get)[1:3] == ["9", "7"]
    assert all(each["unseen"] > each["seen"] for each in left_out.values())
    best = max(sizes, key=sizes.get)
    assert best not in ("4", "256")
    assert sizes[best] > sizes["4"] + 0.05
    assert sizes[best] > sizes["256"] + 0.05
    assert min(committed["clothes"], key=lambda name: committed["clothes"][name]["auc"]) == "pca_2"
    assert committed["clothes"]["deep_30d"]["auc"] > 0.99


def test_the_hill_shows_every_image():
    model = cards.read("simple").id
    spread = charts.hill(model, 5)
    calm, alarm, threshold = spread.lines
    shares = [sum(share for _, share in line.points) / 2 for line in (calm, alarm)]  # each bin has two corners
    assert sum(shares) == pytest.approx(100, abs=1e-6)
    assert shares[1] == pytest.approx(5, abs=0.1)
    assert calm.points[-1][0] == alarm.points[0][0] == pytest.approx(threshold.points[0][0])


def test_the_page_shows_every_curve_and_bar_and_the_picture_among_the_errors(committed):
    app = open_page(PAGE, stranger="8")
    among, clothes, left_out, capacity = [header for header, _ in sent(app, "lines")]
    assert among["lines"][-1]["title"] == "The picture"
    assert [line["title"] for line in left_out["lines"]][-1] == "Without 8"
    assert left_out["lines"][-1]["look"] == "chosen"
    assert len(clothes["lines"]) == 2 + len(committed["clothes"])
    assert len(capacity["lines"][0]["points"]) == len(committed["capacity"]["auc"])
    for header, group in zip([header for header, _ in sent(app, "bars")], ("clothes", "left_out"), strict=True):
        shares = [bar["share"] for bar in header["bars"]]
        assert shares == sorted(shares, reverse=True)
        assert sorted(shares) == sorted(entry["auc"] for entry in committed[group].values())


def test_strokes_turn_clockwise_and_come_back():
    quarter = examples.turned([[500, 0, 500, 500]], 90)
    assert quarter == [[1000, 500, 500, 500]]
    around = examples.turned(examples.turned(PRESETS["7"], 180), 180)
    assert np.abs(np.concatenate(around) - np.concatenate(PRESETS["7"])).max() <= 1
    assert all(0 <= value <= 1000 for strokes in examples.ANOMALIES.values() for stroke in strokes for value in stroke)


def test_the_page_opens_with_an_example_that_is_ordinary():
    app = open_page(PAGE)
    assert not app.exception
    assert "**Ordinary.** The example is rebuilt worse than" in words(app)
    assert {"digit_pad", "flow", "tiles"} <= set(components(app))
    assert not app.get("plotly_chart"), "each costs more than all the rest of an answer"


@pytest.mark.parametrize("name", ["W", "star", "zigzag", "striped shirt", "2 on its side"])
def test_odd_things_raise_the_alarm(name):
    app = put_on_pad(open_page(PAGE), name)
    assert "**Anomaly.** This picture" in words(app)


@pytest.mark.parametrize("name", ["T", "6 upside down"])
def test_the_page_admits_that_some_odd_things_pass(name):
    app = put_on_pad(open_page(PAGE), name)
    assert "**Ordinary.** This picture" in words(app)
    assert f"No alarm, though it is odd: {examples.REASONS[name]}" in words(app)


def test_the_first_odd_things_ring_and_the_page_says_how_many_do():
    app = open_page(PAGE)
    flagged = []
    for name in examples.ANOMALIES:
        put_on_pad(app, name)
        flagged += [name] if "**Anomaly.**" in words(app) else []
    assert flagged[:4] == list(examples.ANOMALIES)[:4]
    assert f"{len(flagged)} of these {len(examples.ANOMALIES)} set off the alarm" in words(app)


def test_strokes_handed_over_replace_a_drawing_until_the_hand_goes_on():
    app = open_page(PAGE)
    app.session_state["study.given"] = 1
    app.session_state["study.strokes"] = examples.ANOMALIES["star"]
    draw_on_pad(app, PRESETS["1"], given=0)
    assert "**Anomaly.**" in words(app)
    draw_on_pad(app, PRESETS["1"], given=1)
    assert "**Ordinary.**" in words(app)


def test_a_deep_link_restores_model_rate_and_digit():
    app = open_page(PAGE, model="vae_20d", rate="2", stranger="1")
    assert app.selectbox(key="model").value == "vae_20d"
    assert app.select_slider(key="rate").value == 2
    assert "the alarm goes off above 98 %" in words(app)
    assert "Without a single 1 in training" in words(app)
    assert "worse than a tossed coin" in words(app)
    app.select_slider(key="rate").set_value(10).run()
    assert app.query_params["rate"] == "10"
    assert not app.exception


def test_a_model_of_clothes_is_held_against_clothes():
    app = open_page(PAGE, model="stacked")
    assert "of the test clothes" in words(app)
    assert not app.exception


@pytest.mark.parametrize("text", [None, "{", "[]", '{"clothes": {}}'])
def test_without_its_figures_the_page_still_judges_and_names_the_command(spoilable, text):
    path = spoilable / "anomaly_detection.json"
    path.unlink() if text is None else path.write_text(text)
    with pytest.raises(BadCheckpoint):
        results.anomaly_detection()
    app = open_page(PAGE)
    assert "python -m aemodels.experiments.anomaly_detection" in words(app)
    assert "**Ordinary.**" in words(app)
    assert not app.exception


def test_a_damaged_gallery_gets_a_sentence(spoilable):
    cut_short(spoilable, "deep_30d.gallery.safetensors")
    app = open_page(PAGE)
    assert "python -m aemodels.train deep_30d" in words(app)
    assert not app.exception


def test_the_table_names_every_measurement(committed):
    text = anomaly_detection.table(committed)
    assert all(f"clothes · {name}" in text for name in committed["clothes"])
    assert text.count("left out in training") == 10


def test_bars_reach_from_a_tossed_coin_to_either_side():
    header, _ = unpacked(bars.packed("Area", [Bar("good", 1.0), Bar("worse than chance", 0.25)], 0.5, from_mark=True))
    ends = [(bar["from"], bar["to"]) for bar in header["bars"]]
    assert header["mark"] == pytest.approx(1 / 3)
    assert ends == [pytest.approx((1 / 3, 1)), pytest.approx((0, 1 / 3))]
