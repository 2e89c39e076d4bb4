"""Models as the browser runs them: the same numbers as torch, and what the routes serve and refuse."""

import math

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import aemodels
from aemodels.checkpoints import cards
from aemodels.datasets import PICTURES, bundled_digits
from aemodels.images import normalise
from tests.support.node import computed
from ui import networks, routes
from ui.sample import on_paper

COUNT = 200
CLOSE = 1e-3
NAMES = [name for name in cards.trained() if cards.read(name).spec.data in PICTURES]


@pytest.fixture(scope="module")
def pictures() -> np.ndarray:
    return np.stack([normalise(on_paper(picture)).image for picture in bundled_digits().images[:COUNT]])


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=routes.routes()))


@pytest.mark.parametrize("name", NAMES)
def test_a_model_gives_in_the_browser_what_it_gives_in_torch(name, pictures, tmp_path):
    card = cards.read(name)
    codes = aemodels.encode(name, pictures)
    files = {"pictures": pictures, "means": codes, "decoded": aemodels.decode(name, codes)}
    case = {"size": card.spec.code_size}
    for part, content in files.items():
        case[part] = str(tmp_path / part)
        (tmp_path / part).write_bytes(np.ascontiguousarray(content, np.float32).tobytes())
    for half in ("encoder", "decoder"):
        case[half] = str(tmp_path / half)
        (tmp_path / half).write_bytes(networks.packed(card.id, half))
    (worst,) = computed("reconstruction", [case], tmp_path)
    assert max(worst.values()) <= CLOSE, worst


def test_every_model_for_pictures_runs_in_the_browser():
    assert len(NAMES) >= 30
    for name in NAMES:
        card = cards.read(name)
        assert networks.described(card)["code"] == card.spec.code_size
    assert networks.described(cards.read("linear_3d")) is None


@pytest.mark.parametrize("half", ["encoder", "decoder"])
def test_a_half_is_served_and_kept_for_ever(client, half):
    card = cards.read("conv_strided")
    answer = client.get(f"{networks.described(card)['address']}/{half}")
    assert answer.status_code == 200
    assert answer.content == networks.packed(card.id, half)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert len(answer.content) < 2 * card.parameters + 2000, "two bytes for every weight"


@pytest.mark.parametrize(
    "path",
    [
        "networks/2/vae_2d/0123/encoder",
        "networks/2/vae_9d/{digest}/encoder",
        "networks/2/vae_2d/{digest}/vae_2d.safetensors",
        "networks/1/vae_2d/{digest}/encoder",
        "networks/2/../../etc/{digest}/passwd",
        "networks/2/linear_3d/{space}/encoder",
        "networks/",
    ],
)
def test_nothing_else_is_served_and_refusals_are_not_kept(client, path):
    answer = client.get(path.format(digest=cards.read("vae_2d").digest, space=cards.read("linear_3d").digest))
    assert answer.status_code == 404
    if "cache-control" in answer.headers:
        assert answer.headers["cache-control"] == "no-store"


def test_the_row_of_digit_models_fits_into_a_few_million_multiplications():
    row = [cards.read(name) for name in NAMES if cards.read(name).spec.data == "mnist" and not cards.read(name).lesson]
    assert 15 <= len(row) <= 25
    assert math.fsum(card.parameters for card in row) < 10e6
