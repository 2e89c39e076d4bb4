"""Nobody can ask for so much that others wait: each limit leaves room for a class, and what is too much is said."""

import pickle

import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from aemodels.images import normalise
from ui import limits
from ui.components import pad
from ui.front_door import layers

CLASS, PICTURES, MODELS = 30, 20, 2  # students who open two maps at once, with all of their sheets
SHEET = "/base/atlas/vae_2d/0/pictures/reconstructions/3"
UPLOAD = "/_stcore/upload_file/{}/{}"


async def _open(socket) -> None:
    await socket.accept()
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass


def _client(address: str = "192.0.2.7") -> TestClient:
    said = Route("/{path:path}", lambda _request: PlainTextResponse("all right"), methods=["GET", "PUT", "DELETE"])
    app = Starlette(routes=[WebSocketRoute("/_stcore/stream", _open), said], middleware=layers())
    return TestClient(app, client=(address, 50_000))


def _from(client: TestClient, address: str) -> TestClient:
    return TestClient(client.app, client=(address, 50_000))


def test_an_address_of_a_page_has_an_end():
    client = _client()
    assert client.get("/reconstruct?model=" + "x" * 7000).text == "all right"
    refused = client.get("/reconstruct?model=" + "x" * limits.MOST_CHARACTERS)
    assert (refused.status_code, refused.text) == (414, limits.TOO_LONG)
    assert refused.headers["content-security-policy"], "a refusal carries the headers, too"


def test_a_class_opens_its_maps_at_once():
    tokens = limits.Tokens(next(rate for pattern, rate in limits.COSTLY.items() if pattern.search(SHEET)))
    assert all(tokens.take("school", 0) for _ in range(CLASS * PICTURES * MODELS))


@pytest.mark.parametrize("path", [SHEET, "/qr", "/base/_stcore/upload_file/me/1"])
def test_a_machine_that_asks_on_and_on_is_told_to_wait(path, monkeypatch):
    monkeypatch.setattr(limits, "COSTLY", dict.fromkeys(limits.COSTLY, limits.Rate(3, 0)))
    client = _client()
    *answers, last = [client.get(path) for _ in range(4)]
    assert {answer.status_code for answer in answers} == {200}
    assert (last.status_code, last.text, last.headers["retry-after"]) == (429, limits.TOO_OFTEN, "60")
    assert client.get("/reconstruct").status_code == 200, "what costs nothing goes on"
    assert _from(client, "192.0.2.8").get(path).status_code == 200, "and others do not notice"


def test_tokens_come_back_with_time_and_memory_of_addresses_is_bounded():
    tokens = limits.Tokens(limits.Rate(2, 0.5))
    assert [tokens.take("a", now) for now in (0, 0, 0, 1, 2, 2)] == [True, True, False, False, True, False]
    for number in range(limits.MOST_KNOWN + 5):
        tokens.take(str(number), 3)
    assert len(tokens._left) == limits.MOST_KNOWN


def test_one_network_has_one_address_however_many_its_machines_have():
    same = [{"client": (host, 1)} for host in ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
    assert len({limits._network(scope) for scope in same}) == 1
    assert limits._network({"client": ("::ffff:192.0.2.7", 1)}) == limits._network({"client": ("192.0.2.7", 1)})
    assert limits._network({"client": None}) == ""


def test_pages_that_are_open_are_counted_and_closed_ones_forgotten(monkeypatch):
    monkeypatch.setattr(limits, "MOST_OPEN", 2)
    client = _client()
    with client, client.websocket_connect("/_stcore/stream"), client.websocket_connect("/_stcore/stream") as second:
        with pytest.raises(WebSocketDisconnect) as refused, client.websocket_connect("/_stcore/stream"):
            pass
        assert (refused.value.code, refused.value.reason) == (limits.TRY_LATER, limits.TOO_MANY_OPEN)
        second.close()
        with client.websocket_connect("/_stcore/stream"):
            pass


def test_what_one_session_has_the_server_hold_is_bounded():
    client, size = _client(), limits.MOST_UPLOADED // 4
    for file in range(4):
        assert client.put(UPLOAD.format("me", file), content=bytes(size)).status_code == 200
    refused = client.put(UPLOAD.format("me", "more"), content=b"1")
    assert (refused.status_code, refused.text) == (413, limits.TOO_MUCH)
    assert client.put(UPLOAD.format("other", 0), content=b"1").status_code == 200
    client.delete(UPLOAD.format("me", 2))
    assert client.put(UPLOAD.format("me", "more"), content=b"1").status_code == 200
    unsaid = limits._size({"headers": []})
    assert unsaid == size, "what does not say how large it is counts as the largest"


def test_the_longest_drawing_is_no_longer_than_that():
    assert not pad.Drawing([[1, 2]] * pad.MOST_POINTS, live=False).too_long
    assert pad.Drawing([[1, 2]] * pad.MOST_POINTS + [[3, 4]], live=False).too_long


def test_what_a_session_keeps_of_a_large_photo_is_small():
    photo = np.random.default_rng(0).integers(190, 255, (3000, 4000, 3), np.uint8)
    photo[800:2400, 1900:2100] = 20
    assert len(pickle.dumps(normalise(photo))) < 8_000_000
