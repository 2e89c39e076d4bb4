"""Fewer or more pixels: what the steps of reading a picture share."""

import numpy as np
from PIL import Image

SHOWN = 512
"""The longest side of a step that is shown."""


def fitted(array: np.ndarray, side: int) -> np.ndarray:
    """Reduce `(H, W, C)` by whole factors to an area of about `side`²."""
    factor = round(np.sqrt(array.shape[0] * array.shape[1]) / side)
    if factor < 2:
        return array
    a, b = min(factor, array.shape[0]), min(factor, array.shape[1])
    h, w = array.shape[0] // a, array.shape[1] // b
    rows = array[: h * a].reshape(h, a, -1).sum(1).reshape(h, array.shape[1], -1)
    total = rows[:, : w * b : b].copy()
    for at in range(1, b):
        total += rows[:, at : w * b : b]
    return total * np.float32(1 / (a * b))


def enlarged(array: np.ndarray, factor: int) -> np.ndarray:
    """Enlarge `(H, W, C)` in [0,1] by a whole factor, smoothly."""
    size = array.shape[1] * factor, array.shape[0] * factor
    channels = np.moveaxis(np.ascontiguousarray(array), 2, 0)
    larger = [Image.fromarray(channel).resize(size, Image.Resampling.BICUBIC) for channel in channels]
    return np.stack([np.asarray(channel) for channel in larger], 2).clip(0, 1)


def span(array: np.ndarray) -> float:
    """Return by how much the channel that differs most differs over the picture `(H, W, C)`."""
    return max(float(np.ptp(np.ascontiguousarray(array[..., channel]))) for channel in range(array.shape[2]))


def shown(array: np.ndarray) -> np.ndarray:
    """Return a step as it is shown: its longest side at most `SHOWN` pixels."""
    if array.ndim == 3 and array.shape[2] == 1:
        array = array[..., 0]
    longest = max(array.shape[:2])
    if longest <= SHOWN:
        return array
    factor = SHOWN / longest
    image = Image.fromarray((array * 255).astype(np.uint8))
    return np.asarray(image.resize([max(1, int(s * factor)) for s in image.size], Image.Resampling.BOX))
