"""The HTML that opens every page asks for no typeface of Streamlit's; all other answers pass as they are."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from ui.front_door import FrontDoor

HTML = {"Accept": "text/html,application/xhtml+xml", "Accept-Encoding": "gzip"}


def client() -> TestClient:
    return TestClient(Starlette(routes=create_streamlit_static_assets_routes(""), middleware=[Middleware(FrontDoor)]))


def test_streamlits_own_page_opens_without_its_typeface():
    plain = TestClient(Starlette(routes=create_streamlit_static_assets_routes(""))).get("/", headers=HTML)
    assert plain.text.count('as="font"') == 1
    answer = client().get("/", headers=HTML)
    assert 'as="font"' not in answer.text
    assert answer.text.count('font-family: "Source Sans"') == 1
    assert answer.text.index('rel="stylesheet"') < answer.text.index("@font-face"), "the later one counts"
    assert answer.text.count("modulepreload") == plain.text.count("modulepreload")
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_a_page_that_the_browser_has_is_not_sent_again():
    tag = client().get("/", headers=HTML).headers["etag"]
    assert client().get("/", headers=HTML | {"If-None-Match": tag}).status_code == 304


def test_scripts_pass_as_they_are():
    page = client().get("/", headers=HTML).text
    script = page.split('<script type="module" crossorigin src=".')[1].split('"')[0]
    assert client().get(script, headers=HTML).content == client().get(script).content
