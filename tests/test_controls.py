"""The controls of all pages: each defined once, where its page is, and every key that is read anywhere is one."""

import ast
import re
from pathlib import Path

import pytest

from ui.controls import SHARED, Control
from ui.pages import CONTROLS, FOLDER, PAGES, gather, read

UI = Path(__file__).parent.parent / "ui"
ASKING = {
    f"state.{way}" for way in ("select", "switch", "toggle", "number", "text", "slide", "read", "news", "write", "put")
}
SECTIONS = [path for path in UI.glob("sections/*/*.py") if path.parent.name in {page.url_path for page in PAGES}]
ELSEWHERE = [path for path in UI.rglob("*.py") if path not in SECTIONS and path.name != "state.py"]


def keys(path: Path) -> set[str]:
    """The keys that a file names in a call such as `state.select("model")`."""
    calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call) and node.args]
    asking = [call for call in calls if ast.unparse(call.func) in ASKING]
    return {str(call.args[0].value) for call in asking if isinstance(call.args[0], ast.Constant)}


def page_file(folder: Path, text: str) -> Path:
    path = folder / "9_new.py"
    path.write_text(text)
    return path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.url_path)
def test_a_page_and_its_section_ask_only_for_its_own_controls_and_shared_ones(page):
    asked = keys(page.path).union(*(keys(path) for path in SECTIONS if path.parent.name == page.url_path))
    assert asked <= page.controls.keys() | SHARED.keys()


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: str(path.relative_to(UI)))
def test_every_key_that_is_asked_for_elsewhere_is_a_controls(path):
    assert keys(path) <= CONTROLS.keys()


@pytest.mark.parametrize("key", CONTROLS)
def test_a_control_is_complete(key):
    control = CONTROLS[key]
    assert re.fullmatch("[a-z][a-z0-9_]*", key)
    assert control.label
    assert len({str(option) for option in control.options}) == len(control.options)
    assert not control.options or control.default is None or control.default in control.options


@pytest.mark.parametrize("key", CONTROLS)
def test_a_control_is_used(key):
    sources = [path.read_text() for folder in (UI, FOLDER) for path in folder.rglob("*.py")]
    assert sum(source.count(f'"{key}"') for source in sources) > 1


def test_a_page_of_one_file_brings_its_controls(tmp_path):
    text = (
        '"""New."""\nfrom ui.controls import Control\nTEN = range(10)\nCONTROLS = {"fresh": Control("New", 3, TEN)}\n'
    )
    page = read(page_file(tmp_path, f"{text}raise SystemExit('pages are never run here')\n"))
    assert page.title == "New"
    assert page.controls == {"fresh": Control("New", 3, range(10))}
    assert gather([*PAGES, page])["fresh"].default == 3


def test_a_page_without_controls_needs_none(tmp_path):
    assert not read(page_file(tmp_path, '"""New."""\n')).controls


@pytest.mark.parametrize(
    "assignment",
    [
        "CONTROLS = {'fresh': Control('New', 3)}",
        "CONTROLS = {'fresh': 3}",
        "CONTROLS = {'fresh': nothing}",
        "CONTROLS = 3",
    ],
    ids=["an import is missing", "no control", "no such name", "no table"],
)
def test_controls_that_are_wrong_are_refused(assignment, tmp_path):
    with pytest.raises((NameError, ValueError)):
        read(page_file(tmp_path, f'"""New."""\n{assignment}\n'))


def test_a_key_with_two_meanings_is_refused():
    other = PAGES[1]._replace(controls={"rate": Control("Learning rate", 1)})
    with pytest.raises(ValueError, match="“rate” anew"):
        gather([*PAGES, other])
    with pytest.raises(ValueError, match="“model” anew"):
        gather([PAGES[1]._replace(controls={"model": Control("Model", "pca_2")})])


def test_the_same_control_may_stand_in_two_pages():
    again = PAGES[1]._replace(controls={"model": SHARED["model"]})
    assert gather([*PAGES, again]) == CONTROLS
