"""The student's digit on maps of codes: where the page puts it while the hand draws and when it rests."""

import sys

import numpy as np
import pytest
from playwright.sync_api import expect

import aemodels
from aemodels.checkpoints import cards
from aemodels.images import normalise
from aemodels.latent import pca, placement
from aemodels.latent.nearest import Known
from tests.chromium import pixels, server, settled
from tests.test_atlas import PAGE
from tests.test_atlas_browser import open_maps, painted
from tests.test_maps_pages import messages
from tests.test_pages import components, open_page, words
from ui.components.pad import PRESETS, picture_of
from ui.sample import MARGIN, on_paper


@pytest.fixture(scope="module")
def address():
    with server(sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", "{port}") as address:
        yield address


def code_of(name: str, digit: str) -> np.ndarray:
    image = normalise(on_paper(np.pad(picture_of(PRESETS[digit]), MARGIN))).image
    return aemodels.encode(name, image[None])


def shown(digit: str, live: bool, **address: str):
    app = open_page(PAGE, **address)
    app.session_state["pad"] = {"drawing": {"strokes": PRESETS[digit], "live": live}}
    app.run()
    assert not app.exception
    return app, [header["own"] for header, _ in messages(app, "atlas")][-1]


def expected(name: str, digit: str) -> dict[str, np.ndarray]:
    code, gallery = code_of(name, digit), cards.load_gallery(name)
    mean, directions = pca.main_directions(gallery["codes"], 2)
    return {
        "code": code,
        "pca": (code - mean) @ directions.T,
        "umap": placement.follow(Known(gallery["codes"]), gallery["umap"], code),
        "tsne": placement.Settled(gallery["codes"], gallery["tsne"]).settle(code),
        "live": placement.follow(Known(gallery["codes"]), gallery["tsne"], code),
    }


@pytest.mark.parametrize("projection", ["code", "pca", "umap", "tsne"])
def test_a_drawing_that_rests_lies_where_its_map_puts_it(projection):
    app, (own,) = shown("5", live=False, model="vae_2d", projection=projection)
    if projection == "tsne":
        assert own["place"] == pytest.approx(expected("vae_2d", "5")["live"][0].tolist(), abs=0.01)
        assert "atlas_moved" in components(app)
        app.run()
        (own,) = messages(app, "atlas")[-1][0]["own"]
    assert own["place"] == pytest.approx(expected("vae_2d", "5")[projection][0].tolist(), abs=0.05)
    assert own["settled"] == (projection != "umap")
    assert own["called"] == "yours"


def test_a_drawing_under_way_lies_among_its_nearest_codes_and_is_not_settled():
    _, (own,) = shown("7", live=True)
    assert own["place"] == pytest.approx(expected("deep_30d", "7")["live"][0].tolist(), abs=0.01)
    assert not own["settled"]


def test_both_maps_show_the_digit_each_where_its_own_model_has_it():
    _, owns = shown("0", live=False, second_map="True", other_model="vae_2d", other_projection="code")
    assert owns[1]["place"] == pytest.approx(code_of("vae_2d", "0")[0].tolist(), abs=1e-4)
    assert owns[0]["place"] != owns[1]["place"]


def test_the_page_says_how_exact_the_star_is_and_what_a_model_for_clothes_makes_of_it():
    app, _ = shown("3", live=False)
    stated = cards.read("deep_30d").maps["tsne"]["landing_error"]
    assert f"off by {stated:.1%} of the map's width" in words(app)
    app, _ = shown("3", live=False, model="conv")
    assert "nothing but clothes" in words(app)


@pytest.mark.parametrize(("model", "said"), [("deep_30d", "Nothing unusual here"), ("conv", "seen nothing like it")])
def test_the_nearest_to_the_drawing_are_shown_and_whether_it_is_unusual(model, said):
    app, _ = shown("7", live=False, model=model)
    found = Known(cards.load_gallery(model)["codes"]).nearest(code_of(model, "7"), 10)
    grids = [[tile["id"] for tile in header["tiles"]] for header, _ in messages(app, "tiles")]
    assert [f"own.{row}" for row in found.positions[0]] in grids
    assert said in words(app)


@pytest.mark.browser
def test_a_hand_draws_and_the_star_moves_with_it_and_settles_when_it_rests(address, visit):
    page = visit().page
    open_maps(page, address)
    atlas = page.get_by_test_id("atlas").last
    expect(atlas).to_have_attribute("data-settled", "true", timeout=30_000)
    example, before = atlas.get_attribute("data-own"), painted(page)
    box = page.get_by_test_id("digit-pad").bounding_box()
    page.mouse.move(box["x"] + 0.3 * box["width"], box["y"] + 0.2 * box["height"])
    page.mouse.down()
    page.mouse.move(box["x"] + 0.7 * box["width"], box["y"] + 0.25 * box["height"], steps=12)
    expect(atlas).to_have_attribute("data-settled", "false", timeout=30_000)
    begun = atlas.get_attribute("data-own")
    page.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 0.85 * box["height"], steps=12)
    expect(atlas).not_to_have_attribute("data-own", begun, timeout=30_000)
    page.mouse.up()
    expect(atlas).to_have_attribute("data-settled", "true", timeout=30_000)
    assert atlas.get_attribute("data-own") not in (example, begun)
    assert painted(page) != before


@pytest.mark.browser
def test_a_second_map_leaves_the_drawing_on_the_pad(address, visit):
    page = visit().page
    open_maps(page, address)
    page.get_by_role("button", name="Draw a 7 for me").click()
    expect(page.get_by_test_id("atlas").last).to_have_attribute("data-settled", "false", timeout=30_000)
    expect(page.get_by_test_id("atlas").last).to_have_attribute("data-settled", "true", timeout=30_000)
    drawn = pixels(page, "digit-pad")
    page.get_by_text("Second map", exact=True).first.click()
    expect(page.get_by_test_id("atlas-map-1")).to_be_visible()
    settled(page)
    assert pixels(page, "digit-pad") == drawn
