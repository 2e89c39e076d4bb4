"""Where data sets, checkpoints, unfinished runs and variants lie."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
VARIANTS = ROOT / "aemodels" / "variants"
"""One file per variant."""


def data() -> Path:
    """Return the data folder: `AEMODELS_DATA`, or `data/` in the checkout."""
    return Path(os.environ.get("AEMODELS_DATA") or ROOT / "data")


def checkpoints() -> Path:
    """Return the folder of the checkpoints: `AEMODELS_CHECKPOINTS`, or `checkpoints/` in the checkout."""
    return Path(os.environ.get("AEMODELS_CHECKPOINTS") or ROOT / "checkpoints")


def runs() -> Path:
    """Return the folder of unfinished trainings, rehearsals and locks: `runs/` beside the checkpoints they become."""
    return checkpoints() / "runs"
