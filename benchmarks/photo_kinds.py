"""Pictures of digits as people send them, made here: each kind takes a figure's shape and gives a picture.

`TUNED` are the kinds that the choice between readings learnt from, `UNSEEN` those that only judge it.
"""

import colorsys
import io
from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy import ndimage

Kind = Callable[[np.ndarray, np.random.Generator], np.ndarray | bytes | Image.Image]


def shape(ink: np.ndarray, height: int, pen: float = 0.0, margin: int = 3) -> np.ndarray:
    """Redraw a small digit large, with smooth edges.

    Args:
        ink: (28, 28) float in [0, 1].
        height: Of the longer side of the ink on the result, in pixels.
        pen: Above 0 thickens strokes, below 0 thins them; from -0.25 to 0.35.
        margin: Pixels around the ink.

    Returns:
        (H, W) float32 in [0, 1].
    """
    rows, columns = np.flatnonzero(ink.max(1) > 0.2), np.flatnonzero(ink.max(0) > 0.2)
    cut = np.pad(ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], 3)
    scale = (height + 2) / (max(cut.shape) - 6) * 1.0
    size = [max(2, round(side * scale)) for side in cut.shape[::-1]]
    big = np.asarray(Image.fromarray(cut.astype(np.float32)).resize(size, Image.Resampling.BICUBIC))
    big = ndimage.gaussian_filter(big, 0.35 * scale)
    drawn = np.clip((big - (0.45 - pen)) * max(2.0, scale / 2) + 0.5, 0, 1)
    rows, columns = np.flatnonzero(drawn.max(1) > 0.3), np.flatnonzero(drawn.max(0) > 0.3)
    cut = drawn[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.pad(cut, margin).astype(np.float32)


def placed(figure: np.ndarray, size: tuple[int, int], dice: np.random.Generator) -> np.ndarray:
    """Put a shape somewhere on a picture of (H, W) zeros, cut where it does not fit."""
    mask = np.zeros(size, np.float32)
    figure = figure[: size[0], : size[1]]
    top, left = (int(dice.integers(0, whole - part + 1)) for whole, part in zip(size, figure.shape, strict=True))
    mask[top : top + figure.shape[0], left : left + figure.shape[1]] = figure
    return mask


def colour(dice: np.random.Generator, value=(0.2, 0.95), saturation=(0.3, 1.0)) -> np.ndarray:
    """Return a colour, (3,), in [0, 1]."""
    return np.array(colorsys.hsv_to_rgb(dice.random(), dice.uniform(*saturation), dice.uniform(*value)))


def inked(mask: np.ndarray, ink, ground) -> np.ndarray:
    """Return a picture (H, W, 3) of one colour on another."""
    return mask[..., None] * np.asarray(ink) + (1 - mask[..., None]) * np.asarray(ground)


def lit(picture: np.ndarray, dice: np.random.Generator, fall=0.5, noise=0.012, blur=0.6) -> np.ndarray:
    """Photograph it: light that falls off to one side, a lens that blurs, a sensor with noise; (H, W, 3) uint8."""
    y, x = np.mgrid[-1 : 1 : picture.shape[0] * 1j, -1 : 1 : picture.shape[1] * 1j]
    angle = dice.uniform(0, 2 * np.pi)
    light = 1 - fall * dice.uniform(0.3, 1) * (0.5 + 0.5 * (x * np.cos(angle) + y * np.sin(angle)) / 1.42)
    shaded = ndimage.gaussian_filter(picture * light[..., None], (blur, blur, 0))
    return (np.clip(shaded + dice.normal(0, noise, shaded.shape), 0, 1) * 255).astype(np.uint8)


def paper(dice: np.random.Generator) -> np.ndarray:
    """Return the colour of white paper, (3,)."""
    return dice.uniform(0.8, 0.97) - np.array([0, 0.01, 0.05]) * dice.random()


def jpeg(picture: np.ndarray, quality: int, **options) -> bytes:
    """Return the bytes of a JPEG file."""
    held = io.BytesIO()
    Image.fromarray(picture).save(held, "JPEG", quality=quality, **options)
    return held.getvalue()


def on_paper(dice: np.random.Generator, ink: np.ndarray, part=(0.3, 0.7), pen=(-0.2, 0.1), size=(330, 440)):
    """Return a mask (H, W), at most of a size, of a digit of a part of the picture's height."""
    scale = dice.uniform(0.35, 1)
    size = tuple(round(scale * side) for side in size)
    figure = shape(ink, int(size[0] * dice.uniform(*part)), dice.uniform(*pen))
    return placed(figure, size, dice)


def filling(dice: np.random.Generator, ink: np.ndarray, side: int = 220, pen=(-0.05, 0.3)) -> np.ndarray:
    """Return a digit's mask that fills its picture to the edge, or is cut a little by it; at most `side` high."""
    side = round(side * dice.uniform(0.4, 1)) if side > 100 else side
    mask = shape(ink, side, dice.uniform(*pen), margin=0)
    cut, pad = int(side * max(0, dice.uniform(-0.04, 0.03))), int(side * max(0, dice.uniform(-0.05, 0.05)))
    return np.pad(mask[cut : mask.shape[0] - cut, cut : mask.shape[1] - cut], pad)


def apart(dice: np.random.Generator, least: float = 0.3, **ranges) -> tuple[np.ndarray, np.ndarray]:
    """Return two colours that differ by some distance."""
    while True:
        one, other = colour(dice, **ranges), colour(dice, **ranges)
        if np.linalg.norm(one - other) > least:
            return one, other


def ruled(picture: np.ndarray, dice: np.random.Generator, squared: bool) -> np.ndarray:
    """Draw the lines of a school book below the ink."""
    size = picture.shape[0]
    step, phase = int(size * dice.uniform(0.07, 0.15)), int(dice.integers(0, size // 14))
    thick = max(1, size // 160)
    lines = np.zeros(picture.shape[:2], np.float32)
    for at in range(phase, max(lines.shape), step):
        lines[at : at + thick] = 1
        if squared:
            lines[:, at : at + thick] = 1
    lines = ndimage.rotate(lines, dice.uniform(-3, 3), reshape=False, order=1, mode="reflect")
    return picture * (1 - lines[..., None] * np.array([0.3, 0.2, 0.08]))


def scan(ink: np.ndarray, dice: np.random.Generator, side: int = 16, pen=(-0.15, 0.2)) -> np.ndarray:
    """Cut tightly and shrink, as the post's scans of 16 x 16 are: float in [0, 1], ink 1, many shades of grey."""
    large = shape(ink, 96, dice.uniform(*pen), margin=0)
    wide = int(side * min(1, large.shape[1] / 96 * dice.uniform(1.0, 1.25)))
    small = Image.fromarray(large).resize((max(3, wide), side), Image.Resampling.BOX)
    left = (side - small.width) // 2
    out = np.zeros((side, side), np.float32)
    out[:, left : left + small.width] = np.asarray(small)
    return np.clip(ndimage.gaussian_filter(out, dice.uniform(0, 0.5)) * 1.15, 0, 1)


def _chalk(ink, dice):
    mask = on_paper(dice, ink, pen=(-0.1, 0.1))
    dust = mask * np.clip(dice.normal(0.9, 0.2, mask.shape), 0, 1)
    board = np.array([0.13, 0.2, 0.17]) + 0.05 * dice.random()
    return lit(inked(dust, [0.9, 0.9, 0.87], board), dice)


def _hard_shadow(ink, dice):
    picture = inked(on_paper(dice, ink), colour(dice, (0.05, 0.4)), paper(dice))
    y, x = np.mgrid[0 : 1 : picture.shape[0] * 1j, 0 : 1 : picture.shape[1] * 1j]
    edge = x * dice.uniform(-1, 1) + y * dice.uniform(-1, 1)
    return lit(picture * np.where(edge > np.quantile(edge, dice.uniform(0.3, 0.7)), 0.55, 1.0)[..., None], dice, 0.2)


def _table(ink, dice):
    sheet = inked(on_paper(dice, ink, size=(260, 330)), colour(dice, (0.05, 0.5)), paper(dice))
    room = [(round(side * dice.uniform(0.03, 0.3)), round(side * dice.uniform(0.03, 0.3))) for side in sheet.shape[:2]]
    below = colour(dice, (0.15, 0.45), (0.2, 0.6))
    return lit(np.stack([np.pad(sheet[..., at], room, constant_values=below[at]) for at in range(3)], 2), dice, 0.3)


def _transparent(ink, dice):
    alpha = on_paper(dice, ink, (0.5, 0.9), (-0.1, 0.3), (280, 280))
    rgb = np.ones((*alpha.shape, 3)) * colour(dice)
    return (np.concatenate([rgb, alpha[..., None]], 2) * 255).astype(np.uint8)


def _dark_mode(ink, dice):
    mask = on_paper(dice, ink, (0.4, 0.75), (-0.1, 0.25), (400, 400))
    return (inked(mask, colour(dice, (0.8, 1), (0, 0.5)), np.full(3, dice.uniform(0.05, 0.16))) * 255).astype(np.uint8)


def _coloured(ink, dice):
    return lit(inked(filling(dice, ink), *apart(dice, 0.45)), dice, 0.25)


def _coloured_margin(ink, dice):
    mask = on_paper(dice, ink, (0.6, 0.95), (0.05, 0.3), (300, 320))
    return lit(inked(mask, *apart(dice, 0.45)), dice, 0.3)


def _pen_lying(ink, dice):
    """Something long and dark lies across the border beside the digit."""
    mask = on_paper(dice, ink, pen=(-0.25, 0))
    picture = inked(mask, colour(dice, (0.05, 0.5)), paper(dice))
    wide = round(picture.shape[1] * dice.uniform(0.3, 0.5))
    picture = np.concatenate([picture, np.ones((picture.shape[0], wide, 3)) * picture[0, 0]], 1)
    y, x = np.mgrid[0 : picture.shape[0], 0:wide]
    away = np.abs(x - wide * dice.uniform(0.3, 0.7) + (y - picture.shape[0] * dice.random()) * dice.uniform(-0.4, 0.4))
    lying = (away < wide * dice.uniform(0.05, 0.15)) & (y < picture.shape[0] * dice.uniform(0.5, 1.2))
    picture[:, -wide:][lying] = colour(dice, (0.05, 0.5))
    return lit(picture, dice, 0.3)


def _hand(ink, dice):
    """The soft shadow of fingers on the lines of a school book."""
    picture = ruled(inked(on_paper(dice, ink, pen=(-0.25, 0)), colour(dice, (0.1, 0.5)), paper(dice)), dice, False)
    y, x = np.mgrid[0 : 1 : picture.shape[0] * 1j, 0 : 1 : picture.shape[1] * 1j]
    shadow = np.zeros_like(x)
    for lean in (-0.35, 0.05, 0.4):
        away = np.hypot((x - dice.uniform(0.3, 0.7) - lean * (1 - y)) / 0.08, (y - 1) / dice.uniform(0.4, 0.8))
        shadow = np.maximum(shadow, 1 / (1 + np.exp(9 * (away - 1))))
    return lit(picture * (1 - 0.5 * shadow[..., None]), dice, 0.2)


def _strip(ink, dice):
    """A picture that is much wider or higher than its digit."""
    picture = inked(on_paper(dice, ink, (0.4, 0.8)), colour(dice, (0.05, 0.4)), paper(dice))
    pad = [(int(dice.integers(0, 900)), int(dice.integers(0, 900))), (0, 0)]
    pad = pad if dice.random() < 0.5 else pad[::-1]
    return lit(np.pad(picture, [*pad, (0, 0)], mode="edge"), dice, 0.4)


TUNED: dict[str, Kind] = {
    "pen on paper": lambda ink, d: lit(inked(on_paper(d, ink), colour(d, (0.05, 0.45)), paper(d)), d, 0.7),
    "coloured pen": lambda ink, d: lit(inked(on_paper(d, ink), colour(d, (0.5, 0.95), (0.7, 1)), paper(d)), d),
    "pencil": lambda ink, d: lit(inked(on_paper(d, ink, pen=(-0.25, -0.1)), np.full(3, 0.6), paper(d)), d, 0.4),
    "lined": lambda ink, d: lit(ruled(inked(on_paper(d, ink), colour(d, (0.1, 0.4)), paper(d)), d, False), d),
    "squared": lambda ink, d: lit(ruled(inked(on_paper(d, ink), colour(d, (0.1, 0.4)), paper(d)), d, True), d),
    "chalk": _chalk,
    "hard shadow": _hard_shadow,
    "sheet on a table": _table,
    "a pen lies there": _pen_lying,
    "shadow of a hand": _hand,
    "very long": _strip,
    "low light": lambda ink, d: lit(0.3 * inked(on_paper(d, ink, pen=(-0.1, 0.1)), np.full(3, 0.2), paper(d)), d, 0.5),
    "close-up": lambda ink, d: lit(inked(filling(d, ink), colour(d, (0.05, 0.4)), paper(d)), d, 0.4),
    "close-up, light ink": lambda ink, d: lit(inked(filling(d, ink), paper(d), colour(d, (0.05, 0.4))), d, 0.4),
    "coloured figure to the edge": _coloured,
    "coloured figure with a margin": _coloured_margin,
    "canvas to the edge": lambda ink, d: filling(d, ink, 200),
    "black canvas to the edge": lambda ink, d: 1 - filling(d, ink, 200),
    "transparent": _transparent,
    "dark screen": _dark_mode,
    "scan 16": lambda ink, d: scan(ink, d),
    "scan 16, white": lambda ink, d: np.round(255 * (1 - scan(ink, d))).astype(np.uint8),
    "thick scan 16": lambda ink, d: scan(ink, d, pen=(0.15, 0.35)),
    "scan 28": lambda ink, d: 1 - scan(ink, d, 28),
    "small photo": lambda ink, d: lit(inked(filling(d, ink, 40), colour(d, (0.05, 0.4)), paper(d)), d, blur=0.4),
}


def row(inks: list[np.ndarray], dice: np.random.Generator) -> tuple[np.ndarray, list[tuple[int, int]]]:
    """Write several digits in a row, with a pen on paper or chalk on a board.

    Returns:
        The photo (H, W, 3), and the first and last column of each digit.
    """
    height = int(dice.integers(30, 90))
    figures = [shape(ink, height, dice.uniform(-0.15, 0.1), margin=0) for ink in inks]
    gaps = [int(height * dice.uniform(0.15, 0.8)) for _ in range(len(inks) + 1)]
    mask = np.zeros((int(height * dice.uniform(1.5, 3)), sum(gaps) + sum(figure.shape[1] for figure in figures)))
    places, left = [], gaps[0]
    for figure, gap in zip(figures, gaps[1:], strict=True):
        top = (mask.shape[0] - figure.shape[0]) // 2 + int(0.08 * height * dice.uniform(-1, 1))
        mask[top : top + figure.shape[0], left : left + figure.shape[1]] = figure
        places.append((left, left + figure.shape[1]))
        left += figure.shape[1] + gap
    colours = colour(dice, (0.05, 0.4)), paper(dice)
    return lit(inked(mask, *(colours if dice.random() < 0.7 else colours[::-1])), dice), places
