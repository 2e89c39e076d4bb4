"""How many pictures of digits can be read after `normalise`, by kind, and what it costs.

A small network that learnt from MNIST's training images says which digit it sees; a picture is readable if it is right.
The digits are from MNIST's test images, so those of the kinds that were tuned on are new, too; the other kinds had no
part in training. `merely_resized` holds scans of few pixels against no more than resizing and centring.
"""

import statistics
import time

import numpy as np
from torch import nn

from aemodels import datasets
from aemodels.errors import BadImage
from aemodels.images import SIDE, normalise
from aemodels.images.box import centred, resized
from aemodels.images.decode import Picture, colours
from benchmarks import reader
from benchmarks.photo_kinds import TUNED
from benchmarks.photo_kinds_hard import HARD
from benchmarks.photo_kinds_unseen import UNSEEN
from benchmarks.photo_studio import Kind, filled_scan, row, scan

SETS: dict[str, dict[str, Kind]] = {"tuned": TUNED, "unseen": UNSEEN, "hard": HARD}
EACH, SCANS, ROWS = 30, 1000, 30
NOTHING = np.zeros((SIDE, SIDE), np.float32)


def measure() -> dict:
    """Give the shares that can be read or found, and the processor's milliseconds for a photo after decoding."""
    network = reader.train()
    test = datasets.test("mnist")
    result: dict = {name: _by_kind(network, kinds, test) for name, kinds in SETS.items()}
    for shares in result.values():
        shares["all"] = statistics.mean(shares.values())
    return result | _scans(network, test) | {"rows_found": _rows(test), "phone_photo_ms": _cost(test.images[0])}


def _by_kind(network: nn.Module, kinds: dict[str, Kind], test: datasets.Split) -> dict[str, float]:
    shares = {}
    for number, (name, make) in enumerate(kinds.items()):
        pictures = [make(test.images[at], np.random.default_rng([number, at])) for at in range(EACH)]
        images = np.stack([_image(picture) for picture in pictures])
        shares[name] = float((reader.read(network, images) == test.labels[:EACH]).mean())
    return shares


def _image(picture: Picture) -> np.ndarray:
    try:
        return normalise(picture).image
    except BadImage:
        return NOTHING


def _scans(network: nn.Module, test: datasets.Split) -> dict[str, dict[str, float]]:
    """Read scans of dark ink and of light, tightly cut or stretched to all four edges; see `photo_studio`."""
    shares = {}
    for name, make in {"scans": scan, "filled_scans": filled_scan}.items():
        inks = [make(test.images[at], np.random.default_rng(at)) for at in range(SCANS)]
        shares[name] = _held_against_resizing(network, inks, test.labels)
    return shares


def _held_against_resizing(network: nn.Module, inks: list[np.ndarray], labels: np.ndarray) -> dict[str, float]:
    """Give the shares that can be read, and by how much the lower one exceeds what can be read merely resized."""
    ways = {
        "light_ink": map(_image, inks),
        "dark_ink": (_image(np.round(255 * (1 - ink)).astype(np.uint8)) for ink in inks),
        "merely_resized": (centred(resized(ink.astype(np.float32))) for ink in inks),
    }
    shares = {
        name: float((reader.read(network, np.stack(list(images))) == labels[: len(inks)]).mean())
        for name, images in ways.items()
    }
    return shares | {"gain": min(shares["light_ink"], shares["dark_ink"]) - shares["merely_resized"]}


def _rows(test: datasets.Split) -> float:
    """Give the share of rows of two to six digits that are found entirely, and nothing else."""
    complete = 0
    for seed in range(ROWS):
        dice = np.random.default_rng(seed)
        inks = test.images[dice.integers(len(test.images), size=dice.integers(2, 7))]
        picture, _ = row(list(inks), dice)
        complete += len(normalise(picture).digits) == len(inks)
    return complete / ROWS


def _cost(ink: np.ndarray) -> float:
    """Give the median for photos of 12 megapixels as they are after decoding."""
    milliseconds = []
    for seed in range(10):
        photo = TUNED["pen on paper"](ink, np.random.default_rng(seed))
        decoded = colours(np.kron(photo, np.ones((3, 3, 1), np.uint8)))
        start = time.process_time()
        normalise(decoded)
        milliseconds.append(1000 * (time.process_time() - start))
    return statistics.median(milliseconds)
