"""The lesson in ten steps: its table is whole, its links lead where they say, and nothing is done but by doing it."""

import json

import numpy as np
import pytest

import aemodels
from aemodels import registry
from aemodels.checkpoints import cards
from tests.support.apptest import components, draw_on_pad, header, open_page, plain_data, sent, words
from ui import models
from ui.components.pad import PRESETS
from ui.controls import SHARED
from ui.pages import CONTROLS, PAGES
from ui.sample import of_strokes
from ui.sections.latent_plane import halves
from ui.sections.lesson import code_maps, looks, places, quiz
from ui.sections.lesson.step import Choices, Scale, Sketch
from ui.sections.lesson.steps import STEPS
from ui.sections.odd_one_out.examples import ANOMALIES

DIGIT = PRESETS["5"]
TERMS = {
    "1": "bottleneck",
    "2": "linear",
    "3": "non-linear",
    "4": "decoder",
    "5": "variational autoencoder",
    "6": "denoising autoencoder",
    "7": "KL divergence",
    "8": "sparse",
    "9": "anomaly detection",
    "10": "loss",
}


PLACES = {  # among the dots, in a gap and far out
    "deep_2d": (("-0.3", "-0.5"), ("-2.5", "-2.3"), ("-6.6", "5.1")),
    "vae_2d": (("0", "0"), ("-1.86", "-2.48"), ("-3.6", "3.4")),
}


def lesson(number: str, guess: dict | None = None, **address: str):
    """Open a step; with a guess, as the browser sends it."""
    app = open_page("lesson", step=number, **address)
    if guess:
        app.session_state[f"lesson_guess_{number}"] = {"guess": guess}
        app.run()
    return app


def parts(app) -> list[dict]:
    """What the page gives the lesson's parts."""
    elements = [each.proto for each in app.get("bidi_component") if each.proto.component_name == "lesson"]
    return [json.loads(element.bytes[4:]) for element in elements]


def views(app) -> dict[str, dict]:
    """What the page gives the lesson's parts, by their kind; of several of one kind, the last."""
    return {each["view"]: each for each in parts(app)}


def maps(app) -> list[dict]:
    """The maps of the first figure with any."""
    return next(each["maps"] for each in parts(app) if each["view"] == "maps")


def judge(app, trained: str, place: tuple[str, str], seen: str) -> None:
    """Say what is seen at a place of a network's plane."""
    app.segmented_control(key="trained").set_value(trained).run()
    app.query_params["z1"], app.query_params["z2"] = place
    app.run()
    app.button(key=f"lesson_seen_{seen}").click().run()


@pytest.mark.parametrize("number", STEPS)
def test_a_step_has_all_that_it_needs(number):
    step = STEPS[number]
    assert len(step.title) <= 12, "more does not fit the row of steps"
    assert step.question.endswith("?")
    assert step.idea
    assert step.tasks
    assert all(step.tasks)
    assert step.asks
    assert f"**{TERMS[number]}**" in step.sentence
    match step.guess:
        case Choices(options):
            assert len(options) >= 3
        case Scale(low, high, by, unit):
            assert low < high
            assert (high - low) % by == 0
            assert unit
        case Sketch(of):
            assert of


@pytest.mark.parametrize("number", STEPS)
def test_a_step_leads_to_a_page_that_knows_its_address(number):
    step = STEPS[number]
    page = next(page for page in PAGES if page.url_path == step.page)
    assert step.address.keys() <= page.controls.keys() | SHARED.keys()
    assert step.address.get("model", "pca_2") in registry.names()


@pytest.mark.parametrize("number", [number for number, step in STEPS.items() if "model" in step.address])
def test_the_link_of_a_step_lands_on_its_model(number):
    step = STEPS[number]
    app = open_page(step.page, **step.address)
    assert app.selectbox(key="model").value == step.address["model"]


def test_the_address_knows_every_step_and_view():
    assert set(CONTROLS["step"].options) == STEPS.keys() | looks.VIEWS.keys()


@pytest.mark.parametrize("nonsense", ["11", "<script>"])
def test_nonsense_in_the_address_is_the_first_step(nonsense):
    app = lesson(nonsense)
    assert not app.exception
    assert STEPS["1"].question in words(app)


def test_nothing_is_shown_before_a_guess_and_nonsense_is_none():
    app = lesson("1")
    assert "digit_pad" not in components(app)
    app.session_state["lesson_guess_1"] = {"guess": {"kind": "<script>"}}
    app.run()
    assert "digit_pad" not in components(app)
    app.session_state["lesson_guess_1"] = {"guess": {"kind": "unknown"}}
    app.run()
    assert {"digit_pad", "flow"} <= set(components(app))


