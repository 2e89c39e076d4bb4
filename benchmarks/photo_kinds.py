"""Kinds of pictures that people send, made here: each takes a digit's ink and gives a picture.

These are the kinds that the choice between readings learnt from; those in `photo_kinds_unseen` and
`photo_kinds_hard` only judge it.
"""

import numpy as np
from PIL import Image
from scipy import ndimage

from benchmarks.photo_studio import (
    Kind,
    apart,
    colour,
    either,
    filled_scan,
    filling,
    grain,
    grid,
    inked,
    lit,
    on_paper,
    paper,
    ruled,
    scan,
)

STRETCHED = ("filled scan", "enlarged scan")
"""Kinds that do not keep the digit's shape but stretch it to the whole picture."""


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


def _shade(ink, dice):
    """A band of shade across the sheet and the digit, its edges sharp or soft, straight or bent."""
    picture = inked(on_paper(dice, ink, pen=(-0.2, 0.1)), colour(dice, (0.05, 0.5)), paper(dice))
    y, x = grid(picture) - dice.uniform(0.2, 0.8, (2, 1, 1))
    angle = dice.uniform(0, np.pi)
    away = np.abs(x * np.cos(angle) + y * np.sin(angle) + dice.uniform(-0.5, 0.5) * y**2) - dice.uniform(0.05, 0.25)
    shade = 1 / (1 + np.exp(np.clip(away / 10 ** dice.uniform(-2.7, -1.2), -30, 30)))
    return lit(picture * (1 - dice.uniform(0.25, 0.6) * shade[..., None]), dice, 0.3)


def _surrounded(ink, dice):
    """A sheet or sign with a rim, on something of another colour, plain or rough."""
    mask = on_paper(dice, ink, (0.35, 0.75), (-0.2, 0.2), (260, 320))
    sheet = inked(mask, *apart(dice, 0.5)) if dice.random() < 0.5 else inked(mask, colour(dice, (0, 0.4)), paper(dice))
    for colours in (colour(dice), colour(dice, (0.1, 0.9), (0, 0.6)))[int(dice.integers(2)) :]:
        high, wide = (int(side * dice.uniform(0.01, 0.2)) for side in sheet.shape[:2])
        ground = np.ones((sheet.shape[0] + 2 * high, sheet.shape[1] + 2 * wide, 3)) * colours
        ground += grain(dice, ground.shape[:2], dice.uniform(0.5, 4), dice.uniform(0, 0.08))[..., None]
        ground[high : high + sheet.shape[0], wide : wide + sheet.shape[1]] = sheet
        sheet = np.clip(ground, 0, 1)
    return lit(ndimage.rotate(sheet, dice.uniform(-6, 6), order=1, reshape=False, mode="nearest"), dice, 0.3)


def _crowded(ink, dice):
    """Things lie around the digit, whole or cut by the border."""
    mask = on_paper(dice, ink, (0.3, 0.6), (-0.2, 0.1))
    picture = inked(mask, colour(dice, (0.05, 0.5)), paper(dice))
    free = ndimage.distance_transform_edt(mask < 0.1)
    y, x = np.mgrid[: mask.shape[0], : mask.shape[1]]
    for _ in range(int(dice.integers(1, 4))):
        top, left = (dice.uniform(-0.05, 1.05) * side for side in mask.shape)
        angle, long, short = dice.uniform(0, np.pi), *(mask.shape[0] * dice.uniform(0.02, 0.4, 2))
        across, along = (x - left) * np.cos(angle), (y - top) * np.sin(angle)
        turned = (x - left) * np.sin(angle) - (y - top) * np.cos(angle)
        power = dice.choice([2, 8])
        thing = (np.abs((across + along) / long) ** power + np.abs(turned / short) ** power < 1) & (free > 6)
        picture[thing] = colour(dice, (0.05, 0.8))
    return lit(picture, dice, 0.3)


def _rough(ink, dice):
    """A rough or striped ground."""
    mask = on_paper(dice, ink, (0.4, 0.9), (-0.05, 0.3), (280, 320))
    y, x = grid(mask)
    angle, often = dice.uniform(0, np.pi), dice.uniform(5, 60)
    stripes = dice.uniform(0, 0.06) * np.sin(2 * np.pi * often * (x * np.cos(angle) + y * np.sin(angle)))
    rough = stripes + grain(dice, mask.shape, dice.uniform(0.7, 3), dice.uniform(0.01, 0.08))
    return lit(np.clip(inked(mask, *apart(dice, 0.4)) + rough[..., None], 0, 1), dice, 0.4)


def _enlarged_scan(ink, dice):
    """A scan that someone enlarged, smoothly or not, in grey or in two colours."""
    small = either(filled_scan(ink, dice), dice)
    factor = int(dice.integers(3, 13))
    size = [side * factor for side in small.shape[::-1]]
    way = Image.Resampling.NEAREST if dice.random() < 0.5 else Image.Resampling.BICUBIC
    large = np.asarray(Image.fromarray(small.astype(np.float32)).resize(size, way)).clip(0, 1)
    return (255 * (inked(large, *apart(dice, 0.45)) if dice.random() < 0.3 else large)).astype(np.uint8)


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
    "band of shade": _shade,
    "surrounded": _surrounded,
    "crowded": _crowded,
    "rough ground": _rough,
    "filled scan": lambda ink, d: (255 * either(filled_scan(ink, d), d)).astype(np.uint8),
    "enlarged scan": _enlarged_scan,
}
