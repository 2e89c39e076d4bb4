"""What pictures of digits are made with: shapes, inks, papers, light and cameras."""

import colorsys
import io
from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy import ndimage

from aemodels.images.box import BOX, centred

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


def grid(picture: np.ndarray) -> np.ndarray:
    """Return each pixel's place down and across, from 0 to 1, (2, H, W)."""
    return np.mgrid[0 : 1 : picture.shape[0] * 1j, 0 : 1 : picture.shape[1] * 1j]


def grain(dice: np.random.Generator, size: tuple[int, ...], smooth: float, spread: float) -> np.ndarray:
    """Return smoothed noise of a standard deviation, of a size (H, W) or (H, W, C)."""
    noise = ndimage.gaussian_filter(dice.normal(0, 1, size), smooth, axes=(0, 1))
    return noise * (spread / noise.std())


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


def stretched(ink: np.ndarray) -> np.ndarray:
    """Stretch a digit (28, 28) to MNIST's whole box, as data sets do that do not keep shapes: (28, 28)."""
    rows, columns = np.flatnonzero(ink.max(1) > 0.2), np.flatnonzero(ink.max(0) > 0.2)
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float32)
    return centred(np.asarray(Image.fromarray(cut).resize((BOX, BOX), Image.Resampling.BICUBIC)).clip(0, 1))


def filled_scan(ink: np.ndarray, dice: np.random.Generator, pen=(-0.1, 0.35)) -> np.ndarray:
    """Stretch a digit to all four edges of a scan of 14 to 18 pixels, thin or so thick that ink outweighs the paper.

    Returns:
        (H, W) float in [0, 1], ink 1, from 6 to 256 shades of grey.
    """
    large = shape(stretched(ink), 96, dice.uniform(*pen), margin=0)
    size = tuple(int(side) for side in dice.integers(14, 19, 2))
    small = np.asarray(Image.fromarray(large).resize(size, Image.Resampling.BOX))
    levels = dice.integers(6, 256)
    return np.round(small * levels) / levels


def either(picture: np.ndarray, dice: np.random.Generator) -> np.ndarray:
    """Make of dark ink light ink, by chance."""
    return picture if dice.random() < 0.5 else 1 - picture


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
