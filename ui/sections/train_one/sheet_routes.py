"""The route of the sheets of pictures: large, never changing, and kept by the browser."""

import logging

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from ui.sections.train_one import sheets
from ui.serving import FOR_EVER, NOT_KEPT, base

NOTHING = "There are no such pictures on this server. Reload the page “Train one” and choose among those it offers."
FAILED = "The server could not make these pictures ready; its log says why."
log = logging.getLogger(__name__)


def routes() -> list[BaseRoute]:
    """Return the routes, below the base path that the server was started with."""
    start = f"{base()}/{sheets.ROUTE}"
    return [Route(f"{start}/{{data}}/{{digest}}/pictures", _pictures), Route(f"{start}/{{rest:path}}", _nothing)]


def _pictures(request: Request) -> Response:
    try:
        sheet = sheets.find(request.path_params["data"])
    except Exception as error:
        log.error("A sheet of pictures failed: %s", request.url.path, exc_info=error)
        return PlainTextResponse(FAILED, 500, NOT_KEPT)
    if sheet is None or sheet.digest != request.path_params["digest"]:
        return _nothing(request)
    return Response(sheet.message, headers=FOR_EVER, media_type="application/octet-stream")


def _nothing(_request: Request) -> Response:
    return PlainTextResponse(NOTHING, 404, NOT_KEPT)
