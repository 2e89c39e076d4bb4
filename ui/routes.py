"""The HTTP routes beside Streamlit's own: what never changes travels here, once, and is kept by the browser."""

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from ui import ready
from ui.components.shared import modules
from ui.sections.map_of_codes import map_routes

FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
NOT_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
OTHER_VERSION = "The server runs another version of this page by now. Reload the page."
NO_MODULE = "There is no such module. Reload the page; if that does not help, restart the server."


def routes() -> list[BaseRoute]:
    """Return all routes, below the base path that the server was started with."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    start = f"/{base}" if base else ""
    return [
        *map_routes.routes(),
        Route(f"{start}/{modules.ROUTE}/{{digest}}/{{path:path}}", _module),
        Route(f"{start}/{ready.ROUTE}", ready.ready),
    ]


def _module(request: Request) -> Response:
    """Serve a module of this very version; its path is looked up among them and never opened."""
    if request.path_params["digest"] != modules.digest():
        return PlainTextResponse(OTHER_VERSION, 404, NOT_KEPT)
    source = modules.sources().get(request.path_params["path"])
    if source is None:
        return PlainTextResponse(NO_MODULE, 404, NOT_KEPT)
    return Response(source, headers=FOR_EVER, media_type="text/javascript")
