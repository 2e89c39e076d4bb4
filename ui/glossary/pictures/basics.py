"""Drawings of what all the rest is explained with."""

from ui.glossary.pictures.pen import (
    BLURRED,
    FOUR,
    LEFT_GROUP,
    NOISY,
    RIGHT_GROUP,
    THREE,
    area,
    arrow,
    axes,
    bars,
    box,
    curve,
    dot,
    dots,
    layers,
    pixels,
    sheet,
    text,
)

SHIRT = (".#...#.", "#######", "#.###.#", "..###..", "..###..", "..###..", "..###..")


def network() -> str:
    """Columns of units, each joined to all of the next."""
    return sheet(layers((4, 5, 3), left=40, right=120))


def deep() -> str:
    """Many columns of units one behind the other."""
    return sheet(layers((5, 4, 3, 2, 3, 4, 5), left=16, right=144))


def pixel() -> str:
    """A digit of squares, one of them marked."""
    return sheet(pixels(THREE, 46, 11, 68), box(94.6, 30.4, 9.7, 9.7, "odd thick"), arrow((140, 35), (110, 35), "odd"))


def training() -> str:
    """A copy that gets better with the steps."""
    shown = pixels(NOISY, 8, 26, 36), pixels(BLURRED, 62, 26, 36), pixels(THREE, 116, 26, 36)
    return sheet(*shown, arrow((47, 44), (59, 44), "main"), arrow((101, 44), (113, 44), "main"))


def model() -> str:
    """A box into which a picture goes and out of which one comes."""
    middle = box(60, 22, 40, 46, "main") + text(80, 51, "0.8 …", "main small")
    return sheet(
        pixels(THREE, 4, 27, 36),
        arrow((43, 45), (57, 45)),
        middle,
        arrow((103, 45), (117, 45)),
        pixels(BLURRED, 120, 27, 36),
    )


def hole() -> str:
    """A place between two groups of codes, and the nonsense that stands for it."""
    groups = dots(LEFT_GROUP, "soft fill") + dots(RIGHT_GROUP, "soft fill")
    return sheet(groups, dot(76, 46, 6, "odd"), arrow((82, 38), (104, 20), "odd"), pixels(NOISY, 112, 4, 34))


def noise() -> str:
    """A digit under noise."""
    return sheet(pixels(NOISY, 46, 11, 68))


def mnist() -> str:
    """Digits with their labels."""
    shown = pixels(THREE, 22, 12, 48), pixels(FOUR, 90, 12, 48)
    return sheet(*shown, text(46, 80, "3", "main bold"), text(114, 80, "4", "main bold"))


def fashion() -> str:
    """A shirt with its label."""
    trousers = area((100, 14), (128, 14), (132, 60), (119, 60), (114, 28), (109, 60), (96, 60), kind="ink fill")
    return sheet(
        *(
            pixels(SHIRT, 22, 12, 48),
            trousers,
            text(46, 80, "shirt", "main bold"),
            text(114, 80, "trousers", "main bold"),
        )
    )


def distribution() -> str:
    """How often each value occurs, as bars and as a line."""
    heights = (0.08, 0.2, 0.45, 0.75, 0.9, 0.7, 0.4, 0.2, 0.08)
    return sheet(
        axes(), bars(heights, 20, 120, kind="soft fill"), curve(lambda x: 0.92 * 2 ** (-((x - 0.5) ** 2) * 28))
    )