def test_a_step_is_done_by_doing_it_and_compares_with_the_students_own_digit():
    app = lesson("1", {"kind": "choice", "choice": "blur"}, kept="2")
    assert views(app)["tasks"]["done"] == [False, False], "the example is not the student's digit"
    assert views(app)["compare"]["outcome"] is None
    draw_on_pad(app, DIGIT)
    shown = views(app)
    assert shown["tasks"]["done"] == [True, True]
    image = of_strokes(DIGIT).image
    errors = [np.square(aemodels.reconstruct(name, image[None])[0] - image).mean() for name in ("deep_30d", "deep_2d")]
    assert all(f"{error:.2g}" in shown["compare"]["outcome"]["text"] for error in errors)
    assert shown["compare"]["outcome"]["answer"] == "digit"
    assert "**bottleneck**" in words(app)


def test_no_guess_is_judged_by_a_drawing_that_is_no_digit():
    app = lesson("1", {"kind": "choice", "choice": "blur"}, kept="2")
    draw_on_pad(app, ANOMALIES["star"])
    outcome = views(app)["compare"]["outcome"]
    assert outcome["answer"] is None
    assert outcome["text"].endswith("unlike the digits that were learnt. Draw a digit.")


def test_a_scribble_from_another_page_is_no_digit_drawn_here():
    app = open_page("lesson", step="1", kept="2")
    app.session_state["study.strokes"] = ANOMALIES["star"]
    app.session_state["lesson_guess_1"] = {"guess": {"kind": "unknown"}}
    app.run()
    assert views(app)["tasks"]["done"] == [False, False]
    draw_on_pad(app, DIGIT)
    assert views(app)["tasks"]["done"] == [True, True]


def test_what_was_done_stays_done_on_the_way_back():
    app = lesson("1", {"kind": "unknown"}, kept="2")
    draw_on_pad(app, DIGIT)
    app.query_params["step"] = "3"
    app.run()
    app.query_params["step"] = "1"
    app.run()
    app.segmented_control(key="kept").set_value("30").run()
    assert views(app)["tasks"]["done"] == [True, True]


def test_depth_quotes_the_card():
    app = lesson("3", {"kind": "value", "value": 50}, method="deep_2d")
    draw_on_pad(app, DIGIT)
    assert views(app)["tasks"]["done"] == [True, True, False], "only the student sees where the colours overlap less"
    app.button(key="lesson_less_pca_2").click().run()
    outcome = views(app)["compare"]["outcome"]
    assert outcome["answer"] == round(100 * cards.read("deep_2d").figures.test["mse_to_pca"])
    linear, deep = (code_maps.agreement(cards.read(name).id) for name in ("pca_2", "deep_2d"))
    assert f"for {100 * deep:.0f} % of the dots" in outcome["text"]
    assert "You pressed PCA's map, but" in outcome["text"]
    assert 0.1 < linear < deep < 1
    copies = sent(app, "tiles")[-1][0]["tiles"]
    assert copies[0]["title"] == "yours"
    assert all(float(one) > float(other) for one, other in (tile["facts"].split("\n") for tile in copies[1:]))


def test_the_average_comes_before_the_components():
    app = lesson("2", {"kind": "sketch", "strokes": [[1, 2]]}, components="7")
    assert views(app)["tasks"]["done"] == [False, False]
    app.query_params["components"] = "0"
    app.run()
    app.query_params["components"] = "9"
    app.run()
    assert views(app)["tasks"]["done"] == [True, False], "only the student knows what can be read"
    app.button(key="lesson_can_read").click().run()
    assert views(app)["tasks"]["done"] == [True, True]
    assert [each["caption"] for each in views(app)["compare"]["outcome"]["pictures"]][1] == "PCA, 9"
    code = aemodels.encode("pca_32", of_strokes(PRESETS["3"]).image[None])[0]
    assert f"begins with the numbers {code[0]:.1f}, {code[1]:.1f}".replace("-", "−") in words(app)


@pytest.mark.parametrize("far", [0.3, 2.5])
def test_a_turned_number_changes_strokes_all_over_the_digit_however_far(far):
    app = lesson("4", {"kind": "choice", "choice": "one"})
    draw_on_pad(app, DIGIT)
    dials = header(app, "dials")
    values = list(dials["start"])
    values[dials["dials"][0]["dimension"]] += far
    app.session_state["lesson_dials"] = {"turned": {"origin": dials["origin"], "serial": 1, "values": values}}
    app.run()
    assert views(app)["compare"]["outcome"]["answer"] == "many"


