"""How the error falls with the rows that were read: `python -m aemodels.experiments.row_by_row [--json FILE]`.

A recurrent autoencoder has a code after every row. Each is decoded and compared with the whole picture, over 2,000 test
images.
"""

import sys
from functools import lru_cache
from typing import NamedTuple

import numpy as np

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId

MODELS = {"mnist": "recurrent_digits", "fashion": "recurrent"}
"""The recurrent model of every data set."""
ROWS = 28
BATCH = 250
IMAGES = 2000
DIGITS = 5
QUANTILES = (5, 95)


class Reading(NamedTuple):
    """What a model knows of a picture after every row.

    Attributes:
        codes: (28, D).
        pictures: (28, 28, 28) what each decodes to, in [0, 1].
        errors: (28,) mean squared error a pixel of each against the whole picture.
    """

    codes: np.ndarray
    pictures: np.ndarray
    errors: np.ndarray


def read(name: str, image: np.ndarray) -> Reading:
    """Let a recurrent model read one picture (28, 28), row by row.

    Raises:
        BadCheckpoint: The model's checkpoint is missing or damaged.
    """
    return _read(cards.read(name).id, np.asarray(image, np.float32).tobytes())


@lru_cache(maxsize=256)
def _read(model: ModelId, picture: bytes) -> Reading:
    codes, pictures, errors = _read_all(model.name, np.frombuffer(picture, np.float32).reshape(1, ROWS, ROWS))
    return Reading(codes[0], pictures[0], errors[0])


def _read_all(name: str, images: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return codes (N, 28, D), pictures (N, 28, 28, 28) and errors (N, 28) of images (N, 28, 28)."""
    import torch

    network: torch.nn.Module = aemodels.load(name)
    with torch.inference_mode():
        x = torch.from_numpy(np.array(images))[:, None]
        codes = network.codes_by_row(x)  # pyright: ignore[reportCallIssue]
        pictures = network.decode(codes.flatten(0, 1)).view(len(x), ROWS, ROWS, ROWS)  # pyright: ignore[reportCallIssue]
        return codes.numpy(), pictures.numpy(), (pictures - x).square().mean((2, 3)).numpy()


def measure() -> dict:
    """Read the first `IMAGES` test images with both models; as `results.row_by_row` returns it."""
    found = {}
    for data, name in MODELS.items():
        images = datasets.load_pictures(data).test.images[:IMAGES]
        parts = [_read_all(name, images[start : start + BATCH])[2] for start in range(0, len(images), BATCH)]
        errors = np.concatenate(parts)
        low, high = np.percentile(errors, QUANTILES, axis=0)
        rows = {"mean": errors.mean(0), "low": low, "high": high}
        found[name] = {key: values.astype(float).round(DIGITS).tolist() for key, values in rows.items()}
        found[name] |= {"images": len(images), "digest": cards.read(name).digest}
    return {"models": found}


def table(document: dict) -> str:
    """Lay the mean errors out as text."""
    return "\n".join(f"{name:<20}" + " ".join(map(str, one["mean"])) for name, one in document["models"].items())


def main() -> int:
    """Run the command; returns its exit code."""
    from aemodels.experiments import command

    return command.run("row_by_row", __doc__, measure, table)


if __name__ == "__main__":
    sys.exit(main())
