"""Draw the packages by storey, with the imports between them, into `docs/house.svg`: `python -m docs.draw_house`.

What is drawn is read from the code: the storeys from the contracts in `pyproject.toml`, the arrows from the imports.
Arrows that two others already imply are left out.
"""

import ast
import tomllib
from html import escape
from pathlib import Path

import grimp

ROOT = Path(__file__).parent.parent
PICTURE = Path(__file__).parent / "house.svg"
DOOR = "aemodels"
SHOWING = [["pages"], ["ui.sections"], ["ui"], ["ui.components"]]
WIDTH, ROW, BOX, HEIGHT, LEFT = 900, 76, 150, 40, 24
STYLE = """
  text { font: 14px system-ui, sans-serif; text-anchor: middle; fill: #1c2030 }
  .small { font-size: 11px; fill: #555c70 }
  rect { fill: #f1f1ec; stroke: #8b90a3 }
  .shows { fill: #e3e7fb }
  path { fill: none; stroke: #4253c9; stroke-opacity: 0.5; marker-end: url(#tip) }
"""


def storeys() -> list[list[str]]:
    """Give the packages storey by storey, the highest first."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}
    layers = contracts["storeys"]["layers"]
    rows = [[f"aemodels.{name.strip()}" for name in layer.split(":")] for layer in layers]
    return SHOWING + [[*row, DOOR] if "aemodels.train" in row else row for row in rows]


def arrows(packages: list[str]) -> set[tuple[str, str]]:
    """Find which package imports which, without what follows from the others.

    Args:
        packages: Names; modules of a package that has none of its own here count for its parent.

    Returns:
        Pairs (importer, imported).
    """
    graph = grimp.build_graph("aemodels", "ui", exclude_type_checking_imports=True)
    pairs = set()
    for module in graph.modules:
        pairs |= {(module, imported) for imported in graph.find_modules_directly_imported_by(module)}
    for path in ROOT.glob("pages/*/*.py"):
        pairs |= {("pages", imported) for imported in _imports(path)}
    grouped = {(_package(importer, packages), _package(imported, packages)) for importer, imported in pairs}
    direct = {(start, end) for start, end in grouped if start and end and start != end}
    return {pair for pair in direct if not _implied(pair, direct)}


def _imports(path: Path) -> set[str]:
    nodes = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
    return {f"{node.module}.{alias.name}" for node in nodes for alias in node.names}


def _package(module: str, packages: list[str]) -> str | None:
    """Find the innermost of the packages that a module lies in."""
    holders = [package for package in packages if module == package or module.startswith(f"{package}.")]
    return max(holders, key=len, default=None)


def _implied(pair: tuple[str, str], direct: set[tuple[str, str]]) -> bool:
    """Say whether a longer way leads from the first to the second package."""
    start, end = pair
    reached, waiting = set(), [other for first, other in direct if first == start and other != end]
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            waiting += [other for first, other in direct if first == place]
    return end in reached


def drawing() -> str:
    """Write the picture as SVG."""
    rows = storeys()
    places = {
        name: (LEFT + (WIDTH - 2 * LEFT) * (column + 0.5) / len(row), 20 + index * ROW)
        for index, row in enumerate(rows)
        for column, name in enumerate(row)
    }
    lines = [_arrow(places[start], places[end]) for start, end in sorted(arrows(list(places)))]
    boxes = [_box(name, *place) for name, place in places.items()]
    height = 20 + len(rows) * ROW
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            "<title>Packages by storey; an arrow goes from a package to one that it imports</title>",
            f"<style>{STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0 8 4 0 8z" style="fill:#4253c9;stroke:none"/></marker></defs>',
            f'<rect width="{WIDTH}" height="{height}" style="fill:#fcfcfa;stroke:none"/>',
            *lines,
            *boxes,
            "</svg>\n",
        ]
    )


def _box(name: str, x: float, y: float) -> str:
    short = "the door: aemodels" if name == DOOR else name.removeprefix("aemodels.")
    kind = "shows" if name.startswith(("pages", "ui")) else "computes"
    return (
        f'<rect class="{kind}" x="{x - BOX / 2:g}" y="{y:g}" width="{BOX}" height="{HEIGHT}" rx="8"/>'
        f'<text x="{x:g}" y="{y + 25:g}">{escape(short)}</text>'
    )


def _arrow(start: tuple[float, float], end: tuple[float, float]) -> str:
    (x1, y1), (x2, y2) = start, end
    if y1 == y2:
        side = BOX / 2 if x2 > x1 else -BOX / 2
        return f'<path d="M{x1 + side:g} {y1 + HEIGHT / 2:g} L{x2 - side:g} {y2 + HEIGHT / 2:g}"/>'
    bend = (y2 - y1) / 3
    return f'<path d="M{x1:g} {y1 + HEIGHT:g} C{x1:g} {y1 + HEIGHT + bend:g} {x2:g} {y2 - bend:g} {x2:g} {y2:g}"/>'


if __name__ == "__main__":
    PICTURE.write_text(drawing())
    print(f"Drew {PICTURE.relative_to(ROOT)}.")
