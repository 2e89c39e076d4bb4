"""Drawings of training: what falls, what is pulled, what is kept."""

from math import exp

from ui.glossary.pictures.pen import (
    THREE,
    arrow,
    axes,
    box,
    curve,
    dot,
    layers,
    line,
    oval,
    pixels,
    sheet,
    text,
    valley,
)


def _falling(x: float) -> float:
    return 0.1 + 0.8 * exp(-4 * x)


def loss() -> str:
    """A number that falls while the network learns."""
    return sheet(axes(), curve(_falling), dot(34, 76 - 64 * _falling(0.14), 4, "odd fill"))


def gradient() -> str:
    """The slope at a point of a valley."""
    return sheet(
        axes(),
        curve(valley, "ink"),
        dot(42, 76 - 64 * valley(0.203), 4, "odd fill"),
        arrow((44, 40), (62, 62), "odd thick"),
    )


def descent() -> str:
    """Steps down into a valley."""
    steps = [(x, valley(x)) for x in (0.04, 0.16, 0.27, 0.36, 0.43, 0.48)]
    places = [(16 + 128 * x, 76 - 64 * y) for x, y in steps]
    return sheet(
        axes(), curve(valley, "ink"), line(*places, kind="odd"), *(dot(*place, 3, "odd fill") for place in places)
    )


def learning_rate() -> str:
    """Small steps and steps that are too large."""
    small, large = ((0.05, 0.11, 0.17, 0.23), (0.1, 0.88, 0.14, 0.84))
    walks = [
        line(*((16 + 128 * x, 76 - 64 * valley(x)) for x in walk), kind=kind)
        for walk, kind in ((small, "main thick"), (large, "odd"))
    ]
    return sheet(axes(), curve(valley, "soft"), *walks)


def optimiser() -> str:
    """Two ways to the bottom, one shorter."""
    rings = oval(96, 50, 44, 26, "soft") + oval(96, 50, 26, 15, "soft") + dot(96, 50, 3)
    zigzag = line((20, 14), (50, 70), (66, 28), (78, 66), (88, 40), (96, 50), kind="soft dash")
    return sheet(rings, zigzag, line((20, 14), (46, 40), (74, 52), (96, 50), kind="main thick"))


def epoch() -> str:
    """All pictures once, then again from the beginning."""
    pictures = "".join(box(18 + 22 * place, 36, 18, 18, "main fill faint") for place in range(5))
    back = line((136, 45), (148, 45), (148, 74), (10, 74), (10, 45), kind="odd") + arrow((10, 45), (16, 45), "odd")
    return sheet(pictures, back, text(80, 24, "1, 2, 3 …", "small"))


def batch() -> str:
    """Of many pictures, a few at once."""
    squares = "".join(
        box(12 + 17 * (place % 8), 12 + 17 * (place // 8), 13, 13, "main fill" if place in (9, 10, 11, 12) else "soft")
        for place in range(32)
    )
    return sheet(squares, box(25, 25, 74, 21, "odd dash"))


def overfitting() -> str:
    """The error on other pictures rises again."""
    rising = curve(lambda x: 0.25 + 0.65 * exp(-6 * x) + 0.3 * max(0, x - 0.35), "odd thick")
    return sheet(
        axes(),
        curve(_falling),
        rising,
        text(134, 84, "training", "main small"),
        text(128, 30, "validation", "odd small"),
    )


def augmentation() -> str:
    """One digit, moved and turned."""
    turned = f'<g transform="rotate(14 80 45)">{pixels(THREE, 62, 27, 36)}</g>'
    other = f'<g transform="rotate(-10 130 45)">{pixels(THREE, 113, 27, 34)}</g>'
    return sheet(pixels(THREE, 8, 27, 36), turned, other)


def fine_tuning() -> str:
    """All layers learn together after each learnt alone."""
    return sheet(
        layers((5, 3, 3, 5), marked=(0, 1, 2, 3)),
        arrow((40, 84), (120, 84), "odd thick"),
        arrow((120, 84), (40, 84), "odd thick"),
    )


def pretraining() -> str:
    """The first layer learns alone."""
    return sheet(layers((5, 3, 3, 5), marked=(0, 1)), box(12, 6, 60, 78, "odd dash"))


def frozen() -> str:
    """A layer with a lock, and one that learns."""
    lock = box(36, 42, 28, 24, "main fill") + line((42, 42), (42, 30), (58, 30), (58, 42), kind="main thick")
    return sheet(
        box(18, 14, 64, 62, "soft"),
        lock,
        arrow((86, 45), (102, 45)),
        box(106, 22, 36, 46, "odd"),
        text(124, 49, "learns", "odd small"),
    )
