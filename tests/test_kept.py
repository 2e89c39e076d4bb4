"""What is the same for everybody is fetched under its digest, compressed, and kept by browsers for ever."""

import gzip

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.support.apptest import unpacked
from ui import kept
from ui.components.shared.message import pack

MESSAGE = pack({"of": "a test"}, pictures=np.zeros(5000, np.uint8))


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=kept.routes()))


def test_a_message_comes_back_under_its_digest_compressed_where_a_browser_takes_it(client):
    address = kept.keep(MESSAGE)
    assert address == kept.keep(bytes(MESSAGE))
    answer = client.get(f"/{address}")
    assert unpacked(answer.content)[0]["of"] == "a test"
    assert "immutable" in answer.headers["cache-control"]
    assert int(answer.headers["content-length"]) < 500
    plain = client.get(f"/{address}", headers={"accept-encoding": "identity"})
    assert plain.content == MESSAGE


@pytest.mark.parametrize("path", ["/kept/0123", "/kept/a/b", "/kept/..%2f..%2fetc"])
def test_what_is_not_here_gets_a_sentence_that_no_browser_keeps(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Reload the page" in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_what_nobody_has_shown_for_longest_makes_room():
    noise = [np.random.default_rng(seed).bytes(1000) for seed in range(3)]
    store = kept.Store(most_bytes=2500)
    first, second = store.put(noise[0]), store.put(noise[1])
    assert gzip.decompress(store.get(first)) == noise[0]
    store.put(noise[2])
    assert store.get(second) is None
    assert store.get(first) is not None
