"""Hard photographs that only judge how pictures are read: the network that chooses never learnt from them."""

import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage

from benchmarks.photo_studio import Kind, colour, filling, grain, grid, inked, jpeg, lit, on_paper, paper, ruled


def _written(ink, dice, **how):
    """A digit on white paper, not photographed yet."""
    return inked(on_paper(dice, ink, **how), colour(dice, (0.05, 0.45)), paper(dice))


def _sleeve(ink, dice):
    """The sharp shadow of an arm across the sheet."""
    picture = _written(ink, dice)
    y, x = grid(picture)
    away = np.abs((x - dice.uniform(0.2, 0.8)) * np.cos(lean := dice.uniform(-0.6, 0.6)) + (y - 0.5) * np.sin(lean))
    shadow = ndimage.gaussian_filter((away < dice.uniform(0.06, 0.2)).astype(float), 2)
    return lit(picture * (1 - 0.45 * shadow[..., None]), dice, 0.3)


def _flash(ink, dice):
    picture = _written(ink, dice, part=(0.4, 0.7), pen=(-0.1, 0.1))
    y, x = grid(picture)
    glare = np.exp(-40 * ((x - dice.uniform(0.1, 0.9)) ** 2 + (y - dice.uniform(0.05, 0.3)) ** 2))
    return lit(np.clip(picture * 0.85 + 0.8 * glare[..., None], 0, 1), dice, 0.5)


def _crumpled(ink, dice):
    picture = _written(ink, dice, part=(0.4, 0.7))
    folds = np.zeros(picture.shape[:2])
    y, x = grid(picture)
    for _ in range(10):
        angle, at = dice.uniform(0, np.pi), dice.uniform(-0.2, 1.2)
        folds += dice.uniform(-0.09, 0.09) * np.sign(x * np.cos(angle) + y * np.sin(angle) - at)
    return lit(picture * (1 + ndimage.gaussian_filter(folds, 1.5))[..., None], dice, 0.3)


def _sepia(ink, dice):
    tones = _written(ink, dice).mean(2, keepdims=True) ** 1.3
    y, x = grid(tones)
    round_ = 1 - 1.1 * ((x - 0.5) ** 2 + (y - 0.5) ** 2)
    return lit(tones * round_[..., None] * np.array([1, 0.84, 0.62]) + 0.05, dice, 0.2, 0.03)


def _blue_paper(ink, dice):
    pens = ([0.1, 0.1, 0.2], [0.9, 0.9, 0.95], [0.75, 0.15, 0.2])
    return lit(inked(on_paper(dice, ink), pens[dice.integers(3)], [0.4, 0.6, 0.85]), dice, 0.5)


def _moire(ink, dice):
    """A screen, photographed: its pixels beat with the sensor's."""
    picture = inked(on_paper(dice, ink, pen=(-0.1, 0.15)), *([[0.1] * 3, [0.9] * 3][:: int(dice.choice([-1, 1]))]))
    y, x = grid(picture)
    waves = [np.sin(2 * np.pi * (x * dice.uniform(8, 25) + y * dice.uniform(-20, 20) + at / 3)) for at in range(3)]
    return lit(picture * (1 - 0.12 * (1 + np.stack(waves, 2))), dice, 0.3)


def _night(ink, dice):
    return lit(0.25 * _written(ink, dice, part=(0.4, 0.7), pen=(-0.05, 0.1)), dice, 0.4, 0.05)