def test_a_place_among_dots_one_in_a_gap_and_one_far_out_are_judged_and_measured():
    app = lesson("5", {"kind": "choice", "choice": "broken"})
    judge(app, "deep_2d", ("-6.9", "5.4"), "broken")
    assert "Now tap a place **among the dots**" in words(app)
    assert views(app)["tasks"]["done"] == [False, False, False]
    for name, zones in PLACES.items():
        for place in zones:
            judge(app, name, place, "clean")
    shown = views(app)
    assert shown["tasks"]["done"] == [True, True, True]
    assert shown["compare"]["outcome"]["answer"] == "broken"
    assert len(shown["compare"]["outcome"]["pictures"]) == 6
    judged = header(app, "tiles")["tiles"]
    unlike = [float(tile["facts"].rpartition("\u00a0")[2]) for tile in judged if tile["title"] == "Plain"]
    assert unlike[0] < 0.001 < 0.01 < unlike[-1], "among the dots there is a copy like it, far out none"
    assert 0 < len(maps(app)[0]["shade"]) == len(maps(app)[1]["shade"])
    assert {1.0, 0.0} < set(maps(app)[0]["shade"]), "holes stand out from what is nearly one"
    assert all("Holes: 0 % among the dots" in each["note"] for each in maps(app))
    plain, variational = shown["maps"]["maps"]
    assert len({tuple(mark) for mark in plain["marks"]}) == 1 < len({tuple(mark) for mark in variational["marks"]})
    assert not plain["clouds"]
    assert len(variational["clouds"]) >= len(variational["dots"]) > 1, "each neighbour has a cloud around it"


@pytest.mark.parametrize("name", ["deep_2d", "vae_2d"])
def test_a_gap_is_where_eyes_see_paper_between_the_dots(name):
    card, side, dot = cards.read(name), 420, 2.1  # CSS pixels of the map on a laptop, and of a dot's radius
    dots = halves.dots(card.id)[0]
    low, high = np.quantile(dots, [0.02, 0.98], axis=0)
    random = np.random.default_rng(0).uniform(low, high, (400, 2)).astype(np.float32)
    away = places.distances(card, random)
    zones = np.array([places.zone(each) for each in away])
    assert (zones[away * side > dot + 5] != "amid").all(), "there is room for a white disc of 10 pixels"
    assert (zones[away * side < dot + 1] == "amid").all(), "one points at a dot"


def test_places_come_back_from_the_browser_after_a_reload_and_nonsense_does_not():
    app = lesson("5", {"kind": "choice", "choice": "broken"})
    judge(app, "deep_2d", ("-6.9", "5.4"), "broken")
    kept = views(app)["tasks"]["places"]
    assert kept == [{"network": "deep_2d", "z1": -6.9, "z2": 5.4, "seen": "broken"}]
    again = lesson("5", {"kind": "choice", "choice": "broken"})
    strange = [{**kept[0], "network": "vae_20d"}, {**kept[0], "seen": "<script>"}]
    again.session_state["lesson_list_5"] = {"places": [*kept, *strange]}
    again.run()
    assert not again.exception
    assert views(again)["tasks"]["places"] == kept
    assert "“no digit”" in header(again, "tiles")["tiles"][0]["facts"]


def test_noise_is_measured_on_the_students_digit():
    app = lesson("6", {"kind": "value", "value": 50})
    draw_on_pad(app, DIGIT)
    assert views(app)["tasks"]["done"] == [True, False], "the noise that is there already is nobody's doing"
    for serial, amount in enumerate(("0.8", "0"), 1):
        version = app.session_state["study.corruption"]["version"]
        stack = {"text": f"gaussian:{amount}", "strokes": [], "live": False, "serial": serial, "version": version}
        app.session_state["corruption"] = {"stack": stack}
        app.run()
        assert 50 < views(app)["compare"]["outcome"]["answer"] <= 100, "without noise, what was seen before stands"
    text = views(app)["compare"]["outcome"]["text"]
    assert ", good (" in text
    assert ", poor (" in text, "what smoothing repaired looks much in percent"
    clean, denoised, smoothed, more = [tile["facts"] for tile in sent(app, "tiles")[-1][0]["tiles"]]
    assert clean.startswith("error 0.000")
    ink = [float(facts.rpartition("strokes: ")[2].partition("\u00a0")[0]) for facts in (denoised, smoothed, more)]
    assert ink[0] > ink[2] < ink[1], "who smooths more loses the strokes"


def test_random_codes_are_counted_by_the_student():
    app = lesson("7", {"kind": "value", "value": 6})
    app.button(key="lesson_none_0").click().run()
    assert views(app)["tasks"]["done"] == [True, False]
    app.button(key="lesson_none_1").click().run()
    shown = views(app)
    assert shown["compare"]["outcome"]["answer"] == 0
    plain, variational = (np.array(each["dots"])[:, :2] for each in shown["maps"]["maps"])
    middle, radius = shown["maps"]["maps"][0]["rings"][-1][0], shown["maps"]["maps"][0]["rings"][-1][2]
    within = [(np.hypot(*(dots - middle).T) < radius).mean() for dots in (plain, variational)]
    assert within[0] < 0.2 < 0.9 < within[1], "the rings hold the codes of the variational autoencoder alone"


