"""The page “Train one” as the server sees it: settings in the address, handed to the browser, which does the rest."""

from tests.support.apptest import PAGES, components, draw_on_pad, open_page, plain_data, words
from ui.components.pad import PRESETS
from ui.sections.train_one import settings

PAGE = "train_one"


def test_the_page_shows_stage_pad_drawings_and_figures_in_this_order():
    app = open_page(PAGE)
    shown = [name for name in components(app) if name in {"digit_pad", "own_drawings", "training", "training_figures"}]
    assert sorted(shown) == ["digit_pad", "own_drawings", "training", "training_figures"]
    assert shown[-1] == "training_figures"
    data = plain_data(app, "training")
    assert data["sheets"][0]["id"] == "digits"
    assert set(data["texts"].values()) <= {""}
    assert not app.exception


def test_a_link_hands_its_settings_over_and_keeps_them_in_the_address():
    app = open_page(PAGE, train_code="2", train_widths="128,64", train_kind="<script>")
    texts = plain_data(app, "training")["texts"]
    assert (texts["code"], texts["widths"], texts["kind"]) == ("2", "128,64", "<script>")
    assert app.query_params["train_code"] == "2"


def test_a_setting_is_no_longer_than_any_can_be():
    app = open_page(PAGE, train_widths="9" * 10_000)
    assert len(plain_data(app, "training")["texts"]["widths"]) == settings.MOST_CHARACTERS


def test_another_run_of_the_page_hands_over_nothing_new():
    app = open_page(PAGE, train_code="2")
    version = plain_data(app, "training")["version"]
    draw_on_pad(app, PRESETS["3"])
    data = plain_data(app, "training")
    assert data["strokes"] == PRESETS["3"]
    assert plain_data(app, "own_drawings")["strokes"] == PRESETS["3"]
    assert data["texts"]["code"] == "2"
    assert version <= data["version"] <= version + 1  # the test machine keeps no component's state between two runs


def test_settings_come_along_to_another_page_and_back():
    app = open_page(PAGE, train_code="2")
    version = plain_data(app, "training")["version"]
    app.switch_page(PAGES["start_here"]).run()
    app.switch_page(PAGES[PAGE]).run()
    data = plain_data(app, "training")
    assert data["texts"]["code"] == "2"
    assert data["version"] > version
    assert app.query_params["train_code"] == "2"


def test_the_page_needs_no_trained_model(tmp_path, monkeypatch):
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path))
    app = open_page(PAGE)
    assert "training" in components(app)
    assert "make train" not in words(app)
    assert not app.exception
