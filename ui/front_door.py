"""The HTML that opens every page, with a typeface of the system in the place of the 166 kB of Streamlit's own.

The theme names system typefaces, but until it arrives the page would be set in Streamlit's, and fetch that first.
"""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.compression import Compression

PRELOADED_FONT = re.compile(rb'\s*<link\s[^>]*rel="preload"[^>]*as="font"[^>]*>')
LOCAL = ("Inter", "Segoe UI", "Noto Sans", "Roboto", "Helvetica Neue", "Arial", "Liberation Sans", "DejaVu Sans")
OF_THE_SYSTEM = (
    '<style>@font-face { font-family: "Source Sans"; font-weight: 100 900; font-style: normal; src: '
    + ", ".join(f'local("{name}")' for name in LOCAL)
    + "; }</style></head>"
).encode()
HTML = "text/html"


def layers() -> list[Middleware]:
    """Return what every answer passes on its way out, the last one first."""
    return [Middleware(FrontDoor), Middleware(Compression)]


class FrontDoor:
    """Puts that into HTML; a browser whose system has none of these typefaces still fetches Streamlit's."""

    def __init__(self, app: ASGIApp):
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or HTML not in Headers(scope=scope).get("accept", ""):
            await self._app(scope, receive, send)
            return
        plain = [pair for pair in scope["headers"] if pair[0] not in (b"accept-encoding", b"range")]
        await self._app({**scope, "headers": plain}, receive, _Answer(send).say)


class _Answer:
    """Sends an answer on; of HTML when all of it is there."""

    def __init__(self, send: Send):
        self._send = send
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def say(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if Headers(raw=message["headers"]).get("content-type", "").startswith(HTML) and message["status"] == 200:
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
        body = PRELOADED_FONT.sub(b"", b"".join(self._parts)).replace(b"</head>", OF_THE_SYSTEM, 1)
        MutableHeaders(raw=start["headers"])["Content-Length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})
