"""The lesson on the loss, and the pages that show what is no picture."""

import numpy as np
import pytest
import torch

import aemodels
from aemodels import registry
from aemodels.checkpoints import cards
from tests.support.apptest import charts, components, header, open_page, plain_data, table_rows, tile_ids, words
from ui.pages import CONTROLS
from ui.sections.what_the_loss_does import terms

LESSON = CONTROLS["loss"].options


def measured(name: str) -> dict:
    return cards.read(name).figures.test


def test_the_lessons_models_are_those_of_its_family():
    family = [name for name in registry.names() if registry.variant(name).spec.family == "loss lesson"]
    assert sorted(LESSON) == family


def test_a_higher_price_gives_cheaper_codes_and_worse_copies():
    rising = LESSON[:4]
    prices = [measured(name)["kl_nats"] for name in rising]
    errors = [measured(name)["reconstruction_nats"] for name in rising]
    assert prices == sorted(prices, reverse=True)
    assert errors == sorted(errors)
    assert min(LESSON, key=lambda name: measured(name)["negative_elbo"]) == "vae_beta_1"


def test_the_collapsed_one_decodes_every_code_to_the_same_picture():
    codes = np.random.default_rng(0).standard_normal((200, 2), dtype=np.float32)
    spread = {name: aemodels.decode(name, codes).var(0).mean() for name in LESSON}
    assert spread["vae_collapsed"] < 1e-4
    assert min(spread[name] for name in LESSON[:4]) > 0.01
    assert measured("vae_collapsed")["active_units"] == 0


@pytest.mark.parametrize("name", LESSON)
@torch.no_grad()
def test_what_is_minimised_are_the_weighed_terms(name, digits):
    model = registry.build(name)
    x = torch.from_numpy(digits)[:, None]
    torch.manual_seed(0)
    plain = model.bound_terms(x, x)
    torch.manual_seed(0)
    weighed = model.loss_terms(x, x)
    weights = {"reconstruction": model.reconstruction_weight, "kl": model.beta}
    for term, weight in weights.items():
        assert float(weighed[term]) == pytest.approx(float(plain[term]) * weight)


def test_the_slider_changes_plane_terms_and_words_together():
    app = open_page("what_the_loss_does", loss="vae_collapsed")
    assert "averaged over pixels" in words(app)
    assert {"latent_plane", "latent_manifold", "stacked_bars"} <= set(components(app))
    assert not charts(app)
    app.select_slider(key="loss").set_value("vae_beta_4").run()
    assert "A strong penalty on the code" in words(app)
    assert app.query_params["loss"] == "vae_beta_4"
    assert not app.exception


def test_the_balance_shows_both_terms_and_marks_the_choice():
    bars = header(open_page("what_the_loss_does"), "stacked_bars")["bars"]
    assert [bar["chosen"] for bar in bars] == [name == "vae_beta_1" for name in LESSON]
    assert bars[4]["parts"][1] == pytest.approx(0, abs=0.05)
    assert max(sum(bar["shares"]) for bar in bars) == pytest.approx(1)


def test_every_weight_on_the_page_is_the_one_in_training():
    assert {name: registry.build(name).beta for name in LESSON} == terms.BETAS
    averaged = [name for name in LESSON if registry.build(name).reconstruction_weight != 1]
    assert averaged == [terms.AVERAGED]


def test_the_formulas_say_which_beta_they_have_and_explain_their_symbols():
    app = open_page("what_the_loss_does", loss="vae_collapsed")
    assert any(r"\beta = 1" in formula.value for formula in app.latex)
    assert "as if β were **784**" in words(app)
    assert all(symbol in words(app) for symbol in (r"$\hat x_i$", r"$\mu_j$", r"$\sigma_j$", "$D$", r"$\ln$"))


def test_the_whole_map_goes_as_far_as_the_codes_do_and_travels_by_address():
    app = open_page("what_the_loss_does", loss="vae_beta_0")
    figure = header(app, "latent_manifold")
    assert figure["values"][-1] == -figure["values"][0] >= 58
    assert figure["pictures"].startswith("kept/")
    assert not figure["arrays"]
    assert "from −62" in words(app)


def test_the_digit_is_rebuilt_by_all_models_and_a_click_chooses_one():
    app = open_page("what_the_loss_does")
    assert tile_ids(app) == [["input", *LESSON]]
    assert [tile["id"] for tile in header(app, "tiles")["tiles"] if tile["selected"]] == ["vae_beta_1"]


def test_other_pages_leave_the_lessons_models_out():
    app = open_page("reconstruct")
    assert not any("β" in option for option in app.selectbox(key="model").options)


def test_a_typed_text_is_in_the_address_and_comes_back():
    app = open_page("sentences", text="Wheat exports rose. Zorblax fell.")
    assert app.text_area(key="text").value.startswith("Wheat")
    first, second = plain_data(app, "words")["sentences"]
    assert [pair["given"] for pair in first["words"]] == ["wheat", "exports", "rose", "."]
    assert not second["words"][0]["known"]
    app.text_area(key="text").set_value("").run()
    assert "Type one to 20 sentences" in words(app)
    assert not app.exception


def test_models_are_found_by_the_size_of_their_code():
    app = open_page("models", size="2-3", knows="cloud")
    assert [row["Model"] for row in table_rows(app)] == ["Linear autoencoder (3-D to 2-D)"]
    app = open_page("models", size="64-", knows="reuters")
    assert {row["Code size"] for row in table_rows(app)} == {256, 512}


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("sparse_kl", "How active its units are"),
        ("denoising_conv", "Compared with other ways to remove the noise"),
        ("sentence_words", "Which words come back"),
        ("linear_3d", "Learning curves"),
    ],
)
def test_a_card_shows_what_only_its_model_has(name, heading):
    app = open_page("models", model=name)
    assert heading in words(app)
    assert not app.exception
