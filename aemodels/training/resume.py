"""What is kept of an unfinished run, so that an interrupted training loses nothing."""

import os
from pathlib import Path

import torch

from aemodels.specs import Spec


def save(path: Path, spec: Spec, state: dict) -> None:
    """Write a run's state; a crash while writing leaves the one before.

    Args:
        path: File.
        spec: What is being trained, and how.
        state: Tensors, numbers, lists and dicts.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    torch.save({"spec": repr(spec), "state": state}, unfinished)
    os.replace(unfinished, path)


def load(path: Path, spec: Spec) -> dict | None:
    """Read a run's state; None where there is none, or where it belongs to another spec or recipe."""
    if not path.exists():
        return None
    kept = torch.load(path, weights_only=True)
    return kept["state"] if kept["spec"] == repr(spec) else None
