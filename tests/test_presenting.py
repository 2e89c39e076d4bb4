"""A class led from the projector: what comes next, notes, codes to scan, and plans whose links lead somewhere."""

import re
from urllib.parse import parse_qsl, urlsplit

import cv2
import numpy as np
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.support.apptest import PAGES, components, open_page, plain_data, words
from ui import next_page, pages, presenting
from ui.controls import SHARED
from ui.pages import CONTROLS
from ui.presenting import course, qr, route
from ui.presenting.notes import NOTES
from ui.sections.for_teachers.answers import ANSWERS
from ui.sections.for_teachers.plans import PLANS
from ui.sections.for_teachers.worksheet import TASKS

ADDRESSES = sorted({step.address for plan in PLANS.values() for step in plan.steps} | {task.address for task in TASKS})
CONTROLS_OF = {page.url_path: page.controls for page in pages.PAGES}
MODULE = 8  # pixels of a QR code's module


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=route.routes()))


def read(svg: str) -> str:
    """What a camera reads from a code: its SVG is one line of strokes, drawn here by hand and shown to a reader."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    modules, x, y = np.full((side, side), 255, np.uint8), 0.0, 0.0
    for command, first, second in re.findall(
        r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", re.findall(r' d="([^"]*)"', svg)[-1]
    ):
        if command == "h":
            modules[int(y), int(x) : int(x + float(first))] = 0
        x = float(first) if command == "M" else x + float(first)
        y = float(second) if command == "M" else y + float(second or 0)
    return cv2.QRCodeDetector().detectAndDecode(modules.repeat(MODULE, 0).repeat(MODULE, 1))[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_leads_on_for_a_reason_and_has_notes(page):
    after, why = next_page.following(page)
    assert page in next_page.NEXT
    assert after in PAGES
    assert after != page
    assert why[0].isupper() or why[0].isdigit()
    assert why.endswith((".", "?"))
    assert NOTES[page]


def test_the_way_from_page_to_page_leaves_none_out():
    assert {stop.page for stop in course.stops()} == set(PAGES)
    on_the_way, page = [], pages.PAGES[0].url_path
    while page not in on_the_way:
        on_the_way.append(page)
        page, _ = next_page.following(page)
    assert set(PAGES) - set(on_the_way) == {"for_teachers"}


def test_a_page_that_is_missing_is_passed_over(monkeypatch):
    monkeypatch.setitem(next_page.NEXT, "start_here", ("no_such_page", "nothing."))
    monkeypatch.setitem(next_page.NEXT, "no_such_page", ("denoise", "noise."))
    assert next_page.following("start_here") == ("denoise", "noise.")
    assert next_page.following("") == ("denoise", "noise.")


def test_a_page_with_steps_is_presented_step_by_step(monkeypatch):
    stepped = next(page for page in pages.PAGES if page.url_path == "reconstruct")
    control = pages.Control("Step", "1", ("1", "2", "before"))
    found = [page._replace(controls={"step": control}) if page is stepped else page for page in pages.PAGES]
    monkeypatch.setattr(course, "PAGES", tuple(found))
    course.stops.cache_clear()
    try:
        here = [stop for stop in course.stops() if stop.page == "reconstruct"]
        assert [stop.step for stop in here] == ["1", "2"]
        assert [
            course.place("reconstruct", step) - course.place("reconstruct", "1") for step in ("2", None, "<b>")
        ] == [*(1, 0, 0)]
        assert course.around("reconstruct", "1")["next"] == course.around("reconstruct", None)["next"] == here[1]
        assert course.around("reconstruct", "before")["next"] == here[0]
        assert course.around("reconstruct", "2")["back"].title == "Reconstruct, 1"
    finally:
        monkeypatch.undo()
        course.stops.cache_clear()


def test_the_page_ends_with_what_comes_next():
    app = open_page("denoise")
    links = [link.proto.label for link in app.get("page_link")]
    assert links[-1] == f"Next: **Sentences**. {next_page.NEXT['denoise'][1]}"


def test_presenting_stays_on_from_page_to_page_until_it_is_left():
    app = open_page("denoise", present="1")
    shown = plain_data(app, "standing_by")["presenter"]
    assert (shown["on"], shown["title"], shown["next"]) == (True, "Denoise", "Sentences")
    assert shown["notes"] == list(NOTES["denoise"])
    assert [link.proto.label for link in app.get("page_link")][:2] == ["back", "next"]
    app.query_params.clear()  # as a link within a page leaves the address
    app.switch_page(PAGES["sample"]).run()
    assert plain_data(app, "standing_by")["presenter"]["on"]
    assert app.query_params["present"] == "1"
    app.session_state["presenting"] = False
    app.run()
    assert not plain_data(app, "standing_by")["presenter"]["on"]
    assert "present" not in app.query_params


@pytest.mark.parametrize("value", ["0", "<script>", "2", ""])
def test_nothing_but_1_begins_to_present(value):
    shown = plain_data(open_page("denoise", present=value), "standing_by")["presenter"]
    assert not shown["on"]
    assert shown["notes"] == []


@pytest.mark.parametrize(
    "address", ["http://192.168.1.5:8501/latent_plane?model=vae_2d&z1=-1.5", "https://a.example/é?x=%20"]
)
def test_a_code_is_read_as_the_address_that_the_browser_shows(client, address):
    answer = client.get("/qr", params={"of": address}).json()
    assert answer["address"] == address
    assert answer["note"] == ""
    assert read(answer["svg"]) == address


def test_a_code_never_holds_an_address_that_no_phone_can_open():
    reached, note = qr.reachable("http://localhost:8501/denoise?seed=3", own="192.168.1.5")
    assert reached == "http://192.168.1.5:8501/denoise?seed=3"
    assert "localhost" in note
    for host in ("127.0.0.1", "[::1]", "0.0.0.0", "app.localhost"):
        assert qr.reachable(f"http://{host}:8501/", own="192.168.1.5")[0] == "http://192.168.1.5:8501/"
    assert qr.reachable("http://school.example/x", own="192.168.1.5") == ("http://school.example/x", "")


def test_without_a_network_the_code_says_so(monkeypatch):
    monkeypatch.setattr(qr, "own_address", lambda: None)
    address, note = qr.reachable("http://localhost:8501/")
    assert address == ""
    assert "Connect it" in note


@pytest.mark.parametrize(
    "of", ["", "javascript:alert(1)", "file:///etc/passwd", "http://", "http://[", "http://a/" + "x" * 1300]
)
def test_what_is_no_address_gets_no_code(client, of):
    answer = client.get("/qr", params={"of": of})
    assert answer.status_code == 400
    assert "Open the code from a page" in answer.text


def test_the_window_of_notes_is_a_page_of_the_app(client):
    answer = client.get("/notes?channel=x")
    assert answer.headers["content-type"].startswith("text/html")
    assert "standing_by/presenter/notes_window.js" in answer.text
    assert "{script}" not in answer.text


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_plan_leads_to_a_screen_that_exists(address):
    parts = urlsplit(address)
    allowed = CONTROLS_OF[parts.path] | SHARED
    query = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
    assert query.keys() <= allowed.keys()
    for key, value in query.items():
        options = CONTROLS[key].options
        assert not options or value in {str(option) for option in options}
    if query:
        app = open_page(parts.path, **query)
        assert not [*app.exception, *app.error]
        assert "does not exist" not in words(app)


def test_plans_take_as_long_as_they_say():
    assert {name: plan.minutes for name, plan in PLANS.items()} == {"20": 20, "45": 45, "90": 90}
    titles = {page.url_path: page.title for page in pages.PAGES}
    for part in (*(step for plan in PLANS.values() for step in plan.steps), *TASKS):
        assert part.screen == titles[urlsplit(part.address).path]


def test_every_question_of_the_plans_has_an_answer_and_no_answer_is_left_over():
    assert set(ANSWERS) == {step.ask for plan in PLANS.values() for step in plan.steps if step.ask}
    assert ANSWERS["Why are there grey ghosts around the strokes?"] in words(open_page("for_teachers"))


def test_teachers_get_plans_remedies_and_sheets():
    app = open_page("for_teachers")
    assert "A lesson of 45 minutes" in words(app)
    assert "0 to 5 min: [Start here](start_here)" in words(app)
    assert "print_button" in components(app)
    for sheet, sentence in (("trouble", "What goes wrong"), ("worksheet", "Worksheet: what"), ("answers", "28 × 28")):
        assert sentence in words(open_page("for_teachers", sheet=sheet))
    assert TASKS[0].answer not in words(open_page("for_teachers", sheet="worksheet"))
    assert presenting.KEY in {key for link in app.get("page_link") for key in link.proto.query_string.split("=")}
