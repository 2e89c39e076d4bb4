"""The files of `pages/`, read once a process and never run here: titles for the menu, and the controls of each page."""

import ast
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ui.controls import SHARED, Control

FOLDER = Path(__file__).parent.parent / "pages"


class PageFile(NamedTuple):
    """A page as its file states it.

    Attributes:
        path: The file.
        title: First line of its docstring.
        controls: Its `CONTROLS`, by key; those of several pages are in `ui.controls`.
    """

    path: Path
    title: str
    controls: dict[str, Control]

    @property
    def section(self) -> str:
        """Heading in the menu: the folder's name without the number that only sets the order."""
        return _without_number(self.path.parent.name).replace("_", " ").capitalize()

    @property
    def url_path(self) -> str:
        """Its place in the address: the file's name without the number."""
        return _without_number(self.path.stem)


def read(path: Path) -> PageFile:
    """Read a page's file without running it.

    Raises:
        ValueError: It has no title, or its controls are none.
    """
    tree = ast.parse(path.read_text(), str(path))
    title = (ast.get_docstring(tree) or "").partition("\n")[0].rstrip(".")
    if not title:
        raise ValueError(f"{path} has no title. Begin it with a docstring whose first line is one.")
    controls = _constant(tree, "CONTROLS", {})
    if not isinstance(controls, dict) or not all(isinstance(control, Control) for control in controls.values()):
        raise ValueError(f"{path} has something else among its CONTROLS. Make each a `Control`.")
    return PageFile(path, title, controls)


def gather(pages: Iterable[PageFile]) -> dict[str, Control]:
    """Return the controls of all pages and those that they share, by key.

    Raises:
        ValueError: A key has two meanings.
    """
    controls = dict(SHARED)
    for page in pages:
        for key, control in page.controls.items():
            if controls.setdefault(key, control) != control:
                raise ValueError(f"{page.path} defines the control “{key}” anew. Name it otherwise, or share it.")
    return controls


def _constant(tree: ast.Module, name: str, default: dict) -> dict:
    """Evaluate a constant of a module from its assignment and from the statements above that this one needs."""
    needed, statements = {name}, []
    for statement in reversed(tree.body):
        if needed & _bound(statement):
            statements.insert(0, statement)
            needed |= {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}
    scope: dict = {}
    exec(compile(ast.Module(statements, []), "a page's controls", "exec"), scope)
    return scope.get(name, default)


def _bound(statement: ast.stmt) -> set[str]:
    """Return the names that an import or an assignment binds."""
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.partition(".")[0] for alias in statement.names}
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _without_number(name: str) -> str:
    return name.lstrip("0123456789_")


PAGES = tuple(read(path) for path in sorted(FOLDER.glob("*/*.py")))
CONTROLS = gather(PAGES)
