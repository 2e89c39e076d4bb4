"""The HTML and CSS that open every page ask for no typeface of Streamlit's; all other answers pass as they are."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

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
    assert "<script>" in whole
    assert "<script>" not in page.text
    assert page.text.count("modulepreload") == whole.count("modulepreload")
    style = address_of("css", whole)
    before, after = plain.get(style).text, client.get(style, headers=headers).text
    assert TYPEFACE in before
    assert TYPEFACE not in after
    assert after.count("@font-face") == before.count("@font-face") - 2, "upright and italic"
    assert page.headers.get("content-encoding", "identity") == encoding


def test_a_page_that_the_browser_has_is_not_sent_again(client):
    tag = client.get("/", headers=HTML).headers["etag"]
    assert client.get("/", headers=HTML | {"If-None-Match": tag}).status_code == 304


def test_scripts_pass_as_they_are(client, plain):
    script = address_of("js", plain.get("/", headers=HTML).text)
    assert client.get(script).content == plain.get(script).content
