"""A drawing that is hardly more than a dot, and why models see it as a disc."""

import numpy as np

from ui import words
from ui.components.pad import UNITS, Strokes

DOT = 0.1  # of the pad's side
TINY = (
    "**Why does a dot become a disc?** Every drawing is enlarged or shrunk until it is 20 pixels long, as all digits "
    "in training were. Draw a whole digit, of any size."
)


def explain(strokes: Strokes) -> None:
    """Say below the pad what becomes of a dot, if strokes that rest are hardly more than one."""
    if not strokes:
        return
    points = np.concatenate([np.reshape(stroke, (-1, 2)) for stroke in strokes])
    if float(np.ptp(points, axis=0).max()) < DOT * UNITS:
        words.caption(TINY)
