"""The house's own rules that no linter knows: what may be imported where, and how large things may grow."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(path for folder in ("aemodels", "ui", "pages", "serve") for path in (ROOT / folder).rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in SOURCES]

MOST_LINES_FILE = 200
MOST_LINES_VARIANT = 120
MOST_LINES_FUNCTION = 40
TESTS = sorted((ROOT / "tests").rglob("*.py"))
UTILITY_DRAWERS = {"utils", "helpers", "common", "misc"}


def imports(path: Path, lazily_too: bool = True) -> set[str]:
    """Modules that a file imports, "from a import b" counted as a and as a.b."""
    tree = ast.parse(path.read_text())
    nodes = ast.walk(tree) if lazily_too else tree.body
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def top(modules: set[str]) -> set[str]:
    return {module.partition(".")[0] for module in modules}


def test_there_is_something_to_check():
    assert len(SOURCES) > 30


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=lambda path: path.stem)
def test_a_page_never_computes_with_torch_itself(path):
    assert "torch" not in top(imports(path))


def test_nothing_that_is_shown_loads_torch_by_being_imported():
    shown = [path for path in SOURCES if path.parts[len(ROOT.parts)] != "aemodels"]
    modules = {module for path in shown for module in imports(path, lazily_too=False)} | {"aemodels"}
    names = sorted(module for module in modules if module.startswith("aemodels") and _is_module(module))
    assert not _loads(names, "torch")


def test_what_pages_show_of_the_experiments_loads_nothing_that_trains():
    shown = ("experiments.kept_classifiers", "experiments.denoising_network", "experiments.layer_stages")
    assert not _loads([f"aemodels.{name}" for name in (*shown, "training.live_pca")], "accelerate")


def _loads(names: list[str], package: str) -> bool:
    script = f"import sys, importlib; [importlib.import_module(n) for n in {names}]; print({package!r} in sys.modules)"
    return subprocess.check_output([sys.executable, "-c", script], cwd=ROOT, text=True) == "True\n"


def _is_module(name: str) -> bool:
    place = ROOT / name.replace(".", "/")
    return place.is_dir() or place.with_suffix(".py").exists()


@pytest.mark.parametrize("path", [path for path in SOURCES if path.parent.name != "variants"], ids=str)
def test_variants_are_found_by_scanning(path):
    named = {module for module in imports(path) if module.startswith("aemodels.variants")}
    assert not named, "variants are found by scanning their folder, never by name"


@pytest.mark.parametrize("path", sorted((ROOT / "aemodels/variants").glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_a_variant_imports_at_most_one_sibling_and_no_machinery(path):
    found = imports(path)
    siblings = {".".join(module.split(".")[:3]) for module in found if module.startswith("aemodels.variants.")}
    assert len(siblings) <= 1
    machinery = tuple(f"aemodels.{name}" for name in ("training", "checkpoints", "registry", "inference"))
    assert not [module for module in found if module.startswith(machinery)]


@pytest.mark.parametrize("path", SOURCES, ids=NAMES)
def test_files_and_functions_stay_small(path):
    lines = path.read_text().splitlines()
    small = path.parts[-2] == "variants" or "pages" in path.parts
    assert len(lines) <= (MOST_LINES_VARIANT if small else MOST_LINES_FILE)
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno - node.lineno < MOST_LINES_FUNCTION, node.name


def test_the_entry_is_tiny_and_nothing_is_a_drawer():
    assert len((ROOT / "app.py").read_text().splitlines()) <= 10
    assert not UTILITY_DRAWERS & {path.stem for path in SOURCES}


@pytest.mark.parametrize("path", sorted((ROOT / "pages").rglob("*.py")), ids=lambda path: path.stem)
def test_a_page_names_itself_in_its_docstring(path):
    title = ast.get_docstring(ast.parse(path.read_text())).partition("\n")[0]
    assert 3 <= len(title) <= 40


def in_python(module: str) -> Path | None:
    """Return the file of a module of the tests, if it is one."""
    place = (ROOT / module.replace(".", "/")).with_suffix(".py")
    return place if place in TESTS else None


def all_imports(path: Path) -> set[str]:
    """Modules that a test imports, and those that these import, as far as they belong to the tests."""
    found, waiting = set(), [path]
    while waiting:
        new = imports(waiting.pop()) - found
        found |= new
        waiting += filter(None, map(in_python, new))
    return found


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_no_test_imports_another(path):
    own = {module for module in imports(path) if module.startswith("tests.")}
    assert {module for module in own if not module.startswith("tests.support")} == set()


@pytest.mark.parametrize("path", sorted((ROOT / "tests").glob("*.py")), ids=lambda path: path.stem)
def test_a_test_outside_the_browser_needs_no_playwright(path):
    assert "playwright" not in top(all_imports(path))


def test_browser_tests_wait_for_conditions_and_never_for_a_time():
    for path in (*(ROOT / "tests/browser").glob("*.py"), ROOT / "tests/support/browser.py"):
        assert "wait_for_timeout" not in path.read_text()
        assert "time" not in imports(path), path.name
