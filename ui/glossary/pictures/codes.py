"""Drawings of codes: points, clouds and maps."""

from math import cos, pi, sin

from ui.glossary.pictures.pen import (
    FOUR,
    LEFT_GROUP,
    RIGHT_GROUP,
    THREE,
    area,
    arrow,
    axes,
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


def plane() -> str:
    """A digit is a point of a plane."""
    cross = line((20, 45), (140, 45), kind="soft") + line((80, 6), (80, 84), kind="soft")
    return sheet(cross, dots(LEFT_GROUP, "soft fill"), dots(RIGHT_GROUP, "soft fill"), dot(102, 26, 5, "main fill"))


def prior() -> str:
    """Rings around zero, in which codes lie."""
    rings = "".join(oval(80, 45, radius * 1.3, radius, "main") for radius in (12, 24, 36))
    return sheet(rings, dots(((78, 42), (90, 50), (70, 56), (64, 34), (98, 30), (84, 60), (106, 56)), "soft fill"))


def posterior() -> str:
    """One digit becomes a small cloud inside the prior."""
    cloud = oval(100, 38, 18, 11, "odd fill faint") + oval(100, 38, 18, 11, "odd")
    return sheet(
        oval(84, 45, 52, 36, "soft"), pixels(THREE, 4, 28, 30), arrow((38, 43), (78, 39)), cloud, dot(100, 38, 3)
    )


def normal() -> str:
    """The bell of the normal distribution around zero."""
    return sheet(axes(), curve(bell()), line((80, 10), (80, 76), kind="soft dash"), text(80, 87, "0", "small"))


def deviation() -> str:
    """The width of a bell."""
    width = arrow((80, 40), (96, 40), "odd thick") + arrow((80, 40), (64, 40), "odd thick")
    return sheet(axes(), curve(bell()), width, text(112, 34, "σ", "odd bold"))


def collapse() -> str:
    """Every digit gets the same cloud."""
    arrows = arrow((40, 24), (84, 42), "soft") + arrow((40, 66), (84, 48), "soft")
    return sheet(
        pixels(THREE, 6, 8, 32), pixels(FOUR, 6, 50, 32), arrows, oval(116, 45, 28, 28), oval(116, 45, 26, 26, "odd")
    )


def manifold() -> str:
    """A bent sheet in space, and points on it."""
    upper = [(20 + 120 * t, 30 - 16 * sin(2 * pi * t)) for t in (step / 24 for step in range(25))]
    lower = [(x - 8, y + 40) for x, y in upper]
    points = dots(((44, 38), (62, 46), (84, 56), (104, 66), (120, 52)))
    return sheet(
        area(*upper, *reversed(lower), kind="main fill faint"),
        line(*upper, kind="main"),
        line(*lower, kind="main"),
        points,
    )


def interpolation() -> str:
    """A straight way from one code to another."""
    steps = "".join(dot(30 + 25 * step, 68 - 11.5 * step, 3.5, "main fill") for step in range(5))
    ends = pixels(THREE, 6, 4, 28) + pixels(FOUR, 124, 58, 28)
    return sheet(line((30, 68), (130, 22), kind="soft"), steps, ends)


def spherical() -> str:
    """A way around zero instead of through it."""
    ring = [(80 + 46 * cos(angle), 52 - 38 * sin(angle)) for angle in (pi * step / 24 for step in range(3, 22))]
    straight = line(ring[0], ring[-1], kind="soft dash")
    return sheet(
        oval(80, 52, 46, 38, "soft"),
        straight,
        line(*ring, kind="main thick"),
        dot(80, 52, 2),
        text(88, 66, "0", "small"),
    )


def temperature() -> str:
    """A narrow bell and a wide one."""
    return sheet(axes(), curve(bell(width=0.07)), curve(bell(width=0.22, height=0.45), "odd thick"))


def sample() -> str:
    """A dice throws a point, which becomes a digit."""
    die = box(12, 32, 26, 26) + dot(19, 39, 2) + dot(31, 51, 2) + dot(25, 45, 2)
    return sheet(
        die, arrow((44, 45), (62, 45)), dot(72, 45, 5, "main fill"), arrow((82, 45), (100, 45)), pixels(THREE, 108, 24)
    )
