"""Streamlit's own HTML and CSS with our name, mark and styles, without its typeface, and with the icons in use.

A script in the HTML sees to it that the browser's way back takes one press (`one_press.js`); Streamlit's own line of
script there is for search engines, and goes: the app's policy lets no script run in the page but the one it knows.

The typeface, 166 kB, is not the theme's, yet every visitor would fetch it: until the theme arrives the page would be
set in it, and later every sign that the system's typefaces lack would ask for it. The icons, 375 kB for thousands of
them, are replaced by the few kilobytes of `icons.woff2`, inside the CSS; `make icons` writes it.
"""

import base64
import gzip
import re
from hashlib import blake2b
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import mark, styles
from ui.compression import Compression
from ui.limits import Limits
from ui.safety import Safety

NAME = "See what autoencoders do"
HTML, CSS, CSS_AGAIN = "text/html", "text/css", "text/css without icons"
ONE_PRESS = Path(__file__).with_name("one_press.js").read_text()
SCRIPT = f"\n{ONE_PRESS}"
HEAD = f"<title>{NAME}</title>\n<script>{SCRIPT}</script>"
ICONS = Path(__file__).with_name("icons.woff2").read_bytes()
VERSION = f".icons-{blake2b(ICONS, digest_size=6).hexdigest()}"
"""Browsers keep CSS for ever, so that its address has to be another one when the icons are. Streamlit's scripts ask for
it again, as it was: that one has no icons at all."""
TYPEFACE = re.compile(rb"@font-face\{font-family:Source Sans;[^}]*\}")
CHANGES = {
    HTML: (
        (re.compile(rb'\s*<link\s[^>]*rel="preload"[^>]*as="font"[^>]*>'), b""),
        (re.compile(rb'(?<=rel="shortcut icon" href=")[^"]+'), mark.ADDRESS.encode()),
        (re.compile(rb"\s*<script>\s*window\.prerenderReady[^<]*</script>"), b""),
        (re.compile(rb"<title>[^<]*</title>"), HEAD.encode()),
        (re.compile(rb"(?=</body>)"), styles.sheets().encode()),
        (re.compile(rb'(?<=/static/css/)([^"]+)(?=\.css")'), rb"\1" + VERSION.encode()),
    ),
    CSS: (
        (TYPEFACE, b""),
        (re.compile(rb"(?<=url\()[^)]*MaterialSymbols[^)]*"), b"data:font/woff2;base64," + base64.b64encode(ICONS)),
    ),
    CSS_AGAIN: ((TYPEFACE, b""), (re.compile(rb"@font-face\{font-family:Material Symbols[^}]*\}"), b"")),
}


def layers() -> list[Middleware]:
    """Return what every answer passes on its way out, the last one first."""
    return [Middleware(Safety, scripts=(SCRIPT,)), Middleware(Limits), Middleware(Compression), Middleware(FrontDoor)]


class FrontDoor:
    """Changes HTML and CSS; all other answers pass as they are."""

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
        path = scope["path"].replace(f"{VERSION}.css", ".css")
        changes = {HTML: HTML, CSS: CSS_AGAIN if path == scope["path"] else CSS}
        answer = _Answer(send, "gzip" in headers.get("accept-encoding", ""), changes)
        await self._app({**scope, "headers": plain, "path": path}, receive, answer.say)


class _Answer:
    """Sends an answer on; of HTML and CSS when all of it is there."""

    def __init__(self, send: Send, takes_gzip: bool, changes: dict[str, str]):
        self._send = send
        self._changes = changes
        self._takes_gzip = takes_gzip
        self._start: Message | None = None
        self._parts: list[bytes] = []

    async def say(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if message["status"] == 200 and _kind(message) in self._changes:
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
        body = b"".join(self._parts)
        for pattern, instead in CHANGES[self._changes[_kind(start)]]:
            body = pattern.sub(instead, body)
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
