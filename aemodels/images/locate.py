"""Where on a photograph the digit is: which of the dark or light spots."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from aemodels.errors import BadImage
from aemodels.images.blobs import EDGE, INKED, Blobs
from aemodels.images.ink import flatten, ramp

FAINT, SHARP = 0.06, 0.05
"""Ink is darker than its paper by this part at least, and gets so by this part of it per pixel."""

OUTLINED, STEP = 0.9, 0.35
"""Ink ends sharply along this part of its outline: as steeply as `STEP` of where it ends most steeply."""

WINDOWS = (0.3, 0.12, 0.05)
"""The paper is what is left without dark things narrower than this part of the picture: strokes, then shadows too."""

ROUNDS, SMALL = 5, 0.25
"""How many things are looked at before a search ends; one smaller than this part of the first is a speck."""


@dataclass(frozen=True)
class Found:
    """What may be the digit.

    Attributes:
        mask: `(H, W)` bool.
        outlined: Whether it ends sharply all around, as ink does and shadows and parts of sheets do not.
        contact: How much of its longest side lies on the border.
        extent: Its longest side, in pixels.
    """

    mask: np.ndarray
    outlined: bool
    contact: float
    extent: int

    @property
    def clear(self) -> bool:
        """Whether it ends sharply all around, and keeps clear of the border."""
        return self.outlined and self.contact == 0


def search(picture: np.ndarray) -> tuple[np.ndarray, np.ndarray, bool]:
    """Flatten a picture and say where the digit is, roughly.

    Dark ink or light, what is clear goes before what does not even end sharply. A light blob that is solid and has
    dark ink inside is a sheet on a table: the ink inside is the digit.

    Args:
        picture: `(H, W)` float32 in [0,1].

    Returns:
        The flattened picture `(H, W)`, the digit's mask `(H, W)` bool, and whether its ink is light.

    Raises:
        BadImage: nothing stands out of the noise.
    """
    step = ndimage.maximum_filter(ndimage.gaussian_gradient_magnitude(picture, 1.5, truncate=2.5), 3)
    on_paper, dark = _flat_and_found(picture, step, False, WINDOWS)
    on_board, light = _flat_and_found(picture, step, True, WINDOWS[:1])
    if any(found and found.clear for found in (dark, light)):
        dark, light = (found if found and found.outlined else None for found in (dark, light))
    if light and not (dark and (_is_sheet(light.mask, dark.mask) or not _lighter(picture, light.mask, dark.mask))):
        return on_board, light.mask, True
    if dark is None:
        raise BadImage("There is no ink on the picture. Draw or photograph one dark digit on light paper.")
    return on_paper, dark.mask, False


def _flat_and_found(
    picture: np.ndarray, step: np.ndarray, light: bool, windows: tuple[float, ...]
) -> tuple[np.ndarray, Found | None]:
    """Take what stands out first if it is clear; else wipe out what stands out, and go on."""
    for window in windows:
        flat = flatten(picture, light, window)
        found = find(flat, step, rounds=1)
        if found and found.clear:
            return flat, found
    flat = flatten(picture, light, windows[0])
    return flat, find(flat, step, ROUNDS)


def _lighter(picture: np.ndarray, light: np.ndarray, dark: np.ndarray) -> bool:
    """Whether the light blob is the ink: it has the longer and sharper outline for its area, and light is rare."""
    edge = ndimage.gaussian_gradient_magnitude(picture, 1)
    stroke_like = [edge[mask].sum() * edge[mask].mean() for mask in (light, dark)]
    return np.log(stroke_like[0] / stroke_like[1]) + 0.5 * _lightness(ndimage.gaussian_filter(picture, 0.8)) > 0


def _is_sheet(mask: np.ndarray, inside: np.ndarray) -> bool:
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    box = np.zeros_like(mask)
    box[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1] = True
    solid = mask[box].mean() > 0.45
    return bool(solid and (inside & box).sum() > 0.9 * inside.sum() and inside.sum() < 0.5 * mask.sum())


def _lightness(picture: np.ndarray) -> float:
    """Above 0 where the rarer side of the brightness, at three scales, is the lighter one."""
    step = max(1, round(np.sqrt(picture.size) / 200))
    few = picture[::step, ::step]
    skew = 0.0
    for part in (0.1, 0.25, 0.4):
        rest = few - ndimage.uniform_filter(few, max(3, round(part * np.sqrt(few.size))))
        skew += (rest**3).mean() / max((rest**2).mean(), 1e-9) ** 1.5
    return float(skew)


def find(dark: np.ndarray, step: np.ndarray, rounds: int) -> Found | None:
    """The digit on a flattened picture, or None where nothing stands out of the noise.

    The threshold follows the darkest things; while these fade like a shadow or reach the border, they are wiped out.

    Args:
        dark: `(H, W)` float32, see `flatten`.
        step: `(H, W)` float32, how steep the picture is around each pixel.
        rounds: How many things are looked at.
    """
    dark = ndimage.gaussian_filter(dark, 0.7)
    edge = ndimage.gaussian_gradient_magnitude(dark, 2, truncate=2.5)
    noise = _noise(dark)
    lot: list[Found] = []
    for _ in range(rounds):
        level = np.partition(dark, -30, axis=None)[-30:].mean() if dark.size > 4000 else dark.max()
        if level < max(6 * noise, FAINT):
            break
        ink = ramp(dark, max(level, 10 * noise), 0.25, 0.55)
        blobs = Blobs(ink, photo=True)
        if np.quantile(edge[blobs.main], 0.95) > SHARP * level:
            lot.append(Found(blobs.main, _outlined(blobs.main & (ink > INKED), step), *blobs.measures))
            if lot[-1].clear and lot[-1].extent > SMALL * lot[0].extent:
                return lot[-1]
            wiped = blobs.main | blobs.touching
        else:
            wiped = ndimage.binary_propagation(blobs.main, mask=blobs.main | (dark > FAINT / 2))
        dark = np.where(wiped, 0, dark)
    return min(lot, key=lambda found: found.contact > EDGE, default=None)


def _outlined(ink: np.ndarray, step: np.ndarray) -> bool:
    rim = step[ink & np.logical_not(ndimage.binary_erosion(ink, border_value=1))]
    return bool((rim > STEP * np.quantile(rim, 0.9)).mean() > OUTLINED)


def _noise(dark: np.ndarray) -> float:
    """The spread within a tile of 16x16 pixels, in a quiet part of the picture."""
    rows, columns = (max(1, side // 16) for side in dark.shape)
    height, width = dark.shape[0] // rows, dark.shape[1] // columns
    tiles = dark[: rows * height, : columns * width].reshape(rows, height, columns, width)
    return float(np.quantile(tiles.std(axis=(1, 3)), 0.25))
