"""Pages run by Streamlit's own test machine: opened, read, and what they send to their components."""

import gc
import json
import os
import re
from functools import cache
from pathlib import Path

import numpy as np
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from ui import frame, kept, pages

FRAME = Path(frame.__file__)
PAGES = {page.url_path: os.path.relpath(page.path, FRAME.parent) for page in pages.PAGES}
SECONDS = 60

# The test machine would look through all installed packages for components before every run.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


def open_page(name: str, **address: str) -> AppTest:
    """Run the frame and go to a page of `PAGES`, called by its place in the address, with what else stands there."""
    app = AppTest.from_file(str(FRAME), default_timeout=SECONDS)
    app.run()
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(PAGES[name]).run()
    _freeze_what(name)
    return app


@cache
def _freeze_what(page: str) -> None:
    """Take what a page's first visit has loaded out of the garbage collection after every run, as the server does."""
    gc.collect()
    gc.freeze()


def run_script(script: str) -> AppTest:
    """Run a page that consists of a few lines, outside the frame."""
    return AppTest.from_string(script, default_timeout=SECONDS).run()


def words(app: AppTest) -> str:
    """Return all text of a page, the links of its terms as plain words."""
    elements = [*app.markdown, *app.caption, *app.warning, *app.info, *app.error, *app.title, *app.header]
    return re.sub(r"\[([^\]]*)\]\(glossary\?term=[^)]*\)", r"\1", "\n".join(element.value for element in elements))


def components(app: AppTest) -> list[str]:
    """Return the names of a page's components, in their order."""
    return [element.proto.component_name for element in app.get("bidi_component")]


def charts(app: AppTest) -> list[dict]:
    """Return the page's Plotly figures, as plain data."""
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def draw_on_pad(app: AppTest, strokes: list[list[int]], live: bool = False, **more: int) -> AppTest:
    """Run a page as if these strokes had just been drawn on its pad; `live`: the hand still moves."""
    app.session_state["pad"] = {"drawing": {"strokes": strokes, "live": live} | more}
    return app.run()


def unpacked(message: bytes) -> tuple[dict, dict[str, np.ndarray]]:
    """Split a message into its header and its arrays by name, as `readMessage` in `paint.js` does."""
    start = 4 + int.from_bytes(message[:4], "little")
    header, body = json.loads(message[4:start]), message[start:]
    places = header["arrays"].items()
    return header, {name: np.frombuffer(body[at["offset"] :][: at["length"]], at["type"]) for name, at in places}


def sent(app: AppTest, component: str) -> list[tuple[dict, dict[str, np.ndarray]]]:
    """Return the messages that a page sends to a component, each as its header and its arrays."""
    elements = [each.proto for each in app.get("bidi_component") if each.proto.component_name == component]
    messages = [unpacked(element.bytes) for element in elements]
    return [fetched(header["at"]) if "at" in header else (header, arrays) for header, arrays in messages]


def fetched(address: str) -> tuple[dict, dict[str, np.ndarray]]:
    """Return what a component fetches under an address of `ui/kept.py`, unpacked."""
    answer = TestClient(Starlette(routes=kept.routes())).get(f"/{address}")
    assert answer.status_code == 200
    return unpacked(answer.content)


def header(app: AppTest, component: str) -> dict:
    """Return the header of the first message that a page sends to a component."""
    return sent(app, component)[0][0]


def plain_data(app: AppTest, component: str) -> dict:
    """Return what a page gives a component that takes no arrays."""
    elements = [each.proto for each in app.get("bidi_component") if each.proto.component_name == component]
    return json.loads(elements[0].bytes[4:])


def table_rows(app: AppTest) -> list[dict]:
    """Return the rows of a page's first table, as cells by heading."""
    data = plain_data(app, "table")
    titles = [column["title"] for column in data["columns"]]
    return [dict(zip(titles, row, strict=True)) for row in data["rows"]]


def tile_ids(app: AppTest) -> list[list[str]]:
    """Return what every grid of tiles on a page shows."""
    return [[tile["id"] for tile in each["tiles"]] for each, _ in sent(app, "tiles")]
