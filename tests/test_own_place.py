"""The student's digit on maps of codes: where the page puts it while the hand draws and when it rests."""

import numpy as np
import pytest

import aemodels
from aemodels.checkpoints import cards
from aemodels.images import normalise
from aemodels.latent import pca, placement
from aemodels.latent.nearest import Known
from tests.support.apptest import components, draw_on_pad, open_page, sent, tile_ids, words
from ui.components.pad import PRESETS, picture_of
from ui.sample import MARGIN, on_paper


def code_of(name: str, digit: str) -> np.ndarray:
    image = normalise(on_paper(np.pad(picture_of(PRESETS[digit]), MARGIN))).image
    return aemodels.encode(name, image[None])


def shown(digit: str, live: bool, **address: str):
    app = draw_on_pad(open_page("map_of_codes", **address), PRESETS[digit], live)
    assert not app.exception
    return app, own_places(app)


def own_places(app) -> list[dict]:
    return sent(app, "atlas")[-1][0]["own"]


def expected(name: str, digit: str, where: str) -> np.ndarray:
    """Return where a digit belongs on a map; "live": where it is put on that of t-SNE while the hand draws."""
    code, gallery = code_of(name, digit), cards.load_gallery(name)
    match where:
        case "code":
            return code
        case "pca":
            mean, directions = pca.main_directions(gallery["codes"], 2)
            return (code - mean) @ directions.T
        case "umap":
            return placement.follow(Known(gallery["codes"]), gallery["umap"], code)
        case "tsne":
            return placement.Settled(gallery["codes"], gallery["tsne"]).settle(code)
        case "live":
            return placement.follow(Known(gallery["codes"]), gallery["tsne"], code)


@pytest.mark.parametrize("projection", ["code", "pca", "umap", "tsne"])
def test_a_drawing_that_rests_lies_where_its_map_puts_it(projection):
    app, (own,) = shown("5", live=False, model="vae_2d", projection=projection)
    if projection == "tsne":
        assert own["place"] == pytest.approx(expected("vae_2d", "5", "live")[0].tolist(), abs=0.01)
        assert "atlas_moved" in components(app)
        app.run()
        (own,) = own_places(app)
    assert own["place"] == pytest.approx(expected("vae_2d", "5", projection)[0].tolist(), abs=0.05)
    assert own["settled"] == (projection != "umap")
    assert own["called"] == "yours"


def test_a_drawing_under_way_lies_among_its_nearest_codes_and_is_not_settled():
    _, (own,) = shown("7", live=True)
    assert own["place"] == pytest.approx(expected("deep_30d", "7", "live")[0].tolist(), abs=0.01)
    assert not own["settled"]


def test_both_maps_show_the_digit_each_where_its_own_model_has_it():
    _, owns = shown("0", live=False, second_map="True", other_model="vae_2d", other_projection="code")
    assert owns[1]["place"] == pytest.approx(code_of("vae_2d", "0")[0].tolist(), abs=1e-4)
    assert owns[0]["place"] != owns[1]["place"]


def test_the_page_says_how_exact_the_star_is_and_what_a_model_for_clothes_makes_of_it():
    app, _ = shown("3", live=False)
    stated = cards.read("deep_30d").maps["tsne"]["landing_error"]
    assert f"off by less than {stated:.1%} of the map's width" in words(app)
    app, _ = shown("3", live=False, model="conv")
    assert "nothing but clothes" in words(app)


@pytest.mark.parametrize(("model", "said"), [("deep_30d", "Nothing unusual here"), ("conv", "seen nothing like it")])
def test_the_nearest_to_the_drawing_are_shown_and_whether_it_is_unusual(model, said):
    app, _ = shown("7", live=False, model=model)
    found = Known(cards.load_gallery(model)["codes"]).nearest(code_of(model, "7"), 10)
    assert [f"own.{row}" for row in found.positions[0]] in tile_ids(app)
    assert said in words(app)