def _shaken(ink, dice):
    picture = _written(ink, dice, part=(0.4, 0.7), pen=(-0.05, 0.1))
    blurred = ndimage.uniform_filter1d(picture, max(3, picture.shape[0] // 18), axis=int(dice.integers(2)))
    return lit(blurred, dice, 0.4)


def _enamel(ink, dice):
    """A house number, white on blue, with a rim, on a wall."""
    mask = on_paper(dice, ink, (0.5, 0.65), (0, 0.2), (240, 300))
    sign = inked(mask, [0.93, 0.93, 0.9], [0.1, 0.2, 0.55])
    sign[:4] = sign[-4:] = sign[:, :4] = sign[:, -4:] = 0.93
    wall = [np.pad(sign[..., at], 30, constant_values=dice.uniform(0.45, 0.75)) for at in range(3)]
    return lit(np.clip(np.stack(wall, 2) + grain(dice, (*wall[0].shape, 1), 2, 0.03), 0, 1), dice, 0.3)


def _embroidered(ink, dice):
    mask = on_paper(dice, ink, (0.5, 0.8), (0, 0.2), (280, 300))
    y, x = np.mgrid[: mask.shape[0], : mask.shape[1]]
    thread, cloth = 0.8 + 0.2 * np.sin((x + y) / 1.5), 0.88 + 0.12 * np.sin(x / 1.2) * np.sin(y / 1.2)
    stitched = inked(mask, colour(dice, (0.2, 0.9), (0.5, 1)), np.full(3, dice.uniform(0.75, 0.9)))
    return lit(stitched * np.where(mask > 0.5, thread, cloth)[..., None], dice, 0.3)


def _engraved(ink, dice):
    """Cut into stone: one side of each stroke lit, the other in shadow, its ground a little darker."""
    mask = ndimage.gaussian_filter(on_paper(dice, ink, (0.5, 0.8), (-0.05, 0.1), (280, 300)), 1)
    slope = ndimage.sobel(mask, 0) + ndimage.sobel(mask, 1)
    stone = 0.6 + grain(dice, mask.shape, 1.5, 0.03) - 0.22 * mask + 0.08 * slope
    return lit(np.clip(stone, 0, 1)[..., None] * np.array([1, 0.97, 0.9]), dice, 0.2)


def _finger(ink, dice):
    """A finger before a corner of the lens."""
    picture = _written(ink, dice, part=(0.35, 0.55))
    y, x = grid(picture)
    away = np.hypot(x - dice.integers(2), y - dice.integers(2)) / dice.uniform(0.25, 0.4)
    finger = 1 / (1 + np.exp(12 * (away - 1)))[..., None]
    return lit(finger * np.array([0.75, 0.5, 0.42]) + (1 - finger) * picture, dice, 0.3)


def _table_cloth(ink, dice):
    sheet = _written(ink, dice, part=(0.4, 0.7), size=(240, 300))
    high, wide = (round(side * dice.uniform(1.25, 1.5)) for side in sheet.shape[:2])
    y, x = np.mgrid[:high, :wide]
    checks = ((x // 18 + y // 18) % 2)[..., None]
    cloth = checks * colour(dice, (0.3, 0.8)) + (1 - checks) * colour(dice, (0.3, 0.8))
    top, left = (high - sheet.shape[0]) // 2, (wide - sheet.shape[1]) // 2
    cloth[top : top + sheet.shape[0], left : left + sheet.shape[1]] = sheet
    return lit(cloth, dice, 0.3)


def _cut_line(ink, dice):
    """The lower parts of a line of writing at the upper edge."""
    picture = _written(ink, dice, part=(0.4, 0.6), pen=(-0.2, 0))
    high, wide = picture.shape[:2]
    sheet = Image.new("L", (wide, high // 8))
    words = "".join(dice.choice(list("abdeghknopqsty  "), 60))
    ImageDraw.Draw(sheet).text((-4, -high // 14), words, 255, font_size=max(9, high // 9))
    written = np.asarray(sheet)[..., None] / 255
    return lit(np.concatenate([written * 0.25 + (1 - written) * picture[0, 0], picture]), dice, 0.3)


def _ball_pen(ink, dice):
    mask = on_paper(dice, ink, (0.35, 0.6), (-0.25, -0.15))
    return lit(ruled(inked(mask, [0.15, 0.2, 0.6], paper(dice)), dice, True), dice, 0.5)


def _smeared_board(ink, dice):
    mask = on_paper(dice, ink, (0.4, 0.7), (-0.1, 0.1))
    smears = 0.12 * (ndimage.gaussian_filter(dice.normal(0, 6, mask.shape), (3, 30)) > 0.2) + 0.1
    board = (smears * ndimage.gaussian_filter(dice.random(mask.shape), 1))[..., None] + np.array([0.12, 0.17, 0.15])
    return lit(inked(mask * np.clip(dice.normal(0.85, 0.2, mask.shape), 0, 1), [0.9] * 3, board), dice, 0.4)


def _asphalt(ink, dice):
    mask = filling(dice, ink, 260, (0.05, 0.25))
    rough = np.clip(0.35 + grain(dice, mask.shape, 1, 0.08), 0, 1)[..., None]
    chalk = mask * np.clip(0.75 + grain(dice, mask.shape, 1, 0.25), 0, 1)
    return lit(inked(chalk, colour(dice, (0.9, 1)), rough), dice)


def _see_through(ink, dice):
    """Paper that lets the writing on its back shine through."""
    picture = _written(ink, dice, part=(0.4, 0.65))
    back = ndimage.gaussian_filter(np.roll(picture[:, ::-1], picture.shape[0] // 4, 0), (2, 2, 0))
    return lit(picture * (1 - 0.22 * (1 - back / back.max())), dice, 0.4)


def _bars(ink, dice):
    """A photo between black bars, as on a phone's screen."""
    picture = lit(_written(ink, dice, part=(0.4, 0.7)), dice, 0.4)
    return np.pad(picture, [(round(picture.shape[0] * dice.uniform(0.15, 0.4)),) * 2, (0, 0), (0, 0)])


def _dark_corners(ink, dice):
    picture = _written(ink, dice, part=(0.4, 0.7))
    y, x = grid(picture)
    return lit(picture * (1 - 1.7 * np.clip(np.hypot(x - 0.5, y - 0.5) - 0.2, 0, 0.55))[..., None], dice, 0.2)


HARD: dict[str, Kind] = {
    "shadow of an arm": _sleeve,
    "flash": _flash,
    "crumpled": _crumpled,
    "sepia": _sepia,
    "blue paper": _blue_paper,
    "screen with moire": _moire,
    "night": _night,
    "shaken": _shaken,
    "house number on enamel": _enamel,
    "embroidered": _embroidered,
    "engraved": _engraved,
    "finger in a corner": _finger,
    "checked table cloth": _table_cloth,
    "cut line of writing": _cut_line,
    "ball pen on squares": _ball_pen,
    "smeared board": _smeared_board,
    "chalk on asphalt": _asphalt,
    "writing shines through": _see_through,
    "black bars": _bars,
    "dark corners": _dark_corners,
    "very coarse JPEG": lambda ink, d: jpeg(lit(_written(ink, d), d), 8),
}
