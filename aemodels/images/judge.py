"""Which reading of a picture shows a digit: what makes one, measured, and a small network that weighs it."""

from functools import cache
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from scipy import ndimage

from aemodels.images.blobs import OTHER, SINGLE
from aemodels.images.box import bounds
from aemodels.images.readings import PAPER, Reading

WEIGHTS = Path(__file__).with_suffix(".safetensors")
MEASURES = (
    *("contact", "sides", "area", "extent", "explained", "edge", "kept"),
    *("width", "evenness", "parts", "paper", "single", "other"),
)
"""What is measured of a reading, in this order; see `measures`."""


def scores(readings: list[Reading], look: np.ndarray) -> np.ndarray:
    """Say of each reading how likely it shows a whole digit and nothing else.

    Args:
        readings: At least one.
        look: `(H, W, C)` float32 in [0,1], the picture that they read, of few pixels.

    Returns:
        `(N,)` float, log odds.
    """
    net = _network()
    gradient = ndimage.gaussian_gradient_magnitude(look.mean(2), 1)
    pixels = np.stack([reading.image.ravel() for reading in readings])
    facts = np.stack([measures(reading, look, gradient) for reading in readings])
    facts = (facts - net["mean"]) / net["spread"]
    hidden = np.maximum(np.concatenate([pixels, facts], 1) @ net["w1"] + net["b1"], 0)
    hidden = np.maximum(hidden @ net["w2"] + net["b2"], 0)
    return (hidden @ net["w3"] + net["b3"])[:, 0]


@cache
def _network() -> dict[str, np.ndarray]:
    return {name: values.astype(np.float32) for name, values in load_file(WEIGHTS).items()}


def measures(reading: Reading, look: np.ndarray, gradient: np.ndarray) -> np.ndarray:
    """Measure what makes a digit.

    Args:
        reading: The reading.
        look: `(H, W, C)` float32, the picture.
        gradient: `(H, W)` float32, how steep its brightness is.

    Returns:
        `(13,)` float32: the share of the picture's border that the figure touches, and of its four sides; the share
        of the picture that it covers; its longer side as a share of the picture's; how much of the colours' variance
        around it is explained by being ink or not; how much steeper its rim is than the rest around it; the share of
        the ink nearby that is the figure's; its strokes' width in pixels of the box and how much that varies; its
        number of parts; whether the paper was divided out, whether something beside the figure was left out, and
        whether something else is larger.
    """
    mask = _at(reading.mask, look.shape[:2])
    if not mask.any():
        return np.zeros(len(MEASURES), np.float32)
    top, bottom, left, right = bounds(mask)
    longer = max(bottom - top, right - left)
    margin = longer // 5 + 1
    part = slice(max(0, top - margin), bottom + margin), slice(max(0, left - margin), right + margin)
    facts = [
        np.concatenate([mask[0], mask[-1], mask[:, 0], mask[:, -1]]).mean(),
        np.mean([side.any() for side in (mask[0], mask[-1], mask[:, 0], mask[:, -1])]),
        mask.mean(),
        longer / max(mask.shape),
        _explained(mask[part], look[part]),
        _edge(mask[part], gradient[part]),
        reading.alone.sum() / max(reading.ink.sum(), 1e-6),
        *_strokes(reading.image),
        _parts(reading.image),
        reading.how.startswith(PAPER),
        reading.how.endswith(SINGLE),
        reading.how.endswith(OTHER),
    ]
    return np.array(facts, np.float32)


def _at(mask: np.ndarray, size: tuple[int, ...]) -> np.ndarray:
    """The mask at the picture's size."""
    if mask.shape == size:
        return mask
    rows, columns = (np.arange(whole) * part // whole for whole, part in zip(size, mask.shape, strict=True))
    return mask[rows][:, columns]


def _explained(mask: np.ndarray, colours: np.ndarray) -> float:
    share = float(mask.mean())
    if share in (0, 1):
        return 0.0
    values = colours.reshape(mask.size, -1).T
    inside, all_ = values @ mask.ravel().astype(np.float32) / mask.sum(), values.mean(1)
    total = float((np.square(values).mean(1) - all_**2).sum())
    apart = float(np.square((inside - all_) / (1 - share)).sum())
    return share * (1 - share) * apart / max(total, 1e-6)


def _edge(mask: np.ndarray, gradient: np.ndarray) -> float:
    rim = np.asarray(ndimage.maximum_filter(mask, 3)) & np.logical_not(ndimage.minimum_filter(mask, 3))
    if rim.all() or not rim.any():
        return 0.0
    return float(np.log((gradient[rim].mean() + 1e-4) / (gradient[~rim].mean() + 1e-4)))


def _strokes(image: np.ndarray) -> tuple[float, float]:
    depth = np.asarray(ndimage.distance_transform_edt(np.pad(image, 1) > 0.4))
    ridge = depth[(depth > 0) & (depth == ndimage.maximum_filter(depth, 3))]
    return (float(ridge.mean()), float(ridge.std())) if len(ridge) else (0.0, 0.0)


def _parts(image: np.ndarray) -> int:
    labels = np.zeros(image.shape, np.int32)
    return int(np.asarray(ndimage.label(image > 0.4, np.ones((3, 3)), output=labels)))
