"""A screen's address as a QR code, for the phones of a class; never one that a phone could not open."""

import ipaddress
import json
import socket
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

import segno
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

ROUTE = "qr"
MOST_CHARACTERS = 1200
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
REFUSED = f"This is no address of a page of at most {MOST_CHARACTERS} characters. Open the code from a page of the app."
ELSEWHERE = (
    "Your browser calls this computer “localhost”, which other devices cannot open. In the same network this address "
    "should work; if it does not, ask whoever runs the network whether devices may see each other."
)
ALONE = (
    "Your browser calls this computer “localhost”, and it is in no network: no other device can open this page. "
    "Connect it to the network of your class, and open the code again."
)


def answer(request: Request) -> Response:
    """Serve the code of an address that the browser shows, as JSON: `svg`, the `address` in it, and a `note`."""
    of = request.query_params.get("of", "")
    if not _is_address(of):
        return PlainTextResponse(REFUSED, 400, HEADERS)
    address, note = reachable(of)
    svg = drawn(address) if address else ""
    return Response(json.dumps({"svg": svg, "address": address, "note": note}), 200, HEADERS, "application/json")


def reachable(address: str, own: str | None = None) -> tuple[str, str]:
    """Return the address by which other devices reach a page, and what has to be said about it.

    Args:
        address: As the browser shows it.
        own: This computer's address in its network; looked up if None.

    Returns:
        The address, "" if there is none, and a note, "" if all is well.
    """
    parts = urlsplit(address)
    if not _is_this_computer(parts.hostname or ""):
        return address, ""
    own = own or own_address()
    if own is None:
        return "", ALONE
    host = f"{own}:{parts.port}" if parts.port else own
    return urlunsplit(parts._replace(netloc=host)), ELSEWHERE


def own_address() -> str | None:
    """Return this computer's address in its network; None if it is in none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a documentation address: only the route to it is asked for
            own = probe.getsockname()[0]
        except OSError:
            return None
    return None if _is_this_computer(own) else own


@lru_cache(64)
def drawn(address: str) -> str:
    """Return the QR code of an address as SVG that fills its place: black on white, with the margin readers need."""
    return segno.make(address, error="m", micro=False).svg_inline(scale=1, border=4, light="#fff", omitsize=True)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and len(text) <= MOST_CHARACTERS
    except ValueError:
        return False


def _is_this_computer(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified
