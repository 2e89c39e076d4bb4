"""The JavaScript of the components: each one's files in their order, put together and mounted as one script."""

import json
from pathlib import Path

from streamlit.components.v2 import component as registered
from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent.parent
SHARED = Path(__file__).parent
ENTRY = "index.js"
PAINT, DOTS, COURIER = "shared/paint", "shared/dots", "shared/courier"
PLANE = ("mlp", "ink", "course", "mosaic", "scene", "board", "hand", "panel", "dice", "plane")
ATLAS = ("fetched", "tints", "own", "marks", "chart", "card", "hand", "picture", "code_map")
DESCENT = ("neighbours", "affinities", "start", "quadtree", "descent", "worker")
TSNE = ("map", "cost", "measures", "earlier", "files", "panel", "tsne")
PARTS = {
    "cloud/index.js": (PAINT, "cloud/scene", "cloud/angle", "cloud/cloud"),
    "code_map/index.js": (PAINT, DOTS, *(f"code_map/{part}" for part in ATLAS)),
    "code_map/moved.js": ("code_map/moved",),
    "component_sum/index.js": (PAINT, "component_sum/component_sum"),
    "corruption/index.js": (COURIER, PAINT, "corruption/rules", "corruption/corruption"),
    "denoising_passes/index.js": (PAINT, "denoising_passes/curve", "denoising_passes/denoising_passes"),
    "dials/index.js": (COURIER, PAINT, "dials/dials"),
    "flow/index.js": (PAINT, "flow/flow"),
    "interpolation/index.js": (PAINT, "interpolation/interpolation"),
    "linked_maps/index.js": (PAINT, DOTS, "linked_maps/linked_maps"),
    "manifold/index.js": (PAINT, "manifold/manifold"),
    "menu/index.js": ("menu/fold",),
    "pad/index.js": (COURIER, "pad/pad"),
    "plane/index.js": (PAINT, *(f"plane/{part}" for part in PLANE)),
    "plane/carrier.js": (PAINT, "plane/mlp", "plane/carrier"),
    "sentence_words/index.js": ("sentence_words/sentence_words",),
    "shared/echo.js": ("shared/echo",),
    "tiles/index.js": (PAINT, "tiles/tiles"),
    "tsne/index.js": (PAINT, *(f"tsne/{part}" for part in TSNE)),
    "tsne/carrier.js": (PAINT, "tsne/carrier"),
    "walk/index.js": (PAINT, "plane/mlp", "plane/course", "walk/walk"),
}


def component(name: str, folder: str, entry: str = ENTRY, styles: tuple[str, ...] = ()) -> ComponentRenderer:
    """Make a component from its folder: its HTML and CSS with its script, or another script of it without them.

    Args:
        name: Of the component.
        folder: Below `ui/components`.
        entry: Which script; `index.js` is the one that comes with HTML and CSS.
        styles: Names of stylesheets of `shared`, which come before its own.

    Returns:
        What shows it on a page.
    """
    home = FOLDER / folder
    own = entry == ENTRY
    html = "".join(path.read_text() for path in sorted(home.glob("*.html"))) if own else ""
    sheets = [SHARED / f"{style}.css" for style in styles] + (sorted(home.glob("*.css")) if own else [])
    css = "\n".join(path.read_text() for path in sheets)
    return registered(name, html=html or None, css=css or None, js=_script(f"{folder}/{entry}"))


def worker() -> str:
    """Return the script of the worker that runs t-SNE."""
    return _read("plane/dice", *(f"tsne/{part}" for part in DESCENT))


def _script(path: str) -> str:
    head = f"const WORKER_SOURCE = {json.dumps(worker())};\n" if path == "tsne/index.js" else ""
    return head + _read(*PARTS[path])


def _read(*parts: str) -> str:
    return "".join((FOLDER / f"{part}.js").read_text() for part in parts)
