"""The networks of “Layer by layer” on their way into the browser, as `ui.networks` sends the models."""

import logging
from typing import get_args

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from aemodels.checkpoints.card import Half
from aemodels.errors import AutoencoderError
from aemodels.experiments import stages
from ui import networks
from ui.serving import FOR_EVER, NOT_KEPT, base

ROUTE = "stages"
NOTHING = "There is no such network for browsers. Reload the page “Layer by layer”."
BYTES = 740_000  # of the largest one
CODES = {"greedy.outer": 100}
CODE = 30
log = logging.getLogger(__name__)


def described(name: str) -> dict:
    """Return what a component has to know to run a network, as `networks.described` does.

    Raises:
        BadCheckpoint: The weights are missing.
    """
    address = f"{ROUTE}/{networks.FORMAT}/{name}/{stages.digest()}"
    return {"name": f"stage.{name}", "address": address, "bytes": BYTES, "code": CODES.get(name, CODE)}


def routes() -> list[BaseRoute]:
    """Return the route, below the base path that the server was started with."""
    start = f"{base()}/{ROUTE}"
    return [
        Route(f"{start}/{networks.FORMAT}/{{name}}/{{digest}}/{{half}}", _network),
        Route(f"{start}/{{rest:path}}", _nothing),
    ]


def _network(request: Request) -> Response:
    """Serve one half of a network; name and half are looked up and never opened."""
    name, half = request.path_params["name"], request.path_params["half"]
    try:
        known = name in stages.NAMES and half in get_args(Half) and request.path_params["digest"] == stages.digest()
        content = _packed(name, half, stages.digest()) if known else None
    except AutoencoderError as error:
        return PlainTextResponse(str(error), 404, NOT_KEPT)
    except Exception as error:
        log.error("A network for browsers failed: %s", request.url.path, exc_info=error)
        return PlainTextResponse("The server could not make this network ready; its log says why.", 500, NOT_KEPT)
    if content is None:
        return _nothing(request)
    return Response(content, headers=FOR_EVER, media_type="application/octet-stream")


@st.cache_resource(max_entries=2 * len(stages.NAMES), show_spinner=False)
def _packed(name: str, half: Half, _digest: str) -> bytes | None:
    chain = getattr(stages.halves(name), half)
    return None if chain is None else networks.pack_chain(chain)


def _nothing(_request: Request) -> Response:
    return PlainTextResponse(NOTHING, 404, NOT_KEPT)
