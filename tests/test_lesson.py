"""The lesson on the loss, and the pages that show what is no picture."""

import numpy as np
import pytest
import torch

import aemodels
from aemodels import figures, registry
from aemodels.checkpoints import cards
from tests.support.apptest import components, open_page, plain_data, table_rows, words
from ui.pages import CONTROLS

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
    assert {"latent_plane", "latent_manifold", "flow"} <= set(components(app))
    app.select_slider(key="loss").set_value("vae_beta_4").run()
    assert "A strong penalty on the code" in words(app)
    assert app.query_params["loss"] == "vae_beta_4"
    assert not app.exception


def test_the_balance_shows_both_terms_and_marks_the_choice():
    figure = figures.loss.balance([cards.read(name) for name in LESSON], "vae_beta_1")
    assert [bar.name for bar in figure.data] == ["reconstruction", "KL divergence"]
    assert figure.data[1].y[4] == pytest.approx(0, abs=0.05)
    assert list(figure.data[0].marker.opacity).index(1.0) == 2


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
