"""Watch denoising: a model's output goes back in, pass by pass, and the error falls, then rises."""

from typing import NamedTuple

import numpy as np

from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component

_component = component("watch", "denoising_passes", styles=("controls", "pictures", "curves"))


class Passes(NamedTuple):
    """What became of a picture, pass by pass.

    Attributes:
        title: Of the model.
        pictures: (K + 1, 28, 28): the noisy picture, then the output of every pass.
        errors: (K + 1,) mean squared error a pixel of each against the clean picture.
        best: The pass after which the error is smallest, 0 to K.
    """

    title: str
    pictures: np.ndarray
    errors: np.ndarray
    best: int


def watch(key: str, clean: np.ndarray, walks: list[Passes]) -> None:
    """Show strips of pictures under each other, which move in step, and their errors as curves.

    Args:
        key: Of these strips on their page.
        clean: (28, 28) in [0, 1].
        walks: One or two, with as many passes each; what lies outside [0, 1] is cut off in painting only.
    """
    header = {"walks": [{"title": walk.title, "errors": walk.errors.tolist(), "best": walk.best} for walk in walks]}
    pictures = np.stack([walk.pictures for walk in walks])
    _component(key=key, data=pack(header, clean=ink_bytes(clean), pictures=ink_bytes(pictures)))
