"""What the maps of codes fetch by themselves: large, never changing, and kept by the browser."""

import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.errors import AutoencoderError
from ui.sections.map_of_codes import map_data, map_sheets
from ui.serving import FOR_EVER, NOT_KEPT, base

BYTES, PNG = "application/octet-stream", "image/png"
MAPPED = tuple(datasets.DOWNLOADED)
PARTS: dict[str, Callable[[ModelId], bytes]] = {
    "places": map_data.places_message,
    "codes": map_data.codes_message,
    "space": map_data.space_message,
}
SHEETS = {"reconstructions": map_sheets.reconstructions, "originals": map_sheets.originals}
NO_SHEET = "There is no such sheet. Originals come with their data set: run `python -m aemodels.datasets`."
log = logging.getLogger(__name__)


def routes() -> list[BaseRoute]:
    """Return the routes, below the base path that the server was started with."""
    start = f"{base()}/atlas"
    return [
        Route(f"{start}/{{name}}/{{digest}}/colour/{{by}}", _colour),
        Route(f"{start}/{{name}}/{{digest}}/pictures/{{kind}}/{{number:int}}", _sheet),
        Route(f"{start}/{{name}}/{{digest}}/{{part}}", _part),
        Route(f"{start}/{{rest:path}}", _nothing),
    ]


def _part(request: Request) -> Response:
    part = request.path_params["part"]
    if part not in PARTS:
        return _nothing(request)
    return _answer(request, PARTS[part], BYTES)


def _sheet(request: Request) -> Response:
    kind, number = request.path_params["kind"], request.path_params["number"]
    if kind not in SHEETS:
        return _nothing(request)
    return _answer(request, lambda model: SHEETS[kind](model, number), PNG, NO_SHEET)


def _colour(request: Request) -> Response:
    by = request.path_params["by"]
    return _answer(request, lambda model: map_data.colour_message(model, by), BYTES)


def _nothing(_request: Request) -> Response:
    return _not_found("There is no such part of a map. Open the page “Map of codes” instead.")


def _answer(
    request: Request, make: Callable[[ModelId], bytes | None], kind: str, absent: str | None = None
) -> Response:
    name, digest = request.path_params["name"], request.path_params["digest"]
    try:
        card = cards.read(name) if name in cards.trained() else None
        if card is None or card.spec.data not in MAPPED:
            return _not_found("There is no map of such a model. Choose a model on the page “Map of codes”.")
        if card.digest != digest:
            return _not_found("This model has been trained anew. Reload the page.")
        content = make(card.id)
    except AutoencoderError as error:
        return _not_found(str(error))
    except Exception as error:
        log.error("Part of a map failed: %s", request.url.path, exc_info=error)
        return PlainTextResponse("The server could not make this part of the map; its log says why.", 500, NOT_KEPT)
    if content is None:
        return _not_found(absent or "Points cannot be coloured by this. Choose a colouring on the page “Map of codes”.")
    return Response(content, headers=FOR_EVER, media_type=kind)


def _not_found(sentence: str) -> Response:
    return PlainTextResponse(sentence, 404, NOT_KEPT)
