"""The routes of the page's modules: what they serve, what they refuse, and how components ask for them."""

import json
import shutil

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui import routes
from ui.components.pad import PRESETS
from ui.components.shared import modules
from ui.components.shared.modules import FOLDER

PAD = "pad/index.js"
OUTSIDE = (
    "pad/__init__.py",
    "pad/pad.css",
    "pad/presets.json",
    "../../app.py",
    "..%2f..%2fapp.py",
    "%2e%2e/%2e%2e/package.json",
    "/etc/passwd",
    "pad/../../__init__.py",
    "pad/",
    "",
    "pad/index.js/",
)


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=routes.routes()))


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """The modules in a folder where they may be changed, read anew whenever that is asked for."""
    folder = tmp_path / "components"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(modules, "FOLDER", folder)

    def forget():
        modules.sources.cache_clear()
        modules.digest.cache_clear()

    forget()
    yield folder, forget
    monkeypatch.undo()
    forget()


@pytest.mark.parametrize("path", [PAD, "shared/network/network.js", "tsne/worker.js"])
def test_a_module_is_served_as_it_stands_and_kept_for_ever(client, path):
    answer = client.get(modules.address(path))
    assert answer.status_code == 200
    assert answer.content == (FOLDER / path).read_bytes()
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_another_version_is_refused_in_words_and_not_kept(client):
    answer = client.get(f"modules/0123456789abcdef/{PAD}")
    assert answer.status_code == 404
    assert answer.text == "The server runs another version of this page by now. Reload the page."
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", OUTSIDE)
def test_nothing_but_modules_is_served(client, path):
    answer = client.get(modules.address(path))
    assert answer.status_code == 404
    assert "root:" not in answer.text
    assert "import " not in answer.text


def test_routes_lie_below_the_base_path():
    before = st.get_option("server.baseUrlPath")
    st.config.set_option("server.baseUrlPath", "/school/ai/")
    try:
        client = TestClient(Starlette(routes=routes.routes()))
        assert client.get(f"/school/ai/{modules.address(PAD)}").status_code == 200
        assert client.get(f"/{modules.address(PAD)}").status_code == 404
        assert client.get("/school/ai/atlas/nothing").status_code == 404
    finally:
        st.config.set_option("server.baseUrlPath", before)


def test_the_digest_is_another_as_soon_as_any_module_is(copied):
    folder, forget = copied
    digests = {modules.digest()}
    (folder / "shared/dice.js").write_text("// another\n")
    assert modules.digest() in digests, "it is computed once"
    forget()
    digests.add(modules.digest())
    (folder / "shared/dice.js").rename(folder / "shared/chance.js")
    forget()
    digests.add(modules.digest())
    assert len(digests) == 3


def test_a_component_is_mounted_by_a_snippet_of_several_lines_that_says_what_to_do(monkeypatch):
    made = {}
    monkeypatch.setattr(modules, "registered", lambda name, **parts: made.update({name: parts}))
    modules.component("digit_pad", "pad", styles=("controls",))
    modules.component("echo", "shared", entry="echo.js")
    pad, echo = made["digit_pad"], made["echo"]
    assert f'new URL("{modules.address("shared/part.js")}", document.baseURI)' in pad["js"]
    assert f'part("{PAD}", ["shared/controls.css", "pad/pad.css", "pad/pad.html", "pad/presets.json"])' in pad["js"]
    assert "\n" in pad["js"].strip()
    assert "Reload the page" in pad["js"]
    assert pad.keys() == {"js"}, "what travels at every answer"
    assert 'part("shared/echo.js", [])' in echo["js"]


def test_all_html_css_and_json_is_served_as_one_module(client):
    answer = client.get(modules.address(modules.TEXTS))
    texts = json.loads(answer.text.partition("texts = ")[2].removesuffix(";\n"))
    assert 'data-testid="digit-pad"' in texts["pad/pad.html"]
    assert ":focus-visible" in texts["shared/controls.css"]
    assert json.loads(texts["pad/presets.json"]) == PRESETS
    assert len(texts) == len([path for path in FOLDER.rglob("*") if path.suffix in (".html", ".css", ".json")])


def test_every_component_has_its_module():
    folders = {path.parent for path in FOLDER.rglob("*.html")}
    assert len(folders) > 10
    assert all((folder / "index.js").is_file() for folder in folders)
