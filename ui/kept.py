"""What is large and the same for everybody: fetched over HTTP by its digest and kept by browsers for ever."""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b
from threading import Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from ui.components.shared.message import pack
from ui.serving import FOR_EVER, NOT_KEPT, base

ROUTE = "kept"
MOST_BYTES = 64_000_000
DIGEST_BYTES = 12
LEVEL = 6
NOTHING = "The server has put these pictures away. Reload the page."


class Store:
    """Messages by their digests, compressed; those that nobody has shown for longest make room for new ones."""

    def __init__(self, most_bytes: int = MOST_BYTES):
        self._most = most_bytes
        self._contents: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def put(self, message: bytes) -> str:
        """Keep a message and return its digest; the same message is kept once."""
        digest = blake2b(message, digest_size=DIGEST_BYTES).hexdigest()
        if self.get(digest) is None:
            packed = gzip.compress(message, LEVEL, mtime=0)
            with self._lock:
                self._contents[digest] = packed
                while sum(map(len, self._contents.values())) > self._most and len(self._contents) > 1:
                    self._contents.popitem(last=False)
        return digest

    def get(self, digest: str) -> bytes | None:
        """Return a message, gzipped; None if it is not, or no longer, here."""
        with self._lock:
            if digest in self._contents:
                self._contents.move_to_end(digest)
            return self._contents.get(digest)


_store = Store()


def keep(message: bytes) -> str:
    """Keep a message of `pack` and return the address at which a component fetches it, relative to the app's own.

    Call it whenever the message is shown, so that it stays; the same bytes have the same address on every server.
    """
    return f"{ROUTE}/{_store.put(message)}"


def by_address(message: bytes) -> bytes:
    """Return a short message that has a component fetch the real one; see `keep`."""
    return pack({"at": keep(message)})


def if_same(example: bool) -> Callable[[bytes], bytes]:
    """Return what a component does with its message: by address for an example, which is everybody's; else as it is."""
    return by_address if example else bytes


def routes() -> list[BaseRoute]:
    """Return the routes, below the base path that the server was started with."""
    start = f"{base()}/{ROUTE}"
    return [Route(f"{start}/{{digest}}", _kept), Route(f"{start}/{{rest:path}}", _nothing)]


def _kept(request: Request) -> Response:
    packed = _store.get(request.path_params["digest"])
    if packed is None:
        return _nothing(request)
    headers = FOR_EVER | {"Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(packed, headers=headers | {"Content-Encoding": "gzip"}, media_type="application/octet-stream")
    return Response(gzip.decompress(packed), headers=headers, media_type="application/octet-stream")


def _nothing(_request: Request) -> Response:
    return PlainTextResponse(NOTHING, 404, NOT_KEPT)
