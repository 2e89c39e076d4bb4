"""The modules of the components, and their HTML, CSS and JSON: read once, served under one digest."""

import json
import re
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from streamlit.components.v2 import component as registered
from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent.parent
SHARED = Path(__file__).parent
ROUTE = "modules"
ENTRY = "index.js"
TEXTS = "texts.js"
ALWAYS = (".html", ".css", ".json")
"""What a component always has, whatever its data."""
DIGEST_BYTES = 8
PLAIN = bytes(4)
NOT_LOADED = "This part could not be loaded: the server may run another version by now. Reload the page."


@cache
def sources() -> dict[str, bytes]:
    """Read every module, by its path below `ui/components`; kept, so that what is served always fits the digest.

    One of them, `TEXTS`, is made of all HTML, CSS and JSON.
    """
    return {_name(path): path.read_bytes() for path in sorted(FOLDER.rglob("*.js"))} | {TEXTS: _texts()}


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def _texts() -> bytes:
    paths = [path for path in sorted(FOLDER.rglob("*")) if path.suffix in ALWAYS]
    texts = {_name(path): re.sub(r"\n\s+", "\n", path.read_text()) for path in paths}
    return f"// HTML, CSS and JSON by path.\n\nexport const texts = {json.dumps(texts)};\n".encode()


@cache
def digest() -> str:
    """Return the digest of all modules together: another one as soon as any of them is another."""
    total = blake2b(digest_size=DIGEST_BYTES)
    for path, source in sources().items():
        total.update(f"{path}\0{len(source)}\0".encode())
        total.update(source)
    return total.hexdigest()


def address(path: str) -> str:
    """Return where a module is served, relative to the app's own address.

    Args:
        path: Below `ui/components`, e.g. "pad/index.js".
    """
    return f"{ROUTE}/{digest()}/{path}"


def component(name: str, folder: str, entry: str = ENTRY, styles: tuple[str, ...] = ()) -> ComponentRenderer:
    """Make a component from its folder: its HTML, CSS and JSON with `index.js`, or any other module without them.

    Args:
        name: Of the component.
        folder: Below `ui/components`.
        entry: Module whose default export mounts it.
        styles: Names of stylesheets of `shared`, which come before its own.

    Returns:
        What shows it on a page. Plain data travels as bytes: in anything else Streamlit would look for data frames at
        every answer, with pandas, which takes 80 MB of memory.
    """
    own = [path for path in sorted((FOLDER / folder).iterdir()) if path.suffix in ALWAYS] if entry == ENTRY else []
    always = [*(f"shared/{style}.css" for style in styles), *map(_name, own)]
    show = registered(name, js=_mount(f"{folder}/{entry}", always))
    return lambda *, data=None, **how: show(data=_as_bytes(data), **how)


def _as_bytes(data: Any) -> bytes | None:
    """Turn plain data into bytes that `shared/plain.js` knows from a packed message: no header is 0 bytes long."""
    return data if data is None or isinstance(data, bytes) else PLAIN + json.dumps(data).encode()


def _mount(path: str, always: list[str]) -> str:
    """Write what runs in the page; on several lines, for Streamlit takes a line with slashes for a file's path."""
    return (
        f"const part = new URL({json.dumps(address('shared/part.js'))}, document.baseURI).href;\n"
        f"const mounted = import(part).then(({{ part }}) => part({json.dumps(path)}, {json.dumps(always)}));\n"
        f"export default await mounted.catch((cause) => {{\n"
        f"  throw new Error({json.dumps(NOT_LOADED)}, {{ cause }});\n"
        "});\n"
    )
