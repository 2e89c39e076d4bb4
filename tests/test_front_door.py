"""The HTML and CSS that open every page have our mark and icons, and ask for no typeface of Streamlit's."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from tools import subset_icons
from ui import front_door, mark
from ui.front_door import layers

HTML = {"Accept": "text/html,application/xhtml+xml"}
TYPEFACE = "SourceSansVF"


@pytest.fixture(scope="module")
def plain() -> TestClient:
    return TestClient(Starlette(routes=create_streamlit_static_assets_routes("")))


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=create_streamlit_static_assets_routes(""), middleware=layers()))


def address_of(kind: str, page: str) -> str:
    return re.search(rf'="\.(/static/{kind}/index\.[^"]+)"', page)[1]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_page_and_stylesheet_come_without_the_typeface_and_with_all_the_rest(client, plain, encoding):
    headers = HTML | {"Accept-Encoding": encoding}
    page, whole = client.get("/", headers=headers), plain.get("/", headers=HTML).text
    assert TYPEFACE in whole
    assert TYPEFACE not in page.text
    assert "prerenderReady" in whole
    assert page.text.count("<script>") == 1, "the one that the policy knows"
    assert page.text.count("modulepreload") == whole.count("modulepreload")
    style = address_of("css", whole)
    ours = address_of("css", page.text)
    assert ours == style.replace(".css", f"{front_door.VERSION}.css"), "kept for ever, until the icons change"
    before, after = plain.get(style).text, client.get(ours, headers=headers).text
    assert TYPEFACE in before
    assert TYPEFACE not in after
    assert after.count("@font-face") == before.count("@font-face") - 2, "upright and italic"
    assert page.headers.get("content-encoding", "identity") == encoding


def test_page_and_tab_have_our_name_and_mark_from_the_first_moment(client):
    page = client.get("/", headers=HTML).text
    assert f"<title>{front_door.NAME}</title>" in page
    assert f'rel="shortcut icon" href="{mark.ADDRESS}"' in page


def test_the_icons_come_inside_the_stylesheet_and_none_is_missing(client, plain):
    style = address_of("css", client.get("/", headers=HTML).text)
    after, again = client.get(style).text, client.get(style.replace(front_door.VERSION, "")).text
    assert "MaterialSymbols-Rounded" not in after + again
    assert "Material Symbols" not in again, "what a browser kept from an earlier version must not win"
    font = base64.b64decode(re.search(r"Material Symbols Rounded;[^}]*base64,([^)]+)", after)[1])
    assert len(font) < 30_000
    there = set(subset_icons.drawn(TTFont(io.BytesIO(font))))
    needed = subset_icons.of_the_app() | subset_icons.of_streamlit()
    assert {"error", "close", "keyboard_double_arrow_left"} <= needed
    assert sorted(needed - there) == [], "run `make icons`"


def test_a_page_that_the_browser_has_is_not_sent_again(client):
    tag = client.get("/", headers=HTML).headers["etag"]
    assert client.get("/", headers=HTML | {"If-None-Match": tag}).status_code == 304


def test_scripts_pass_as_they_are(client, plain):
    script = address_of("js", plain.get("/", headers=HTML).text)
    assert client.get(script).content == plain.get(script).content
