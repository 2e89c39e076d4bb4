"""What browsers are told with every answer: nothing from elsewhere is loaded, run, sent to, or put around the app.

Each exception that the policy makes is Streamlit's or the networks' need, and stands with its reason in `POLICY`.
"""

import base64
import os
import re
from collections.abc import Callable, Iterable
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAMES = "AEMODELS_FRAMES"
"""Environment variable: origins that may show the app in a page of theirs, such as a course's, with spaces between."""
ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9.-]+(:\d+)?", re.IGNORECASE)
POLICY = {
    "default-src": "'self'",
    # Streamlit starts a component from a blob; the networks' products are WebAssembly. There is no eval of JavaScript.
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    "worker-src": "'self' blob:",
    # Streamlit and the components set styles while they run.
    "style-src": "'self' 'unsafe-inline'",
    # Pictures for download and small icons are made in the page.
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self' blob:",
    "connect-src": "'self' data: blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
}


class BadOrigin(ValueError):
    """An origin that may frame the app is none."""


def around() -> str:
    """Return who may show the app inside a page: itself, and what `FRAMES` names.

    Raises:
        BadOrigin: A word there is no origin.
    """
    origins = os.environ.get(FRAMES, "").split()
    for origin in origins:
        if not ORIGIN.fullmatch(origin):
            raise BadOrigin(f"{FRAMES} has “{origin}”, which is no origin. Write it like https://school.example.")
    return " ".join(["'self'", *origins])


def headers(scripts: Iterable[str] = ()) -> dict[str, str]:
    """Return what goes with every answer.

    Args:
        scripts: Those that stand in the page itself and may run, each by its text.

    Raises:
        BadOrigin: As in `around`.
    """
    known = [f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]
    policy = POLICY | {"script-src": " ".join([POLICY["script-src"], *known]), "frame-ancestors": around()}
    return ALWAYS | {"Content-Security-Policy": "; ".join(f"{what} {sources}" for what, sources in policy.items())}


class Safety:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp, scripts: Iterable[str] = ()):
        self._app = app
        self._headers = headers(scripts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._app(scope, receive, self._with_headers(send) if scope["type"] == "http" else send)

    def _with_headers(self, send: Send) -> Callable:
        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"]).update(self._headers)
            await send(message)

        return say
