"""Several digits on one picture: a postcode, a sheet."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from aemodels.errors import BadImage
from aemodels.images.blobs import INKED, Blobs
from aemodels.images.box import bounds, boxed, centred
from aemodels.images.readings import PAPER, Reading

SIMILAR = 0.45
"""Digits are at least this part as high as the highest; what is smaller is a part of one, or a speck."""
MOST = 60
"""More figures than this are a text or a pattern."""
LIES = 0.15
"""What lies along the border with more than this part of its longer side is no digit of several."""


@dataclass(frozen=True)
class Digit:
    """One of several digits.

    Attributes:
        image: `(28, 28)` float32 in [0,1], ink = 1.
        frame: Its top, left, bottom and right on the picture, each as a part of the picture's height or width.
        steps: The pictures on the way to it, by name: "specks dropped", "box", "centred".
    """

    image: np.ndarray
    frame: tuple[float, float, float, float]
    steps: dict[str, np.ndarray]


def several(reading: Reading, view: np.ndarray) -> list[Digit]:
    """Find the digits of a picture, if there are at least two that stand apart, line by line.

    Args:
        reading: How the picture is read.
        view: `(H, W, C)` float32, the picture, at least as large as where it was read.

    Returns:
        The digits; none where the picture shows a single one.
    """
    if len(_figures(reading.flat if not reading.how.startswith(PAPER) else reading.ink_of(view))) < 2:
        return []
    ink = reading.ink_of(view)
    labels, spans = _labelled(ink)
    figures = _figures(ink)
    if not 2 <= len(figures) <= MOST:
        return []
    owners = _owners(spans, figures)
    parts = [[part + 1 for part, owner in owners.items() if owner == figure] for figure in figures]
    digits = [digit for own in parts if (digit := _digit(ink, np.isin(labels, own)))]
    highest = max((_height(digit) for digit in digits), default=0)
    alike = [digit for digit in digits if _height(digit) >= SIMILAR * highest]
    return _in_lines(alike) if len(alike) > 1 else []


def _height(digit: Digit) -> float:
    return digit.frame[2] - digit.frame[0]


def _labelled(ink: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number the connected pieces of ink; and their first row and column and those after the last, (N, 4)."""
    labels = np.zeros(ink.shape, np.int32)
    ndimage.label(ink > INKED, np.ones((3, 3)), output=labels)
    spans = [(rows.start, columns.start, rows.stop, columns.stop) for rows, columns in ndimage.find_objects(labels)]
    return labels, np.array(spans, int).reshape(-1, 4)


def _figures(ink: np.ndarray) -> list[int]:
    """Say which pieces of ink are as large as digits of one hand, and lie apart from each other."""
    labels, spans = _labelled(ink)
    if len(spans) < 2:
        return []
    sizes = (spans[:, 2:] - spans[:, :2]).max(1)
    rim = np.concatenate([labels[0], labels[-1], labels[1:-1, 0], labels[1:-1, -1]])
    clear = np.bincount(rim, minlength=len(spans) + 1)[1:] <= LIES * sizes
    if not clear.any():
        return []
    heights = spans[:, 2] - spans[:, 0]
    large = np.flatnonzero(clear & (heights >= SIMILAR * heights[clear].max()))
    return [int(at) for at in large if not any(_stacked(spans[at], spans[other]) for other in large if other < at)]


def _stacked(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether a piece lies close above, below or inside another, as parts of one digit do."""
    (top, left, bottom, right), (above, start, below, end) = one, other
    across = min(right, end) - max(left, start)
    apart = max(top, above) - min(bottom, below)
    return across > 0.5 * min(right - left, end - start) and apart < 0.1 * max(bottom - top, below - above)


def _owners(spans: np.ndarray, figures: list[int]) -> dict[int, int]:
    """Give each piece to the figure that it belongs to; a piece far from all of them is left out."""
    owners = {figure: figure for figure in figures}
    for part, (top, left, bottom, right) in enumerate(spans):
        if part in owners:
            continue
        chosen = spans[figures]
        gaps = np.maximum.reduce(
            [chosen[:, 0] - bottom, top - chosen[:, 2], chosen[:, 1] - right, left - chosen[:, 3], 0 * chosen[:, 0]]
        )
        nearest = int(gaps.argmin())
        if gaps[nearest] < 0.25 * (chosen[nearest, 2] - chosen[nearest, 0]) and max(bottom - top, right - left) > 2:
            owners[part] = figures[nearest]
    return owners


def _digit(ink: np.ndarray, own: np.ndarray) -> Digit | None:
    """Cut one digit out of the ink of all."""
    top, bottom, left, right = bounds(own)
    near = (slice(max(0, top - 2), bottom + 2), slice(max(0, left - 2), right + 2))
    alone = ink[near] * ndimage.maximum_filter(own[near], 3)
    try:
        alone = alone * Blobs(alone).main
    except BadImage:
        return None
    box = boxed(alone)
    image = centred(box)
    height, width = ink.shape
    frame = (top / height, left / width, bottom / height, right / width)
    return Digit(image, frame, {"specks dropped": alone, "box": box, "centred": image})


def _in_lines(digits: list[Digit]) -> list[Digit]:
    """Order digits as one reads: a line goes on as long as middles lie within what is above and below."""
    lines: list[list[Digit]] = []
    for digit in sorted(digits, key=lambda digit: digit.frame[0] + digit.frame[2]):
        middle = (digit.frame[0] + digit.frame[2]) / 2
        if lines and middle < np.mean([other.frame[2] for other in lines[-1]]):
            lines[-1].append(digit)
        else:
            lines.append([digit])
    return [digit for line in lines for digit in sorted(line, key=lambda digit: digit.frame[1])]
