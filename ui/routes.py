"""The HTTP routes beside Streamlit's own: what never changes travels here, once, and is kept by the browser."""

import logging
from typing import get_args

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Half
from aemodels.errors import AutoencoderError
from ui import kept, networks, ready
from ui.components.shared import modules
from ui.glossary import route as glossary_route
from ui.pages import PAGES
from ui.presenting import route as presenting_route
from ui.sections.layer_by_layer import stage_networks
from ui.sections.map_of_codes import map_routes
from ui.sections.train_one import sheet_routes
from ui.serving import FOR_EVER, NOT_KEPT, base

OTHER_VERSION = "The server runs another version of this page by now. Reload the page."
NO_MODULE = "There is no such module. Reload the page; if that does not help, restart the server."
NO_NETWORK = "There is no such model for browsers. Reload the page."
log = logging.getLogger(__name__)


def routes() -> list[BaseRoute]:
    """Return all routes, below the base path that the server was started with."""
    start = base()
    return [
        *map_routes.routes(),
        *sheet_routes.routes(),
        *glossary_route.routes(),
        *presenting_route.routes(),
        *kept.routes(),
        *stage_networks.routes(),
        Route(f"{start}/{modules.ROUTE}/{{digest}}/{{path:path}}", _module),
        Route(f"{start}/{networks.ROUTE}/{networks.FORMAT}/{{name}}/{{digest}}/{{half}}", _network),
        Route(f"{start}/{networks.ROUTE}/{{rest:path}}", _no_network),
        Route(f"{start}/{ready.ROUTE}", ready.ready),
        Route(f"{start}/{PAGES[0].url_path}", _first_page),
    ]


def _first_page(request: Request) -> Response:
    """Lead from the first page's name to its address, which is the app's own: Streamlit knows it by no other."""
    return RedirectResponse(f"./?{request.url.query}" if request.url.query else "./")


def _module(request: Request) -> Response:
    """Serve a module of this very version; its path is looked up among them and never opened."""
    if request.path_params["digest"] != modules.digest():
        return PlainTextResponse(OTHER_VERSION, 404, NOT_KEPT)
    source = modules.sources().get(request.path_params["path"])
    if source is None:
        return PlainTextResponse(NO_MODULE, 404, NOT_KEPT)
    return Response(source, headers=FOR_EVER, media_type="text/javascript")


def _network(request: Request) -> Response:
    """Serve one half of a model as the browser runs it; name and half are looked up and never opened."""
    name, half = request.path_params["name"], request.path_params["half"]
    try:
        card = cards.read(name) if name in cards.trained() and half in get_args(Half) else None
        if card is None or card.digest != request.path_params["digest"]:
            return _no_network(request)
        content = networks.packed(card.id, half)
    except AutoencoderError as error:
        return PlainTextResponse(str(error), 404, NOT_KEPT)
    except Exception as error:
        log.error("A model for browsers failed: %s", request.url.path, exc_info=error)
        return PlainTextResponse("The server could not make this model ready; its log says why.", 500, NOT_KEPT)
    return (
        Response(content, headers=FOR_EVER, media_type="application/octet-stream") if content else _no_network(request)
    )


def _no_network(_request: Request) -> Response:
    return PlainTextResponse(NO_NETWORK, 404, NOT_KEPT)
