"""Drawings of networks and of what is in them."""

from math import exp, tanh

from ui.glossary.pictures.pen import (
    BLURRED,
    THREE,
    area,
    arrow,
    axes,
    bars,
    box,
    curve,
    dot,
    layers,
    line,
    pixels,
    sheet,
    text,
)

CODE = (0.45, 0.2, 0.6)


def _halves(left: str, right: str) -> str:
    """Two trapeziums that meet in a narrow middle, each with its kind."""
    return (
        area((56, 18), (76, 36), (76, 54), (56, 72), kind=left)
        + area((104, 18), (84, 36), (84, 54), (104, 72), kind=right)
        + box(77, 36, 6, 18, "odd fill")
    )


def autoencoder() -> str:
    """A digit, two halves with a narrow middle, and the digit again."""
    return sheet(pixels(THREE, 6, 24), _halves("main fill", "main fill"), pixels(BLURRED, 112, 24))


def encoder() -> str:
    """The left half is strong."""
    return sheet(pixels(THREE, 6, 24), _halves("main fill", "soft"), arrow((64, 84), (78, 84), "main"))


def decoder() -> str:
    """The right half is strong."""
    return sheet(_halves("soft", "main fill"), pixels(BLURRED, 112, 24), arrow((82, 84), (96, 84), "main"))


def bottleneck() -> str:
    """The narrowest layer of a network is marked."""
    return sheet(layers((6, 4, 2, 4, 6), marked=(2,)))


def code() -> str:
    """A digit becomes three numbers."""
    numbers = ("0.8", "−1.3", "0.4")
    shown = [text(120, 32 + 20 * place, number, "main bold") for place, number in enumerate(numbers)]
    return sheet(pixels(THREE, 16, 24), arrow((68, 45), (88, 45)), box(98, 14, 44, 62, "main"), *shown)


def unit() -> str:
    """Three inputs with weights run into one unit."""
    inputs = "".join(dot(20, y, 5, "ink paper") + line((26, y), (84, 45), kind="soft") for y in (15, 45, 75))
    weights = text(50, 22, "× 0.5", "small") + text(50, 41, "× −2", "small") + text(50, 74, "× 1", "small")
    return sheet(inputs, weights, dot(94, 45, 12, "main"), text(94, 49, "Σ", "main bold"), arrow((108, 45), (142, 45)))


def weight() -> str:
    """One strong and one weak connection."""
    strong = line((30, 25), (126, 45), kind="main thick") + text(72, 24, "1.9", "main bold")
    weak = line((30, 68), (126, 45), kind="soft") + text(72, 76, "0.1", "small")
    return sheet(strong, weak, dot(24, 25, 6, "ink paper"), dot(24, 68, 6, "ink paper"), dot(132, 45, 7, "ink paper"))


def activation() -> str:
    """Units as columns, some active, some not."""
    return sheet(line((16, 76), (148, 76), kind="soft"), bars((0.7, 0.1, 0, 0.95, 0.3, 0), 20, 126))


def layer() -> str:
    """One column of a network is marked."""
    return sheet(layers((4, 5, 3), marked=(1,)))


def dense() -> str:
    """Every unit is joined to every other."""
    return sheet(layers((5, 5), left=40, right=120))


def linear() -> str:
    """A straight line."""
    return sheet(axes(), curve(lambda x: 0.1 + 0.8 * x))


def non_linear() -> str:
    """A straight line beside one that bends."""
    bent = curve(lambda x: 0.1 + 0.8 / (1 + exp(-12 * (x - 0.5))))
    return sheet(axes(), curve(lambda x: 0.1 + 0.8 * x, "soft dash"), bent)


def relu() -> str:
    """Flat at zero, then straight up."""
    return sheet(axes(), line((80, 8), (80, 76), kind="soft dash"), curve(lambda x: max(0, 2 * x - 1) * 0.9))


def sigmoid() -> str:
    """An S between 0 and 1."""
    marks = text(10, 79, "0", "small") + text(10, 18, "1", "small")
    return sheet(axes(), marks, curve(lambda x: 0.95 / (1 + exp(-10 * (x - 0.5)))))


def hyperbolic() -> str:
    """An S between -1 and 1."""
    marks = text(9, 79, "−1", "small") + text(10, 18, "1", "small") + line((16, 44), (148, 44), kind="soft dash")
    return sheet(axes(), marks, curve(lambda x: 0.5 + 0.47 * tanh(5 * (x - 0.5))))


def convolution() -> str:
    """A small window slides over a picture."""
    window = box(6, 18, 24, 24, "main thick") + arrow((33, 30), (48, 30), "main")
    grid = "".join(box(100 + 14 * (place % 3), 24 + 14 * (place // 3), 12, 12, "soft") for place in range(9))
    return sheet(pixels(THREE, 6, 18, 54), window, arrow((66, 45), (92, 45)), grid, box(100, 24, 12, 12, "main fill"))


def feature_maps() -> str:
    """Three maps that one picture gives."""
    edges = (("#..", "#..", "#.."), ("###", "...", "..."), ("#..", ".#.", "..#"))
    maps = "".join(pixels(rows, 96, 6 + 27 * place, 24, "main fill") for place, rows in enumerate(edges))
    return sheet(pixels(THREE, 14, 24), *(arrow((60, 45), (88, 18 + 27 * place), "soft") for place in range(3)), maps)


def pooling() -> str:
    """Of four neighbours the largest stays."""
    numbers = "".join(
        text(30 + 26 * (place % 2), 38 + 24 * (place // 2), str(number), "main bold" if number == 7 else "ink")
        for place, number in enumerate((1, 7, 0, 3))
    )
    return sheet(
        box(16, 19, 54, 52), numbers, arrow((80, 45), (104, 45)), box(112, 32, 26, 26), text(125, 50, "7", "main bold")
    )


def lstm() -> str:
    """A memory is handed from step to step."""
    steps = "".join(
        box(16 + 46 * place, 30, 30, 26, "main") + arrow((31 + 46 * place, 80), (31 + 46 * place, 60), "soft")
        for place in range(3)
    )
    memory = arrow((47, 43), (60, 43), "odd thick") + arrow((93, 43), (106, 43), "odd thick")
    return sheet(
        steps, memory, text(78, 20, "memory", "odd small"), *(text(31 + 46 * n, 47, str(n + 1)) for n in range(3))
    )


def dead_unit() -> str:
    """One unit never lights up."""
    heights = (0.6, 0.8, 0, 0.5, 0.7)
    cross = line((66, 60), (78, 72), kind="odd thick") + line((78, 60), (66, 72), kind="odd thick")
    return sheet(line((16, 76), (148, 76), kind="soft"), bars(heights, 20, 126), cross)


def dropout() -> str:
    """Some units of a layer are crossed out."""
    crossed = "".join(
        line((75, y - 5), (85, y + 5), kind="odd thick") + line((85, y - 5), (75, y + 5), kind="odd thick")
        for y in (33, 57)
    )
    return sheet(layers((4, 5, 4)), crossed)


def tied() -> str:
    """The same weights forwards and backwards."""
    down, up = arrow((44, 20), (72, 40), "main thick"), arrow((88, 40), (116, 20), "main thick")
    return sheet(
        box(14, 10, 28, 70), box(118, 10, 28, 70), box(74, 32, 12, 26, "odd fill"), down, up, text(80, 80, "W = W")
    )
