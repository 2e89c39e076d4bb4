"""Static answers compressed once: Streamlit sends its own files as they are, 4 MB of JavaScript on a first visit."""

import asyncio
import gzip

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

KEPT = ("/static/", "/modules/", "/training/", "/terms/")
"""Parts of paths below which files never change: Streamlit's own, modules, pictures to train on, the glossary."""
COMPRESSIBLE = ("text/", "application/javascript", "application/json", "application/octet-stream", "image/svg+xml")
LEAST = 1024
"""Bytes; less is not worth it."""
LEVEL = 6
"""Of compression; the last one, 9, takes ten times as long for pictures and saves 2 %."""


class Compression:
    """Sends what is kept for ever gzipped, to browsers that take it; compresses each file at its first request only.

    Ranges, short files and those compressed already, such as fonts, pass as they are. The tag of a compressed answer is
    weak, for its bytes are others than the file's.
    """

    def __init__(self, app: ASGIApp):
        self._app = app
        self._packed: dict[tuple[str, str], asyncio.Task[bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not _concerned(scope):
            await self._app(scope, receive, send)
            return
        if "gzip" not in Headers(scope=scope).get("accept-encoding", ""):
            await self._app(scope, receive, _varying(send))
            return
        bare = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]}
        start, _ = await _answer(self._app, {**bare, "method": "HEAD"}, receive)
        headers = MutableHeaders(raw=start["headers"])
        if start["status"] != 200 or not _worth_it(headers):
            await self._app(scope, receive, _varying(send))
            return
        body = await asyncio.shield(self._task((scope["path"], headers.get("etag", "")), bare, receive))
        headers["Content-Encoding"], headers["Content-Length"] = "gzip", str(len(body))
        headers.add_vary_header("Accept-Encoding")
        if "etag" in headers:
            headers["ETag"] = "W/" + headers["ETag"].removeprefix("W/")
        await send(start)
        await send({"type": "http.response.body", "body": body})

    def _task(self, key: tuple[str, str], bare: Scope, receive: Receive) -> asyncio.Task[bytes]:
        """Return the work that compresses a file, the same for all who wait for it; begun anew where it failed."""
        task = self._packed.get(key)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            task = self._packed[key] = asyncio.create_task(self._pack(bare, receive))
        return task

    async def _pack(self, bare: Scope, receive: Receive) -> bytes:
        _, body = await _answer(self._app, bare, receive)
        return await asyncio.to_thread(gzip.compress, body, compresslevel=LEVEL, mtime=0)


def _concerned(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not any(part in scope["path"] for part in KEPT):
        return False
    return "range" not in Headers(scope=scope)


def _varying(send: Send) -> Send:
    """Say of an answer that it depends on what the browser takes, so that nothing in between keeps one for all."""

    async def say(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(raw=message["headers"]).add_vary_header("Accept-Encoding")
        await send(message)

    return say


def _worth_it(headers: Headers) -> bool:
    immutable = "immutable" in headers.get("cache-control", "")
    kind, size = headers.get("content-type", ""), int(headers.get("content-length", 0))
    return immutable and kind.startswith(COMPRESSIBLE) and size >= LEAST and "content-encoding" not in headers


async def _answer(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
    """Return what an app would send: how it starts, and its whole body."""
    start: Message = {}
    parts: list[bytes] = []

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.update(message)
        else:
            parts.append(message.get("body", b""))

    await app(scope, receive, collect)
    return start, b"".join(parts)
