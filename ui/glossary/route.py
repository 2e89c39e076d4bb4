"""The route of the glossary: all terms at once, never changing, and kept by the browser."""

import json
from functools import cache
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from ui.glossary import TERMS
from ui.serving import FOR_EVER, NOT_KEPT, base

ROUTE = "terms"
OTHER_VERSION = "The server has other terms by now. Reload the page."


@cache
def content() -> bytes:
    """Return all terms with their pictures as JSON, in the order of their titles."""
    terms = [
        {"name": name, "title": term.title, "definition": term.definition, "picture": term.picture()}
        for name, term in TERMS.items()
    ]
    return json.dumps(terms, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def address() -> str:
    """Return where the terms are served, relative to the app's own address."""
    return f"{ROUTE}/{blake2b(content(), digest_size=8).hexdigest()}"


def routes() -> list[BaseRoute]:
    """Return the route, below the base path that the server was started with."""
    return [Route(f"{base()}/{ROUTE}/{{digest}}", _terms)]


def _terms(request: Request) -> Response:
    if request.path_params["digest"] != address().rpartition("/")[2]:
        return PlainTextResponse(OTHER_VERSION, 404, NOT_KEPT)
    return Response(content(), headers=FOR_EVER, media_type="application/json")
