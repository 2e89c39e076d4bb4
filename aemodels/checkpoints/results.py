"""What experiments found, in JSON files beside the checkpoints: each written by one command, all read here."""

import json
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from aemodels import folders
from aemodels.errors import BadCheckpoint


def path(command: str) -> Path:
    """Return where the results of `python -m aemodels.experiments.<command>` lie."""
    return folders.checkpoints() / f"{command}.json"


def few_labels() -> dict:
    """Read the results of the experiment with few labels.

    Returns:
        "plan", "methods" (title and explanation by name) and "results" by data set, method and number of labels.

    Raises:
        BadCheckpoint: The experiment has not been run, or its file is damaged.
    """
    return _read(
        "few_labels",
        "results with few labels",
        lambda values: values["plan"]["counts"] and values["methods"] and values["results"]["mnist"],
    )


def noise_robustness() -> dict:
    """Read how much noise every denoiser can take.

    Returns:
        "amounts", "images", "seed", "methods" (title by name), "digests" of the models, and "results" by data set and
        method: "mean" and "deviation" of the squared error a pixel at every amount; a filter's "setting" too.

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _read(
        "noise_robustness",
        "results of ever stronger noise",
        lambda values: values["amounts"] and values["methods"] and values["results"]["mnist"],
    )


def anomaly_detection() -> dict:
    """Read how well reconstruction errors tell anomalies from ordinary pictures.

    Returns:
        "clothes" by digits model and "left_out" by digit: "auc", "recall" at the share "rate" of false alarms and "roc"
        ("false_alarms", "found"); of a digit left out in training also its mean squared error a pixel where it is
        "unseen" and where it was "seen", and that of the "others"; "capacity": the area by code size for one "digit";
        "network", "recipe", "seed" and "images".

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _read(
        "anomaly_detection",
        "curves of this alarm",
        lambda values: (
            values["clothes"]
            and len(values["left_out"]) == 10
            and values.keys() >= {"capacity", "rate", "recipe", "seed"}
        ),
    )


def _read(command: str, subject: str, complete: Callable[[dict], object]) -> dict:
    """Read what a command wrote, shared between callers; what is not `complete` counts as damaged."""
    try:
        values = _parsed(path(command), path(command).stat().st_mtime_ns)
        if not complete(values):
            raise ValueError
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        remedy = f"Run `python -m aemodels.experiments.{command}` to make them."
        raise BadCheckpoint(f"The {subject} are missing or damaged. {remedy}") from error
    return values


@lru_cache(maxsize=8)
def _parsed(file: Path, _changed: int) -> dict:
    return json.loads(file.read_text(encoding="utf-8"))
