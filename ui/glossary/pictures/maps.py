"""Drawings of maps, groups and words."""

from math import cos, sin

from ui.glossary.pictures.pen import (
    LEFT_GROUP,
    RIGHT_GROUP,
    THREE,
    area,
    arrow,
    axes,
    bars,
    bell,
    box,
    curve,
    dot,
    dots,
    line,
    oval,
    pixels,
    sheet,
    text,
)


def islands() -> str:
    """Points of many dimensions as islands on a map."""
    more = ((60, 70), (66, 76), (72, 66), (56, 78), (112, 20), (120, 26), (126, 16), (116, 12))
    return sheet(dots(LEFT_GROUP, "main fill"), dots(RIGHT_GROUP, "odd fill"), dots(more))


def perplexity() -> str:
    """How many neighbours count for a point."""
    near = ((70, 38), (92, 36), (86, 56), (68, 54), (80, 30))
    far = ((24, 20), (34, 70), (136, 24), (128, 72), (50, 12), (116, 10))
    return sheet(
        oval(80, 45, 28, 26, "odd dash"), dots(near, "odd fill"), dots(far, "soft fill"), dot(80, 45, 5, "main fill")
    )


def pca() -> str:
    """A straight axis through a long cloud of points."""
    offsets = (4, -6, 7, -3, 5, -7, 3, -4, 6)
    cloud = [(24 + 14 * place, 74 - 7.5 * place + offset) for place, offset in enumerate(offsets)]
    return sheet(
        dots(cloud, "soft fill"), arrow((14, 78), (148, 10), "main thick"), arrow((80, 44), (68, 24), "odd thick")
    )


def component() -> str:
    """The mean, plus some of a pattern, plus some of another."""
    stripes, ring = ("#.#", "#.#", "#.#"), ("###", "#.#", "###")
    return sheet(
        *(pixels(THREE, 4, 28, 34, "soft fill"), text(50, 49, "+ 2 ×", "small"), pixels(ring, 64, 28, 34, "main fill")),
        *(text(111, 49, "− 1 ×", "small"), pixels(stripes, 124, 28, 34, "odd fill")),
    )


def clusters() -> str:
    """Two groups, each with a ring around it."""
    rings = oval(43, 31, 24, 22, "main dash") + oval(118, 59, 26, 22, "odd dash")
    return sheet(rings, dots(LEFT_GROUP, "main fill"), dots(RIGHT_GROUP, "odd fill"))


def neighbours() -> str:
    """A point and the lines to those nearest to it."""
    near = ((64, 30), (98, 34), (72, 62))
    lines = "".join(line((80, 45), place, kind="main") for place in near)
    return sheet(
        lines,
        dots(near, "main fill"),
        dots(((24, 22), (132, 70), (130, 16), (30, 72)), "soft fill"),
        dot(80, 45, 5, "odd fill"),
    )


def quantiles() -> str:
    """Steps that are closer where the bell is high."""
    marks = "".join(line((x, 66), (x, 76), kind="odd thick") for x in (34, 54, 66, 76, 84, 94, 106, 126))
    return sheet(axes(), curve(bell(width=0.17)), marks)


def label() -> str:
    """A picture with a tag that says what it shows."""
    tag = area((86, 32), (140, 32), (140, 58), (86, 58), (76, 45), kind="main fill faint")
    return sheet(pixels(THREE, 20, 24), tag, dot(84, 45, 2), text(114, 50, "“3”", "main bold"))


def classifier() -> str:
    """A code, and how probable each class is."""
    return sheet(
        pixels(THREE, 12, 24),
        arrow((62, 45), (80, 45)),
        bars((0.1, 0.2, 0.9, 0.15), 90, 58, 70),
        text(124, 84, "3", "main bold"),
    )


def boundary() -> str:
    """A straight line between two classes."""
    return sheet(
        dots(LEFT_GROUP, "main fill"), dots(RIGHT_GROUP, "odd fill"), line((50, 84), (112, 8), kind="ink thick")
    )


def words() -> str:
    """Words as arrows; similar ones point the same way."""
    return sheet(
        *(arrow((22, 78), (104, 22), "main thick"), text(122, 20, "wheat", "main")),
        *(arrow((22, 78), (112, 40), "main thick"), text(130, 46, "corn", "main")),
        *(arrow((22, 78), (46, 18), "odd thick"), text(46, 12, "bank", "odd")),
    )


def cosine() -> str:
    """The angle between two arrows."""
    bow = [(28 + 34 * cos(angle), 74 - 34 * sin(angle)) for angle in (step / 20 for step in range(6, 20))]
    return sheet(
        arrow((28, 74), (130, 42), "main thick"), arrow((28, 74), (84, 12), "main thick"), line(*bow, kind="odd thick")
    )


def position() -> str:
    """Words with the numbers of their places."""
    places = "".join(
        box(10 + 48 * place, 28, 42, 22, "soft")
        + text(31 + 48 * place, 43, word)
        + text(31 + 48 * place, 70, str(place + 1), "main bold")
        for place, word in enumerate(("oil", "prices", "rose"))
    )
    return sheet(places)
