"""Every page, run by Streamlit's own test machine: bare, by deep link, with checkpoints missing or damaged."""

import io
import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from aemodels import registry
from aemodels.checkpoints import cards
from aemodels.images import Normalised
from tests.support.apptest import (
    PAGES,
    components,
    draw_on_pad,
    header,
    open_page,
    plain_data,
    table_rows,
    unpacked,
    words,
)
from tests.support.damage import cut_short
from ui import download, models, pages, sample, story
from ui.components.pad import PRESETS, picture_of
from ui.components.shared.message import ink_bytes, pack, signed_bytes
from ui.dots import TINY
from ui.sections.models import charts

ROOT = Path(__file__).parent.parent
RECONSTRUCT = "reconstruct"
WITHOUT_MODELS = {"train_one", "for_teachers", "glossary", "lesson"}
MOST_BYTES = 98_000
"""Of a page's components; with all that Streamlit adds, a second visit stays below 100 kB."""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_without_trouble(page):
    app = open_page(page)
    assert not app.exception
    assert not app.error
    assert app.title[0].value
    assert weight(app) < MOST_BYTES


def weight(app) -> int:
    """Return how many bytes a page sends over the socket; what is fetched by address is not among them."""
    return sum(element.proto.ByteSize() for kind in ("bidi_component", "plotly_chart") for element in app.get(kind))


def test_the_start_page_is_a_pad_a_waist_and_doors_to_pages_that_there_are():
    app = open_page("start_here")
    assert {"digit_pad", "flow"} <= set(components(app))
    assert not {"table", "error_chart"} & set(components(app)), "the figures stand on Models"
    assert plain_data(app, "digit_pad")["show"], "an example draws itself"
    assert header(app, "flow")["waist"] == [[400], [400]]
    assert "bottleneck" in words(app)
    doors = [link.proto.page for link in app.get("page_link")]
    assert {"latent_plane", "train_one"} <= set(doors) <= set(PAGES)


def test_the_models_stand_in_a_chart_and_in_a_table_with_the_same_figures():
    app = open_page("models")
    assert not app.get("plotly_chart"), "Plotly is megabytes of a first visit"
    assert not app.dataframe, "a data frame is a megabyte of a first visit"
    rows = {row["Model"]: row for row in table_rows(app)}
    assert all(row["Error"] > 0 for row in rows.values() if row["Trained on"] in ("digits", "clothes"))
    chart = plain_data(app, "error_chart")
    dot = next(dot for dot in chart["dots"] if dot["title"] == "Deep autoencoder (30-D)")
    assert (dot["size"], dot["error"]) == (30, rows["Deep autoencoder (30-D)"]["Error"])
    assert dot["error"] < dict(map(tuple, chart["line"]))[30]


@pytest.mark.parametrize("name", ["vae_collapsed", "sparse_l1", "sentence_words", "pca_32", "greedy"])
def test_every_card_is_drawn_without_plotly(name):
    app = open_page("models", model=name)
    assert not app.exception
    assert not app.get("plotly_chart")
    assert "layers" in components(app)
    assert ("learning_curves" in components(app)) == bool(cards.read(name).history)


def test_learning_curves_have_every_term_the_phases_and_ticks_that_leave_room():
    curves = header(open_page("models", model="greedy"), "learning_curves")
    history = cards.read("greedy").history
    assert len(curves["terms"][0]["validation"]) == len(history)
    assert {name for _, name in curves["phases"]} < {entry["phase"] for entry in history}
    assert charts.term_ticks([2.0, 1900.0]) == charts.TERM_TICKS
    assert charts.term_ticks([0.0, 1e-8, 200.0]) == charts.POWERS


