"""Static answers are compressed once, for browsers that take it, and stay what they are."""

import asyncio
import gzip

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from tests.support import elsewhere
from ui import compression, routes
from ui.components.shared import modules
from ui.compression import Compression
from ui.serving import FOR_EVER

TEXT = b"export const many = 'the same';\n" * 200
GZIP = {"Accept-Encoding": "gzip, deflate"}


class Assets(StaticFiles):
    """Files as Streamlit serves its own: those of a build never change."""

    async def get_response(self, path, scope):
        """Return the answer for a file, marked as kept for ever unless it is the one that changes."""
        answer = await super().get_response(path, scope)
        if path != "changes.js":
            answer.headers["Cache-Control"] = "public, immutable, max-age=31536000"
        return answer


@pytest.fixture
def folder(tmp_path):
    for name in ("long.js", "changes.js", "letters.woff2"):
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "short.js").write_bytes(b"1")
    return tmp_path


@pytest.fixture
def client(folder) -> TestClient:
    mounted = [Mount("/app/static", Assets(directory=folder)), *routes.routes()]
    return TestClient(Starlette(routes=mounted, middleware=[Middleware(Compression)]))


def test_a_file_arrives_gzipped_and_unpacks_to_itself(client):
    answer = client.get("/app/static/long.js", headers=GZIP)
    assert answer.content == TEXT
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < len(TEXT) / 10
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["cache-control"]


def test_who_does_not_take_gzip_gets_the_file_and_whoever_keeps_it_is_told(client):
    answer = client.get("/app/static/long.js", headers={"Accept-Encoding": "identity"})
    assert (answer.content, answer.headers["vary"]) == (TEXT, "Accept-Encoding")
    assert "content-encoding" not in answer.headers
    assert not answer.headers["etag"].startswith("W/")


@pytest.mark.parametrize("name", ["short.js", "changes.js", "letters.woff2", "missing.js"])
def test_what_is_short_packed_or_may_change_passes_as_it_is(client, name):
    assert "content-encoding" not in client.get(f"/app/static/{name}", headers=GZIP).headers


def test_a_range_is_counted_in_the_file_itself(client):
    answer = client.get("/app/static/long.js", headers=GZIP | {"Range": "bytes=7-11"})
    assert (answer.status_code, answer.content) == (206, TEXT[7:12])


def test_a_browser_that_has_it_is_told_so(client):
    tag = client.get("/app/static/long.js", headers=GZIP).headers["etag"]
    assert tag.startswith("W/")
    assert client.get("/app/static/long.js", headers=GZIP | {"If-None-Match": tag}).status_code == 304


def test_a_changed_file_is_sent_anew(client, folder):
    client.get("/app/static/long.js", headers=GZIP)
    (folder / "long.js").write_bytes(TEXT * 2)
    assert client.get("/app/static/long.js", headers=GZIP).content == TEXT * 2


def test_modules_are_compressed_too(client):
    answer = client.get(f"/{modules.address('pad/pad.js')}", headers=GZIP)
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == modules.sources()["pad/pad.js"]


def test_many_at_once_wait_for_one_compression(monkeypatch):
    packed, compress = [], gzip.compress
    monkeypatch.setattr(gzip, "compress", lambda body, **more: packed.append(len(body)) or compress(body, **more))

    def endpoint(_request):
        return Response(TEXT, headers=FOR_EVER, media_type="text/javascript")

    app = Compression(Starlette(routes=[Route("/static/long.js", endpoint)]))

    async def visit() -> bytes:
        scope = {"type": "http", "method": "GET", "path": "/static/long.js", "headers": [(b"accept-encoding", b"gzip")]}
        _, body = await compression._answer(app, scope, None)
        return body

    async def crowd():
        return await asyncio.gather(*[visit() for _ in range(20)])

    assert {gzip.decompress(body) for body in elsewhere.run(crowd())} == {TEXT}
    assert packed == [len(TEXT)]
