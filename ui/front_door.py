"""Streamlit's own HTML and CSS without what the app does not use.

That is its typeface, 166 kB that every visitor would fetch: until the theme arrives the page would be set in it, and
later every sign that the system's typefaces lack would ask for it. And it is a line of script for search engines, the
only one that stands in the page itself, which the app's policy forbids.
"""

import gzip
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.compression import Compression
from ui.safety import Safety

HTML, CSS = "text/html", "text/css"
UNUSED = {
    HTML: re.compile(
        rb'\s*<link\s[^>]*rel="preload"[^>]*as="font"[^>]*>|\s*<script>\s*window\.prerenderReady[^<]*</script>'
    ),
    CSS: re.compile(rb"@font-face\{font-family:Source Sans;[^}]*\}"),
}


def layers() -> list[Middleware]:
    """Return what every answer passes on its way out, the last one first."""
    return [Middleware(Safety), Middleware(Compression), Middleware(FrontDoor)]


class FrontDoor:
    """Takes the typeface out of HTML and CSS; all other answers pass as they are."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if HTML not in headers.get("accept", "") and not scope["path"].endswith(".css"):
            await self._app(scope, receive, send)
            return
        plain = [pair for pair in scope["headers"] if pair[0] not in (b"accept-encoding", b"range")]
        answer = _Answer(send, "gzip" in headers.get("accept-encoding", ""))
        await self._app({**scope, "headers": plain}, receive, answer.say)


class _Answer:
    """Sends an answer on; of HTML and CSS when all of it is there."""

    def __init__(self, send: Send, takes_gzip: bool):
        self._send = send
        self._takes_gzip = takes_gzip
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def say(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if message["status"] == 200 and _kind(message) in UNUSED:
                self._start = message
            else:
                await self._send(message)
        elif self._start is None:
            await self._send(message)
        else:
            self._parts.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = UNUSED[_kind(start)].sub(b"", b"".join(self._parts))
        headers = MutableHeaders(raw=start["headers"])
        headers.add_vary_header("Accept-Encoding")
        if self._takes_gzip:
            body = gzip.compress(body, mtime=0)
            headers["Content-Encoding"] = "gzip"
        headers["Content-Length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _kind(start: Message) -> str:
    return Headers(raw=start["headers"]).get("content-type", "").partition(";")[0]
