"""Drawings of what is minimised, and on which pictures."""

from math import log

from ui.glossary.pictures.pen import area, arrow, axes, bars, bell, box, curve, dot, line, sheet, text, valley


def penalty() -> str:
    """Two things are added up, and both are to be small."""
    return sheet(
        *(box(18, 40, 34, 36, "main fill"), box(64, 58, 34, 18, "odd fill"), text(58, 62, "+"), text(108, 62, "=")),
        *(box(118, 22, 30, 36, "main fill"), box(118, 58, 30, 18, "odd fill")),
    )


def sparse() -> str:
    """Of many units, a few are on."""
    return sheet(line((12, 76), (148, 76), kind="soft"), bars((0, 0, 0.8, 0, 0, 0, 0.6, 0, 0, 0, 0, 0.9, 0), 14, 134))


def divergence() -> str:
    """How far one bell is from another."""
    apart = arrow((66, 22), (108, 22), "odd thick") + arrow((108, 22), (66, 22), "odd thick")
    return sheet(axes(), curve(bell(0.38, 0.13, 0.75), "soft thick"), curve(bell(0.72, 0.09, 0.85)), apart)


def bound() -> str:
    """A bar below a line that it cannot cross."""
    limit = line((30, 20), (134, 20), kind="ink dash")
    return sheet(
        limit,
        box(54, 32, 24, 44, "main fill"),
        box(86, 26, 24, 50, "main fill faint"),
        text(82, 14, "log p(x)", "small"),
    )


def nats() -> str:
    """The rarer something is, the more nats it costs."""
    return sheet(axes(), curve(lambda x: min(1, -log(max(x, 0.02)) / 4)), text(96, 86, "probability", "small"))


def cross_entropy() -> str:
    """What is said with certainty and wrong costs most."""
    right = curve(lambda x: min(1, -log(max(x, 0.02)) / 4))
    return sheet(
        axes(),
        right,
        dot(26, 21, 4, "odd fill"),
        dot(132, 72, 4, "main fill"),
        text(66, 22, "sure, wrong", "odd small"),
    )


def squared() -> str:
    """Twice the difference counts four times."""
    return sheet(
        box(24, 52, 22, 22, "main fill"),
        box(84, 22, 52, 52, "odd fill faint"),
        text(35, 86, "1", "small"),
        text(110, 86, "2² = 4", "small"),
    )


def split() -> str:
    """Many pictures to learn from, a few to choose by, a few to report."""
    parts = (
        box(10, 34, 96, 24, "soft fill faint")
        + box(108, 34, 16, 24, "main fill")
        + box(126, 34, 26, 24, "soft fill faint")
    )
    return sheet(parts, text(58, 50, "training", "small"), text(116, 26, "validation", "main small"))


def held_out() -> str:
    """The last part of the pictures, kept aside."""
    parts = (
        box(10, 34, 96, 24, "soft fill faint")
        + box(108, 34, 16, 24, "soft fill faint")
        + box(126, 34, 26, 24, "odd fill")
    )
    return sheet(parts, text(58, 50, "training", "small"), text(139, 26, "test", "odd small"))


def beta() -> str:
    """A dial between two terms."""
    beam = line((36, 56), (124, 34), kind="ink thick") + area((80, 45), (70, 80), (90, 80), kind="soft fill faint")
    return sheet(beam, dot(36, 46, 9, "main fill"), dot(124, 22, 11, "odd fill"), text(124, 26, "β", "paper bold"))


def bounded_variance() -> str:
    """Of many sampled codes the heavy ones count more."""
    return sheet(
        axes(),
        *(
            dot(30 + 18 * place, 76 - 9 * size, size, "main fill faint")
            for place, size in enumerate((2, 4, 6.5, 3, 5, 2.5))
        ),
    )


def seed() -> str:
    """The same number gives the same dice."""
    dice = "".join(box(84 + 34 * place, 32, 26, 26) + dot(97 + 34 * place, 45, 3) for place in range(2))
    return sheet(text(34, 50, "seed 7", "main bold"), arrow((62, 45), (78, 45)), dice, text(114, 49, "=", "small"))


def closed_form() -> str:
    """One step to the bottom."""
    return sheet(axes(), curve(valley, "ink"), arrow((26, 30), (80, 68), "main thick"), dot(80, 70, 4, "main fill"))
