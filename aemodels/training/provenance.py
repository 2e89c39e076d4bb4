"""How weights came about, recorded when they are published."""

import platform
import subprocess

import accelerate
import numpy
import torch

from aemodels import folders
from aemodels.checkpoints.card import Provenance
from aemodels.specs import Recipe
from aemodels.training import phase, processes


def record(recipe: Recipe, command: str) -> Provenance:
    """Record what computes here and now.

    Args:
        recipe: Of the training; one of no epochs is a closed form without optimiser.
        command: What repeats the training.
    """
    versions = {"python": platform.python_version(), "torch": torch.__version__.split("+")[0]}
    return Provenance(
        **optimisation(recipe),
        device=processes.device_name(),
        processes=processes.state().num_processes,
        threads=torch.get_num_threads(),
        versions=versions | {"accelerate": accelerate.__version__, "numpy": numpy.__version__},
        commit=commit(),
        command=command,
    )


def optimisation(recipe: Recipe) -> dict[str, str | None]:
    """Return "optimiser" and "schedule" in words; None each for a closed form."""
    if not recipe.epochs:
        return {"optimiser": None, "schedule": None}
    return {"optimiser": phase.optimiser_in_words(recipe), "schedule": phase.schedule_in_words(recipe)}


def commit() -> str | None:
    """Return git's commit of this code, "+" behind it where it has been changed since; None outside of a checkout."""
    if not (folders.ROOT / ".git").exists():
        return None
    try:
        head = _git("rev-parse", "HEAD")
        return head + ("+" if _git("status", "--porcelain", "--", "aemodels") else "")
    except (OSError, subprocess.CalledProcessError):
        return None


def _git(*words: str) -> str:
    command = ["git", "-C", str(folders.ROOT), *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
