"""Where data sets, checkpoints, unfinished runs and variants lie: in a clone beside the code, else where one works."""

import os
from pathlib import Path

PACKAGE = Path(__file__).parent
VARIANTS = PACKAGE / "variants"
"""One file per variant."""
PACKED = PACKAGE / "_checkpoints"
"""The weights inside a library that was built with them."""


def _is_clone(folder: Path) -> bool:
    settings = folder / "pyproject.toml"
    return settings.is_file() and 'name = "aemodels"' in settings.read_text(encoding="utf-8").splitlines()


IN_CLONE = _is_clone(PACKAGE.parent)
"""Whether the code lies in a clone of the project, not in a folder of installed libraries."""
ROOT = PACKAGE.parent if IN_CLONE else Path()
"""The clone; the current folder for an installed library."""


def data() -> Path:
    """Return the data folder: `AEMODELS_DATA`, or `data/` in the clone or the current folder."""
    return Path(os.environ.get("AEMODELS_DATA") or ROOT / "data")


def checkpoints() -> Path:
    """Return the folder of the checkpoints.

    Returns:
        `AEMODELS_CHECKPOINTS` if it is set; in a clone `checkpoints/`; in an installed library the weights that it was
        built with, or `checkpoints/` in the current folder if there are none.
    """
    named = os.environ.get("AEMODELS_CHECKPOINTS")
    if named:
        return Path(named)
    return PACKED if not IN_CLONE and PACKED.is_dir() else ROOT / "checkpoints"


def runs() -> Path:
    """Return the folder of unfinished trainings, rehearsals and locks: `runs/` beside the checkpoints they become."""
    return Path("runs") if checkpoints() == PACKED else checkpoints() / "runs"
