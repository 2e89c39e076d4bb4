"""The JavaScript, HTML and CSS of the components: read once, served under one digest, and mounted by one snippet."""

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
LOOKS = "looks.js"
DIGEST_BYTES = 8
PLAIN = bytes(4)
NOT_LOADED = "This part could not be loaded: the server may run another version by now. Reload the page."


@cache
def sources() -> dict[str, bytes]:
    """Read every module, by its path below `ui/components`; kept, so that what is served always fits the digest.

    One of them, `LOOKS`, is made of all HTML and CSS.
    """
    return {_name(path): path.read_bytes() for path in sorted(FOLDER.rglob("*.js"))} | {LOOKS: _looks()}


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def _looks() -> bytes:
    paths = sorted([*FOLDER.rglob("*.html"), *FOLDER.rglob("*.css")])
    texts = {_name(path): re.sub(r"\n\s+", "\n", path.read_text()) for path in paths}
    return f"// HTML and CSS by path.\n\nexport const looks = {json.dumps(texts)};\n".encode()


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
    """Make a component from its folder: its HTML and CSS with `index.js`, or any other module of it without them.

    Args:
        name: Of the component.
        folder: Below `ui/components`.
        entry: Module whose default export mounts it.
        styles: Names of stylesheets of `shared`, which come before its own.

    Returns:
        What shows it on a page. Plain data travels as bytes: in anything else Streamlit would look for data frames at
        every answer, with pandas, which takes 80 MB of memory.
    """
    own = [*(FOLDER / folder).glob("*.html"), *(FOLDER / folder).glob("*.css")] if entry == ENTRY else []
    worn = [*(f"shared/{style}.css" for style in styles), *sorted(map(_name, own))]
    show = registered(name, js=_mount(f"{folder}/{entry}", worn))
    return lambda *, data=None, **how: show(data=_as_bytes(data), **how)


def _as_bytes(data: Any) -> bytes | None:
    """Turn plain data into bytes that `shared/plain.js` knows from a packed message: no header is 0 bytes long."""
    return data if data is None or isinstance(data, bytes) else PLAIN + json.dumps(data).encode()


def _mount(path: str, worn: list[str]) -> str:
    """Write what runs in the page; on several lines, for Streamlit takes a line with slashes for a file's path."""
    paths = [address(each) for each in (path, "shared/plain.js", "shared/dressed.js", LOOKS)]
    return (
        f"const paths = {json.dumps(paths)};\n"
        "const parts = paths.map((path) => import(new URL(path, document.baseURI).href));\n"
        "const loaded = await Promise.all(parts).catch((cause) => {\n"
        f"  throw new Error({json.dumps(NOT_LOADED)}, {{ cause }});\n"
        "});\n"
        "const [{ default: mount }, { plainly }, { dressed }, { looks }] = loaded;\n"
        f"export default plainly(dressed(mount, looks, {json.dumps(worn)}));\n"
    )
