"""The widgets: data in, value out; none knows of the address, the session's pictures, models or pages."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "ui/components"
MODULES = sorted(FOLDER.rglob("*.py"))
CLOSED = ("aemodels.checkpoints", "aemodels.inference", "aemodels.experiments", "aemodels.training")


def imports(path: Path) -> set[str]:
    """Modules that a file imports, "from a import b" counted as a.b, wherever it stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def test_there_are_widgets_to_check():
    assert len(MODULES) > 15


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_widget_imports_only_widgets_of_the_user_interface(path):
    others = {module for module in imports(path) if is_within(module, "ui") and not is_within(module, "ui.components")}
    assert not others, "data come from its caller; what reads address, session or models belongs to a section"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_widget_asks_no_model(path):
    modules = imports(path)
    assert "aemodels" not in modules, "the door encodes and decodes; a widget is given the results"
    assert not {module for module in modules if any(is_within(module, closed) for closed in CLOSED)}
