"""Kinds of pictures that only judge how pictures are read: no choice was made by them."""

import numpy as np
from PIL import Image
from scipy import ndimage

from benchmarks.photo_studio import Kind, apart, colour, filling, inked, jpeg, lit, on_paper, paper, ruled, scan


def _whiteboard(ink, dice):
    picture = inked(on_paper(dice, ink), colour(dice, (0.3, 0.8), (0.6, 1)), np.array([0.82, 0.85, 0.86]))
    y, x = np.mgrid[0 : 1 : picture.shape[0] * 1j, 0 : 1 : picture.shape[1] * 1j]
    glare = np.exp(-30 * ((x - dice.random()) ** 2 + (y - dice.random() * 0.3) ** 2))
    return lit(np.clip(picture + 0.3 * glare[..., None], 0, 1), dice, 0.4)


def _coloured_chalk(ink, dice):
    mask = on_paper(dice, ink, pen=(-0.1, 0.1))
    grain = ndimage.gaussian_filter(dice.normal(0, 1, mask.shape), 1)
    return lit(inked(mask * np.clip(0.75 + grain, 0, 1), colour(dice, (0.7, 1), (0.3, 0.9)), [0.1, 0.25, 0.18]), dice)


def _sticky_note(ink, dice):
    note = inked(on_paper(dice, ink, (0.4, 0.8), size=(260, 260)), colour(dice, (0.05, 0.4)), [0.95, 0.88, 0.35])
    high, wide = note.shape[:2]
    desk = np.ones((round(1.6 * high), round(2.1 * wide), 3)) * colour(dice, (0.3, 0.7), (0.2, 0.6))
    desk += ndimage.gaussian_filter(dice.normal(0, 0.6, desk.shape), (1, 20, 0)) * 0.4
    y, x = dice.integers(5, desk.shape[0] - high - 5), dice.integers(5, desk.shape[1] - wide - 5)
    desk[y : y + high, x : x + wide] = note
    return lit(np.clip(desk, 0, 1), dice, 0.3)


def _kraft(ink, dice):
    mask = on_paper(dice, ink)
    fibres = ndimage.gaussian_filter(dice.normal(0, 0.25, (*mask.shape, 1)), (1.5, 1.5, 0))
    return lit(inked(mask, [0.12, 0.12, 0.3], np.array([0.68, 0.52, 0.36]) + fibres), dice, 0.4)


def _finger_paint(ink, dice):
    mask = filling(dice, ink, 200, (0.1, 0.35))
    grain = ndimage.gaussian_filter(dice.normal(0, 1, (*mask.shape, 1)), (2, 2, 0))
    one, other = apart(dice, 0.5)
    return lit(np.clip(inked(mask, one, other) + 0.25 * grain * mask[..., None], 0, 1), dice, 0.3)


def _neon(ink, dice):
    mask = filling(dice, ink, 240, (0, 0.3))
    glow = np.maximum(mask, 0.35 * ndimage.gaussian_filter(mask, 8))
    return lit(inked(glow, colour(dice, (0.9, 1), (0.5, 1)), colour(dice, (0.02, 0.15))), dice, 0.2, blur=1.2)


def _same_brightness(ink, dice):
    """A colour on another one of the same luminance."""
    weights = np.array([0.299, 0.587, 0.114])
    one, other = apart(dice, 0.4, saturation=(0.6, 1))
    other = np.clip(other * (one @ weights) / (other @ weights), 0, 1)
    if np.linalg.norm(one - other) < 0.3:
        return _same_brightness(ink, dice)
    return lit(inked(filling(dice, ink), one, other), dice, 0.2)


def _tilted_phone(ink, dice):
    picture = lit(inked(on_paper(dice, ink), colour(dice, (0.05, 0.4)), paper(dice)), dice)
    exif = Image.Exif()
    exif[0x0112] = 6
    return jpeg(np.ascontiguousarray(np.rot90(picture)), 80, exif=exif)


def _close_up_blurred(ink, dice):
    mask = filling(dice, ink, 260)
    y, x = np.mgrid[-1 : 1 : mask.shape[0] * 1j, -1 : 1 : mask.shape[1] * 1j]
    picture = inked(mask, colour(dice, (0.05, 0.5)), paper(dice)) * (1 - 0.3 * (x**2 + y**2))[..., None]
    return lit(picture, dice, 0.3, 0.02, 3.5)


def _half_sheet(ink, dice):
    """A digit on paper, a strip of a dark table beside it."""
    picture = inked(on_paper(dice, ink, (0.4, 0.6), size=(330, 380)), colour(dice, (0.05, 0.4)), paper(dice))
    wide = int(picture.shape[1] * dice.uniform(0.08, 0.3))
    strip = np.ones((picture.shape[0], wide, 3)) * colour(dice, (0.1, 0.35), (0.2, 0.7))
    return lit(np.concatenate([strip, picture] if dice.random() < 0.5 else [picture, strip], 1), dice, 0.4)


def _small_photo(ink, dice, side):
    return lit(inked(filling(dice, ink, side), *apart(dice, 0.5)), dice, 0.2, blur=0.3)


def _thick_photo(ink, dice):
    """A marker or a poster, thick and near the edge, on white with a shadow."""
    return lit(inked(filling(dice, ink, 300, (0.2, 0.35)), colour(dice, (0.1, 0.8), (0.5, 1)), paper(dice)), dice, 0.6)


def _gif(ink, dice):
    mask = filling(dice, ink, 90)
    return Image.fromarray((inked(mask, *apart(dice, 0.6)) * 255).astype(np.uint8)).quantize(16)


UNSEEN: dict[str, Kind] = {
    "whiteboard": _whiteboard,
    "coloured chalk": _coloured_chalk,
    "sticky note": _sticky_note,
    "ballpoint on kraft paper": _kraft,
    "finger paint": _finger_paint,
    "neon sign": _neon,
    "same brightness": _same_brightness,
    "phone turned (EXIF)": _tilted_phone,
    "blurred close-up": _close_up_blurred,
    "strip of a table": _half_sheet,
    "thick marker to the edge": _thick_photo,
    "few colours": _gif,
    "24 pixels": lambda ink, d: _small_photo(ink, d, 24),
    "noisy scan 16": lambda ink, d: np.clip(scan(ink, d) + d.normal(0, 0.06, (16, 16)), 0, 1),
    "scan 20": lambda ink, d: 1 - scan(ink, d, 20),
    "scan 32, grey ground": lambda ink, d: 0.2 + 0.6 * scan(ink, d, 32),
    "coarse JPEG": lambda ink, d: jpeg(lit(ruled(inked(on_paper(d, ink), [0.2] * 3, paper(d)), d, True), d), 12),
}