@pytest.mark.parametrize(("share", "word"), [(0.9, "very well"), (0.5, "well"), (0.2, "fairly well"), (0.0, "badly")])
def test_a_figure_comes_with_a_plain_word(share, word):
    card = cards.read("simple")
    error = float(np.quantile(models.test_errors(card.id), 1 - share)) + 1e-6
    nothing = np.zeros((28, 28), np.float32)
    rebuilt = models.Rebuilt(card, nothing, np.zeros(32), nothing, error)
    assert story.verdict(rebuilt, sample.Sample(Normalised(nothing, {}))).startswith(
        f"By the standard of this model, rebuilt **{word}**"
    )


def test_a_deep_link_sets_the_model_and_the_sample():
    app = open_page(RECONSTRUCT, model="vae_2d", source="pick", digit="7", seed="5", item="3")
    assert app.selectbox(key="model").value == "vae_2d"
    assert app.selectbox(key="digit").value == "7"
    assert app.number_input(key="seed").value == 5
    assert "a place on a map" in words(app)
    assert app.query_params["model"] == "vae_2d"


def test_choosing_a_model_writes_the_address_and_a_default_leaves_it():
    app = open_page(RECONSTRUCT)
    app.selectbox(key="model").select("simple").run()
    assert app.query_params["model"] == "simple"
    app.selectbox(key="model").select("deep_30d").run()
    assert "model" not in app.query_params


@pytest.mark.parametrize(
    ("page", "address", "sentence", "component"),
    [
        (RECONSTRUCT, {"model": "vae_9d"}, "does not exist", "flow"),
        (RECONSTRUCT, {"model": "<script>"}, "does not exist", "flow"),
        ("map_of_codes", {"model": "<script>"}, "does not exist", "atlas"),
        ("map_of_codes", {"second_map": "True", "other_model": "vae_9d"}, "does not exist", "atlas"),
        ("map_of_codes", {"second_map": "True", "other_model": "conv"}, "was trained on other pictures", "atlas"),
    ],
)
def test_an_unknown_model_in_the_address_gets_a_sentence(page, address, sentence, component):
    app = open_page(page, **address)
    assert sentence in words(app)
    assert component in components(app)
    assert not app.exception


@pytest.mark.parametrize(
    "address", [{"item": "99"}, {"seed": "-3"}, {"seed": "soon"}, {"digit": "x"}, {"source": "fax"}, {"item": "²"}]
)
def test_nonsense_in_the_address_falls_back_to_defaults(address):
    app = open_page(RECONSTRUCT, **({"source": "pick"} | address))
    assert not app.exception
    assert "flow" in components(app)


def test_a_drawing_reaches_the_models_and_survives_a_change_of_page():
    app = open_page(RECONSTRUCT)
    assert "An example" in words(app)
    draw_on_pad(app, PRESETS["5"])
    assert "An example" not in words(app)
    assert "rebuilt **" in words(app)
    app.switch_page(PAGES["start_here"]).run()
    assert "Yours came back **" in words(app)


def test_strokes_that_are_one_tap_do_not_break_the_page():
    app = open_page(RECONSTRUCT)
    draw_on_pad(app, [[500, 500]], live=True)
    assert not app.exception
    assert not app.error
    assert TINY not in words(app)
    draw_on_pad(app, [[500, 500]])
    assert TINY in words(app), "a disc needs an explanation as soon as the hand rests"
    draw_on_pad(app, PRESETS["1"])
    assert TINY not in words(app)


def test_a_missing_checkpoint_leaves_the_others_alive(spoilable):
    (spoilable / "simple.safetensors").unlink()
    app = open_page(RECONSTRUCT, model="simple")
    assert "`simple` in the address has no checkpoint yet" in words(app)
    assert {"flow", "tiles"} <= set(components(app))


@pytest.mark.parametrize("suffix", ["safetensors", "gallery.safetensors"])
def test_damaged_weights_get_a_sentence_and_leave_the_rest_alive(spoilable, suffix):
    cut_short(spoilable, f"deep_30d.{suffix}")
    app = open_page(RECONSTRUCT)
    assert "python -m aemodels.train deep_30d" in words(app)
    assert {"digit_pad", "tiles"} <= set(components(app))
    assert not app.exception


