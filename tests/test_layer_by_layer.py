"""Layer by layer: the networks of every phase run here and in the browser, and the figures bear the page out."""

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from aemodels.checkpoints import results
from aemodels.experiments import stages
from aemodels.inspection.browser_weights import run
from tests.support.apptest import open_page, tile_ids, unpacked, words
from ui.sections.layer_by_layer import figures, stage_networks


@pytest.mark.parametrize("name", stages.NAMES)
def test_a_network_gives_the_same_in_the_browser(name, digits):
    seen, halves = stages.see(name, digits[3]), stages.halves(name)
    assert halves.encoder
    assert halves.decoder
    code = run(halves.encoder, digits[3].reshape(1, -1))
    assert np.abs(code[0] - seen.code).max() < 2e-2
    assert np.abs(run(halves.decoder, code)[0] - seen.x_hat.ravel()).max() < 1e-2
    assert len(seen.code) == stage_networks.described(name)["code"]


def test_every_phase_is_another_network(digits):
    errors = [stages.see(name, digits[3]).error for name in stages.GREEDY]
    assert errors[0] < errors[2] < errors[1]


def test_what_was_measured_tells_the_story_of_the_page():
    found = results.layer_by_layer()
    deep, mean = found["deep"], found["mean_image_mse"]
    assert deep["small_weights"]["mse"] > 0.8 * mean
    assert deep["pretrained"]["mse"] < 0.7 * deep["small_weights"]["mse"]
    assert deep["today"]["mse"] < deep["pretrained"]["mse"]
    greedy = found["shallow"]["greedy"]
    assert greedy["outer_mse"] < greedy["mse"] < greedy["before_tuning_mse"]
    assert found["shallow"]["tied"]["parameters"] < 0.6 * greedy["parameters"]
    assert len({len(one["course"]) for one in found["shallow"].values()}) == 1
    assert stages.path().stat().st_size < 4_000_000


def test_phases_end_between_two_passes():
    assert figures._borders(["a", "a", "b", "c"]) == [2.5, 3.5]


def test_the_page_shows_every_network_and_serves_it_to_browsers():
    app = open_page("layer_by_layer")
    shown = {tile for grid in tile_ids(app) for tile in grid}
    assert set(stages.NAMES) <= shown
    assert "vanishing gradient" in words(app)
    assert not app.exception
    client = TestClient(Starlette(routes=stage_networks.routes()))
    address = stage_networks.described("today")["address"]
    answer = client.get(f"/{address}/encoder")
    assert "immutable" in answer.headers["Cache-Control"]
    assert [layer["kind"] for layer in unpacked(answer.content)[0]["layers"]][:2] == ["dense", "activation"]
    assert client.get(f"/{address}/nothing").status_code == 404
    assert client.get(f"/{address.replace('today', 'elsewhere')}/encoder").status_code == 404
