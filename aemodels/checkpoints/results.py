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


def few_labels_by_class() -> dict:
    """Read which digits every method gets wrong.

    Returns:
        "errors": ten shares by method and number of labels; "accuracy" of the classifiers that are kept, "whole" and
        "kept", by method and number of labels; "plan" and "rank".

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _read(
        "few_labels_by_class",
        "errors by digit",
        lambda values: values["errors"] and values["accuracy"] and values["plan"]["seeds"],
    )


def layer_by_layer() -> dict:
    """Read how networks learn that are trained layer by layer, and all at once.

    Returns:
        "shallow" and "deep" networks by name: "title", "mse", "parameters", "seconds" and "course" (phase, mse and
        seconds of every epoch); of deep ones the chosen "rate" and the errors of those "tried"; "pca_mse" and
        "mean_image_mse".

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _read(
        "layer_by_layer",
        "networks trained layer by layer",
        lambda values: values["shallow"]["greedy"]["course"] and values["deep"]["small_weights"] and values["pca_mse"],
    )


def row_by_row() -> dict:
    """Read how the error of recurrent models falls with the rows that they have read.

    Returns:
        "models" by name: "mean", "low" and "high" (5 % of the images lie below, 5 % above) for every row.

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _read(
        "row_by_row", "errors by rows read", lambda values: all(one["mean"] for one in values["models"].values())
    )


def sentences() -> dict:
    """Read which words of the test sentences come back, place by place, and how similar codes are.

    Returns:
        "models" by name: "by_position" and "by_length" (share, deviation of it and number of sentences), "own_cosines"
        and "shuffled_cosines" as counts in "edges", "pca" the same shares for PCA.

    Raises:
        BadCheckpoint: It has not been measured, or its file is damaged.
    """
    return _read(
        "sentences", "figures of sentences", lambda values: all(one["by_position"] for one in values["models"].values())
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