def test_other_random_codes_are_drawn_again_and_counted_with_the_first():
    app = lesson("7", {"kind": "value", "value": 6})
    app.session_state["study.lesson"]["7"]["chosen"][1, 4] |= {"0", "5"}  # where a tap on a tile puts it
    for task in (0, 1):
        app.button(key=f"lesson_none_{task}").click().run()
    before = maps(app)[0]["marks"]
    app.button(key="lesson_again").click().run()
    assert app.query_params["codes_seed"] == "5"
    assert maps(app)[0]["marks"] != before
    assert "2 of 12 from the variational" in views(app)["compare"]["outcome"]["text"], "not yet counted"
    app.button(key="lesson_none_1").click().run()
    assert "2 of 24 from the variational" in views(app)["compare"]["outcome"]["text"]


def test_few_units_of_a_sparse_code_are_active():
    app = lesson("8", {"kind": "value", "value": 64}, off="100,81")
    draw_on_pad(app, DIGIT)
    answer = views(app)["compare"]["outcome"]["answer"]
    code = aemodels.encode("sparse_relu_l1", of_strokes(DIGIT).image[None])[0]
    assert 0 < answer == (code > 0.1).sum() < 64


def test_the_more_active_half_of_the_units_changes_about_twice_as_much():
    codes = models.gallery(cards.read("sparse_relu_l1").id)["codes"][:60]
    halves = []
    for code, whole in zip(codes, aemodels.decode("sparse_relu_l1", codes), strict=True):
        units = [unit for unit in np.argsort(-code) if code[unit] > 0.1]
        cut = aemodels.decode("sparse_relu_l1", np.stack([np.where(np.arange(128) == unit, 0, code) for unit in units]))
        changes = np.abs(cut - whole).mean(axis=(1, 2))
        halves.append((changes[: len(units) // 2].mean(), changes[len(units) // 2 :].mean()))
    more, less = np.mean(halves, axis=0)
    assert 1.7 < more / less < 2.5


def test_the_alarm_is_counted_over_all_examples():
    app = lesson("9", {"kind": "value", "value": 8})
    draw_on_pad(app, DIGIT)
    for name in ("zigzag", "star", "trousers"):  # the alarm goes off at two, and not at the last
        assert views(app)["compare"]["outcome"] is None
        kept = app.session_state["study.lesson"]["9"]  # where a tap on a tile puts it
        kept["tried"], kept["name"] = kept["tried"] | {name}, name
        app.run()
    assert app.session_state["study.strokes"] == DIGIT, "the student's own drawing stays"
    outcome = views(app)["compare"]["outcome"]
    assert outcome["text"].startswith(f"{outcome['answer']} of {len(ANOMALIES)}")
    best = outcome["pictures"][0]["caption"]
    assert best in {"A: passes", "T: passes"}, "what is no digit and yet copied well, tapped or not"


def test_only_the_browser_sees_a_training():
    app = lesson("10", {"kind": "unknown"})
    assert "training" in components(app)
    assert not views(app)["compare"]["finished"]
    app.session_state["lesson_compare_10"] = {"seen": {"trained": True}}
    app.run()
    assert views(app)["compare"]["finished"]
    assert "**loss**" in words(app)


def test_a_step_of_an_earlier_visit_still_says_what_to_keep():
    app = lesson("1", {"kind": "unknown"})
    assert "**bottleneck**" not in words(app)
    app.session_state["lesson_compare_1"] = {"earlier": True}
    app.run()
    assert "**bottleneck**" in words(app)
    assert views(app)["tasks"]["done"] == [False, False]
    assert views(app)["tasks"]["earlier"]


def test_a_step_without_its_model_says_so(spoilable):
    (spoilable / "deep_2d.safetensors").unlink()
    app = lesson("1", {"kind": "unknown"})
    assert not app.exception
    assert "python -m aemodels.train deep_2d" in words(app)


@pytest.mark.parametrize("view", looks.VIEWS)
def test_every_other_view_opens(view):
    app = lesson(view)
    assert not app.exception
    assert plain_data(app, "lesson")["at"] == view


def test_the_questions_can_be_answered_and_say_where_to_look():
    assert len(quiz.QUESTIONS) == 5
    for told, question in zip(quiz.told(), quiz.QUESTIONS, strict=True):
        assert question.right in question.options
        assert question.step in STEPS
        assert list(told["options"])[-1] == quiz.UNKNOWN
    places = {list(question.options).index(question.right) for question in quiz.QUESTIONS}
    assert len(places) > 1, "the right answer does not always stand at one place"
