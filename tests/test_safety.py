"""Every answer tells browsers to load nothing from elsewhere, and who may put the app into a page."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui import safety
from ui.front_door import layers
from ui.routes import routes


def client() -> TestClient:
    page = Route("/", lambda _request: PlainTextResponse("a page"))
    return TestClient(Starlette(routes=[page, *routes()], middleware=layers()))


def policy(answer) -> dict[str, list[str]]:
    parts = [part.split() for part in answer.headers["content-security-policy"].split(";")]
    return {name: sources for name, *sources in parts}


@pytest.mark.parametrize("path", ["/", "/ready", "/modules/0/pad/index.js", "/nowhere"])
def test_every_answer_carries_the_headers(path):
    answer = client().get(path)
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "camera=(self)" in answer.headers["permissions-policy"]
    assert policy(answer)["frame-ancestors"] == ["'self'"]


def test_nothing_comes_from_elsewhere_and_no_text_is_run():
    sources = policy(client().get("/"))
    assert sources["default-src"] == ["'self'"]
    allowed = {source for name, words in sources.items() if name != "style-src" for source in words}
    known = {source for source in allowed if source.startswith("'sha256-")}
    assert allowed - known == {"'self'", "'none'", "blob:", "data:", "'wasm-unsafe-eval'"}
    assert len(known) == 1
    assert not {"data:", "'unsafe-inline'", "'unsafe-eval'"} & set(sources["script-src"])


def test_a_course_may_show_the_app_in_its_pages(monkeypatch):
    monkeypatch.setenv(safety.FRAMES, "https://moodle.example https://*.school.example:8443")
    ancestors = policy(client().get("/"))["frame-ancestors"]
    assert ancestors == ["'self'", "https://moodle.example", "https://*.school.example:8443"]


@pytest.mark.parametrize(
    "wrong", ["moodle.example", "https://a.example; script-src *", "*", "https://a.example/course"]
)
def test_what_is_no_origin_is_refused(monkeypatch, wrong):
    monkeypatch.setenv(safety.FRAMES, wrong)
    with pytest.raises(safety.BadOrigin, match=r"https://school\.example"):
        safety.headers()


def test_the_first_page_is_found_by_its_name_too():
    answer = client().get("/start_here?present=1", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "./?present=1")
    assert client().get("/start_here").text == "a page"
