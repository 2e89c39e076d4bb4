"""What one visitor may ask of the server, so that all others get their answers; each refusal is a sentence.

A whole class sits behind one address: every limit leaves room for far more students than a room has. Addresses are
those that the server sees, so a proxy before it has to be named in `FORWARDED_ALLOW_IPS` (uvicorn), or be local.
"""

import ipaddress
import re
import time
from collections import Counter, OrderedDict
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.serving import NOT_KEPT

MOST_CHARACTERS = 8000
"""Of an address with all that stands in it; screens of the app have some hundreds."""
MOST_UPLOADED = 40 * 2**20
"""Bytes that one session may have the server hold as uploads."""
MOST_OPEN = 300
"""Pages that are open at once from one address."""
MOST_KNOWN = 10_000
"""Addresses, and sessions, of which something is remembered."""
TRY_LATER = 1013  # code of a websocket that is closed
NETWORK = 64  # bits of an IPv6 address that are given to one household or school
TOO_LONG = f"This address has more than {MOST_CHARACTERS:,} characters. Open the page from the menu instead."
TOO_OFTEN = "Too many requests came from your network. Wait a minute, then reload the page."
TOO_MANY_OPEN = f"More than {MOST_OPEN} pages of this app are open in your network. Close some, then reload this one."
TOO_MUCH = f"Your pictures have more than {MOST_UPLOADED >> 20} MB together. Reload the page, then choose one again."
UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/([^/]+)$")


class Rate(NamedTuple):
    """How often something may be asked for from one address: `burst` at once, then so many `a_second`."""

    burst: float
    a_second: float


COSTLY = {
    re.compile(r"/atlas/.+/pictures/"): Rate(1500, 20),
    re.compile(r"/qr$"): Rate(200, 5),
    re.compile(r"/_stcore/upload_file/"): Rate(200, 5),
}
"""What takes a server longer than sending bytes that it has."""
PAGES = Rate(600, 20)


class Tokens:
    """Tokens of addresses: each request takes one, and they come back with time."""

    def __init__(self, rate: Rate):
        self._rate = rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, address: str, now: float) -> bool:
        """Take a token; says whether there was one.

        Args:
            address: Whose.
            now: Seconds by a clock that is never set back.
        """
        left, then = self._left.pop(address, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - then) * self._rate.a_second)
        self._left[address] = (left - 1 if left >= 1 else left), now
        if len(self._left) > MOST_KNOWN:
            self._left.popitem(last=False)
        return left >= 1


class Uploads:
    """How many bytes each session has the server hold."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, dict[str, int]] = OrderedDict()

    def allow(self, method: str, session: str, file: str, size: int) -> bool:
        """Note that a file comes or goes; says whether it may."""
        held = self._held.setdefault(session, {})
        self._held.move_to_end(session)
        if len(self._held) > MOST_KNOWN:
            self._held.popitem(last=False)
        held.pop(file, None)
        if method != "PUT":
            return True
        fits = sum(held.values()) + size <= MOST_UPLOADED
        if fits:
            held[file] = size
        return fits


class Limits:
    """Refuses what is too much, and lets everything else pass."""

    def __init__(self, app: ASGIApp):
        self._app = app
        self._tokens = {pattern: Tokens(rate) for pattern, rate in COSTLY.items()}
        self._pages = Tokens(PAGES)
        self._open: Counter[str] = Counter()
        self._uploads = Uploads()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or follow one page as long as it is open."""
        if scope["type"] == "http":
            await (self._refusal(scope) or self._app)(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._follow(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        path = scope["path"]
        if len(path) + len(scope["query_string"]) > MOST_CHARACTERS:
            return _refused(414, TOO_LONG)
        for pattern, tokens in self._tokens.items():
            if pattern.search(path) and not tokens.take(_network(scope), time.monotonic()):
                return _refused(429, TOO_OFTEN, {"Retry-After": "60"})
        upload = UPLOAD.search(path)
        if upload and not self._uploads.allow(scope["method"], upload[1], upload[2], _size(scope)):
            return _refused(413, TOO_MUCH)
        return None

    async def _follow(self, scope: Scope, receive: Receive, send: Send) -> None:
        network = _network(scope)
        full = self._open[network] >= MOST_OPEN
        if full or not self._pages.take(network, time.monotonic()):
            await send({"type": "websocket.close", "code": TRY_LATER, "reason": TOO_MANY_OPEN if full else TOO_OFTEN})
            return
        self._open[network] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[network] -= 1
            if not self._open[network]:
                del self._open[network]


def _refused(status: int, sentence: str, more: dict[str, str] | None = None) -> PlainTextResponse:
    return PlainTextResponse(sentence, status, NOT_KEPT | (more or {}))


def _size(scope: Scope) -> int:
    """Return how many bytes a request says that it brings; where it does not say so, as many as there may be."""
    length = Headers(scope=scope).get("content-length", "")
    return int(length) if length.isdecimal() else MOST_UPLOADED // 4


def _network(scope: Scope) -> str:
    """Return the address of who asks; of IPv6, which gives everybody many, the part that is one network's."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4 or address.ipv4_mapped:
        return str(getattr(address, "ipv4_mapped", None) or address)
    return str(ipaddress.ip_network((address, NETWORK), strict=False))
