"""Drawings of pictures and of how good they are."""

from math import exp

from ui.glossary.pictures.pen import (
    BLURRED,
    FOUR,
    NOISY,
    THREE,
    area,
    arrow,
    axes,
    bars,
    bell,
    box,
    curve,
    dot,
    line,
    pixels,
    sheet,
    text,
)

STAR = ("#..#..#", ".#.#.#.", "..###..", "#######", "..###..", ".#.#.#.", "#..#..#")
FADED = tuple(row.replace("#", "6").replace(".", "2") for row in THREE)


def reconstruction() -> str:
    """The digit, and what comes back."""
    return sheet(pixels(THREE, 18, 24), arrow((66, 45), (94, 45)), pixels(BLURRED, 100, 24, kind="main fill"))


def error() -> str:
    """The pixels in which two pictures differ."""
    lost = ("..1.1..", ".....1.", ".......", "..1.1..", ".1...1.", ".......", "..1.1..")
    return sheet(
        *(pixels(THREE, 6, 24, 40), text(56, 48, "−"), pixels(BLURRED, 64, 24, 40), text(110, 48, "=")),
        pixels(tuple(row.replace("1", "#") for row in lost), 116, 24, 40, "odd fill"),
    )


def corruption() -> str:
    """A clean digit becomes a noisy one."""
    return sheet(pixels(THREE, 18, 24), arrow((66, 45), (94, 45), "odd"), pixels(NOISY, 100, 24))


def denoising() -> str:
    """A noisy digit becomes a clean one."""
    return sheet(pixels(NOISY, 18, 24), arrow((66, 45), (94, 45), "main"), pixels(THREE, 100, 24, kind="main fill"))


def gaussian() -> str:
    """A bell, and the noise that is drawn from it."""
    hill = curve(bell(), "main thick", 10, 80)
    return sheet(line((10, 76), (80, 76), kind="soft"), hill, pixels(NOISY, 104, 24))


def masking() -> str:
    """Pixels that were erased."""
    rows = ("..#.#..", ".......", ".....#.", "...#...", ".......", ".#...#.", "...#...")
    return sheet(pixels(THREE, 18, 24), arrow((66, 45), (94, 45), "odd"), pixels(rows, 100, 24))


def median() -> str:
    """Of nine neighbours the one in the middle."""
    numbers = (1, 2, 2, 3, 9, 3, 3, 4, 4)
    shown = "".join(
        text(26 + 20 * (place % 3), 28 + 20 * (place // 3), str(number), "odd bold" if number == 9 else "ink")
        for place, number in enumerate(numbers)
    )
    return sheet(
        box(14, 12, 64, 62, "soft"),
        shown,
        arrow((88, 44), (108, 44)),
        box(114, 32, 24, 24),
        text(126, 49, "3", "main bold"),
    )


def psnr() -> str:
    """Ten decibels more are a tenth of the error."""
    return sheet(
        bars((0.9, 0.09), 34, 96, kind="main fill"), text(52, 88, "20 dB", "small"), text(100, 88, "30 dB", "small")
    )


def ssim() -> str:
    """Patches of two pictures are compared."""
    return sheet(
        pixels(THREE, 14, 20, 50),
        box(35, 20, 22, 22, "main thick"),
        pixels(FADED, 96, 20, 50),
        box(117, 20, 22, 22, "main thick"),
    )


def baseline() -> str:
    """A line that has to be beaten."""
    return sheet(
        axes(),
        line((16, 34), (148, 34), kind="odd dash"),
        bars((0.85, 0.45, 0.25), 34, 96),
        text(122, 28, "baseline", "odd small"),
    )


def anomaly() -> str:
    """Digits, and something else among them."""
    digits = pixels(THREE, 8, 28, 32) + pixels(FOUR, 46, 28, 32) + pixels(THREE, 122, 28, 32)
    return sheet(digits, pixels(STAR, 84, 28, 32, "odd fill"), box(81, 25, 38, 38, "odd thick"))


def threshold() -> str:
    """A line between ordinary and odd."""
    hill = curve(bell(0.35, 0.11))
    return sheet(axes(), hill, line((102, 10), (102, 76), kind="odd dash"), dot(124, 70, 5, "odd fill"))


def roc() -> str:
    """A curve above the diagonal."""
    return sheet(axes(), line((16, 76), (144, 12), kind="soft dash"), curve(lambda x: 1 - exp(-6 * x)))


def auc() -> str:
    """The area below that curve."""
    points = [(16 + 128 * x, 76 - 64 * (1 - exp(-6 * x))) for x in (step / 32 for step in range(33))]
    return sheet(axes(), area((16, 76), *points, (144, 76), kind="main fill faint"), curve(lambda x: 1 - exp(-6 * x)))


def accuracy() -> str:
    """How many of ten are right."""
    ticks = "".join(
        line(
            (16 + 26 * (n % 5), 32 + 30 * (n // 5)),
            (22 + 26 * (n % 5), 40 + 30 * (n // 5)),
            (34 + 26 * (n % 5), 24 + 30 * (n // 5)),
            kind="main thick",
        )
        for n in range(9)
    )
    return sheet(ticks, line((122, 54), (136, 68), kind="odd thick"), line((136, 54), (122, 68), kind="odd thick"))


def stranger() -> str:
    """A point far from everything seen in training."""
    inside = ((44, 40), (54, 52), (62, 36), (50, 28), (68, 50), (40, 54))
    return sheet(
        *(dot(x, y, 3, "soft fill") for x, y in inside), dot(132, 24, 5, "odd fill"), box(26, 16, 56, 52, "soft dash")
    )


def maximisation() -> str:
    """From noise to the picture that a unit likes."""
    grey = ("3214132", "1423214", "2131423", "4213124", "1324213", "2413142", "3142321")
    return sheet(
        pixels(grey, 10, 24),
        arrow((56, 45), (74, 45)),
        pixels(THREE, 80, 24, kind="main fill"),
        box(136, 18, 12, 58, "soft"),
        box(136, 26, 12, 50, "main fill"),
    )


def likelihood() -> str:
    """A digit is more probable than a star."""
    return sheet(
        pixels(THREE, 14, 44, 34),
        pixels(STAR, 92, 44, 34, "odd fill"),
        bars((0.9,), 54, 30),
        bars((0.06,), 132, 22, kind="odd fill"),
    )


def binarised() -> str:
    """Grey becomes black or white."""
    return sheet(pixels(BLURRED, 18, 24), arrow((66, 45), (94, 45)), pixels(THREE, 100, 24))
