"""Fifty digits that were drawn for this app, as strokes: five hands, of which each writes in its own way.

They are slanted or upright, narrow or wide; the seven has a bar or none, the four is open or closed, the one has a
serif, a foot or neither, and the two has a loop or none. They need no data set, and look like what the models learnt
from.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np

from aemodels.datasets import Split
from ui.components.pad import Strokes, picture_of

STROKES: dict[str, list[Strokes]] = json.loads(Path(__file__).with_suffix(".json").read_text())
"""By digit, what each hand draws, as on the pad."""


@cache
def split() -> Split:
    """Return pictures (50, 112, 112), as the pad makes them, with their labels; the five of a digit side by side."""
    images = np.stack([picture_of(strokes) for hands in STROKES.values() for strokes in hands])
    labels = np.array([int(digit) for digit, hands in STROKES.items() for _ in hands])
    return Split(images, labels)
