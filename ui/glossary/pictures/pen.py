"""What the drawings are made of: shapes of SVG on a sheet of 160 x 90, coloured by classes that follow the theme.

A kind is one or more of: `ink`, `soft`, `main`, `odd` (colours), `fill`, `dash`, `thick`, `bold`, `big`, `small`.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import exp

WIDTH, HEIGHT = 160, 90
THREE = ("..###..", ".#...#.", ".....#.", "...##..", ".....#.", ".#...#.", "..###..")
FOUR = ("...##..", "..#.#..", ".#..#..", ".#####.", "....#..", "....#..", "....#..")
BLURRED = ("..343..", ".3...4.", ".1...4.", "..244..", ".1...4.", ".3...4.", "..343..")
NOISY = ("2.1##.3", ".#.2.#1", "1..3.#.", ".3.##.2", "2....#.", ".#2..#3", "1.#3#..")
LEFT_GROUP = ((34, 30), (42, 22), (48, 34), (38, 40), (52, 26))
RIGHT_GROUP = ((106, 58), (116, 50), (124, 62), (112, 68), (128, 52))
SHADES = {".": 0.0, "#": 1.0}

Point = tuple[float, float]


def sheet(*shapes: str) -> str:
    """Return a whole drawing."""
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">{"".join(shapes)}</svg>'


def line(*points: Point, kind: str = "ink") -> str:
    """Return a line through points."""
    return f'<polyline class="{kind}" points="{" ".join(f"{x:g},{y:g}" for x, y in points)}"/>'


def area(*points: Point, kind: str = "main fill") -> str:
    """Return a filled polygon."""
    return f'<polygon class="{kind}" points="{" ".join(f"{x:g},{y:g}" for x, y in points)}"/>'


def dot(x: float, y: float, radius: float = 3, kind: str = "ink fill") -> str:
    """Return a disc, or a circle if the kind does not fill it."""
    return f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'


def oval(x: float, y: float, across: float, up: float, kind: str = "main") -> str:
    """Return an ellipse by its half axes."""
    return f'<ellipse class="{kind}" cx="{x:g}" cy="{y:g}" rx="{across:g}" ry="{up:g}"/>'


def box(x: float, y: float, width: float, height: float, kind: str = "ink") -> str:
    """Return a rectangle."""
    return f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="2"/>'


def text(x: float, y: float, words: str, kind: str = "ink", anchor: str = "middle") -> str:
    """Return words whose baseline is at `y`."""
    return f'<text class="{kind}" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{words}</text>'


def arrow(start: Point, end: Point, kind: str = "ink") -> str:
    """Return a line with a head at its end."""
    (x0, y0), (x1, y1) = start, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    along, across = ((x1 - x0) / length, (y1 - y0) / length), (-(y1 - y0) / length, (x1 - x0) / length)
    left, right = (
        (x1 - 5 * along[0] + side * 3 * across[0], y1 - 5 * along[1] + side * 3 * across[1]) for side in (-1, 1)
    )
    return line(start, end, kind=kind) + line(left, end, right, kind=kind)


def pixels(rows: Sequence[str], x: float, y: float, side: float = 42, kind: str = "ink fill") -> str:
    """Return a picture of a few pixels: "." is paper, "#" ink, "1" to "9" tenths of ink; a thin frame around it."""
    size = side / len(rows)
    inked = "".join(
        f'<rect class="{kind}" x="{x + column * size:.4g}" y="{y + row * size:.4g}" width="{size:.3g}" '
        f'height="{size:.3g}" opacity="{SHADES.get(shade, int(shade) / 10 if shade.isdigit() else 0):g}"/>'
        for row, shades in enumerate(rows)
        for column, shade in enumerate(shades)
        if shade != "."
    )
    return box(x, y, side, side, "soft") + inked


def curve(of: Callable[[float], float], kind: str = "main thick", left: float = 16, right: float = 144) -> str:
    """Return a function's curve: it maps shares of the width, 0 to 1, to shares of the height, 0 to 1."""
    shares = [step / 48 for step in range(49)]
    return line(*((left + (right - left) * x, 76 - 64 * of(x)) for x in shares), kind=kind)


def axes() -> str:
    """Return two axes for curves."""
    return line((16, 8), (16, 76), (148, 76), kind="soft")


def layers(sizes: Sequence[int], marked: Sequence[int] = (), left: float = 22, right: float = 138) -> str:
    """Return a network: a column of units for each layer, each joined to all of the next; some layers marked."""
    step = (right - left) / (len(sizes) - 1)
    places = [
        [(left + index * step, 45 + (unit - (size - 1) / 2) * 12) for unit in range(size)]
        for index, size in enumerate(sizes)
    ]
    joints = [line(a, b, kind="soft") for one, other in pairwise(places) for a in one for b in other]
    units = [
        dot(*place, 4, "main fill" if index in marked else "ink paper")
        for index, column in enumerate(places)
        for place in column
    ]
    return "".join([*joints, *units])


def bars(heights: Sequence[float], left: float, width: float, bottom: float = 76, kind: str = "main fill") -> str:
    """Return upright bars, heights in shares of the sheet; below the line where they are negative."""
    step = width / len(heights)
    return "".join(
        box(left + index * step, bottom - max(height, 0) * 64, step * 0.7, abs(height) * 64, kind)
        for index, height in enumerate(heights)
    )


def dots(places: Iterable[Point], kind: str = "ink fill") -> str:
    """Return small discs."""
    return "".join(dot(x, y, 3, kind) for x, y in places)


def bell(centre: float = 0.5, width: float = 0.13, height: float = 0.95) -> Callable[[float], float]:
    """Return the function of a bell curve for `curve`."""
    return lambda x: height * exp(-((x - centre) ** 2) / (2 * width**2))


def valley(x: float) -> float:
    """Return the height of a parabola for `curve`."""
    return 0.1 + 3.2 * (x - 0.5) ** 2