def test_a_damaged_card_gets_a_sentence(spoilable):
    (spoilable / "linear.json").write_text("{")
    app = open_page(RECONSTRUCT)
    assert "card linear.json is damaged" in words(app)
    assert "flow" in components(app)


@pytest.mark.parametrize("page", sorted(PAGES.keys() - WITHOUT_MODELS))
def test_without_any_checkpoint_a_page_says_what_to_do(page, tmp_path, monkeypatch):
    monkeypatch.setenv("AEMODELS_CHECKPOINTS", str(tmp_path))
    app = open_page(page)
    assert re.search("Run `(make train|python -m aemodels)", words(app))
    assert not app.exception


def test_a_page_that_fails_shows_a_friendly_notice_and_no_traceback(monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr(models, "usable", fail)
    app = open_page(RECONSTRUCT)
    assert "Something went wrong" in app.error[0].value
    assert "reference: " in app.code[0].value
    assert not app.exception
    assert "secret detail" not in words(app) + app.code[0].value


def test_a_broken_upload_gets_a_sentence_and_keeps_the_picture_before():
    app = open_page(RECONSTRUCT, source="upload")
    app.file_uploader[0].upload("notes.png", b"this is no picture", "image/png").run()
    assert "notes.png" in app.error[0].value
    assert "flow" in components(app)
    assert not app.exception


def test_presets_are_ten_digits_that_the_models_know():
    assert list(PRESETS) == list("0123456789")
    for strokes in PRESETS.values():
        picture = picture_of(strokes)
        assert picture.shape == (112, 112)
        assert 0.05 < picture.mean() < 0.25
        assert all(0 <= value <= 1000 for stroke in strokes for value in stroke)


def test_the_download_is_a_picture_of_every_reconstruction(digits):
    known = {name: models.cards.read(name) for name in ("simple", "vae_2d")}
    rebuilt = [models.rebuild(card, digits[0]) for card in known.values()]
    sheet = Image.open(io.BytesIO(download.sheet(digits[0], rebuilt)))
    assert sheet.format == "PNG"
    assert sheet.width > 3 * 168
    dark = np.asarray(sheet) < 128
    assert dark[:, 200:360].any()
    assert dark[:, 380:540].any()


def test_messages_carry_arrays_in_their_places():
    picture, code = np.arange(6, dtype=np.uint8).reshape(2, 3), np.array([0.5, -1], np.float32)
    message = pack({"word": "ß"}, picture=picture, code=code)
    header, arrays = unpacked(message)
    assert header["word"] == "ß"
    assert header["arrays"]["picture"]["offset"] == 0
    assert arrays["picture"].tobytes() == picture.tobytes()
    assert np.array_equal(arrays["code"], code)


def test_bytes_of_pictures_are_cut_to_their_range():
    assert ink_bytes(np.array([-0.2, 0.0, 0.5, 1.3])).tolist() == [0, 0, 128, 255]
    assert signed_bytes(np.array([-1.0, 1.0, 0.0])).tolist() == [1, 255, 128]


def test_every_variant_has_words_for_its_measures():
    for name in registry.names():
        for target in registry.variant(name).spec.targets:
            assert cards.read(name).units[target.measure]


def test_no_component_shares_its_key_with_a_control():
    sources = [path.read_text() for folder in ("ui", "pages") for path in (ROOT / folder).rglob("*.py")]
    keys = {key for source in sources for key in re.findall(r'(?:tiles\(|_component\(key=)\s*"([\w.]+)"', source)}
    assert len(keys) > 10
    assert not keys & pages.CONTROLS.keys()


def test_a_page_that_cannot_show_the_chosen_model_gives_it_back():
    app = open_page(RECONSTRUCT, model="simple")
    app.switch_page(PAGES["latent_plane"]).run()
    assert app.selectbox(key="model").value == "vae_2d"
    app.switch_page(PAGES[RECONSTRUCT]).run()
    assert app.selectbox(key="model").value == "simple"
