"""The routes of presenter mode: the window of notes, and QR codes."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from ui.components.shared import modules
from ui.presenting import qr
from ui.serving import base

NOTES = "notes"
HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
SCRIPT = "standing_by/presenter/notes_window.js"


def routes() -> list[BaseRoute]:
    """Return the routes, below the base path that the server was started with."""
    start = base()
    return [Route(f"{start}/{NOTES}", _notes), Route(f"{start}/{qr.ROUTE}", qr.answer)]


def _notes(_request: Request) -> Response:
    page = (Path(__file__).parent / "notes.html").read_text()
    return HTMLResponse(page.replace("{script}", modules.address(SCRIPT)), headers=HEADERS)
