"""Whether this server is warm, for what stands before it: a proxy or an orchestrator sends visitors only then."""

from threading import Event

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

ROUTE = "ready"
WARM = Event()
"""Set once all models are loaded."""
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


async def ready(_request: Request) -> Response:
    """Answer 200 when the models are warm, 503 before."""
    if WARM.is_set():
        return PlainTextResponse("ready", headers=HEADERS)
    return PlainTextResponse("The models are being loaded.", 503, HEADERS)
