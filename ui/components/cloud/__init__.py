"""A cloud of points in space that can be turned, with PCA's plane and the plane that a network finds as it learns."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("cloud", "cloud", styles=("controls", "curves"))


class Plane(NamedTuple):
    """A plane in space.

    Attributes:
        centre: (3,) a point of it.
        directions: (2, 3) orthonormal.
    """

    centre: np.ndarray
    directions: np.ndarray


class Training(NamedTuple):
    """How a plane turned while a network learnt; E epochs, the fresh network first.

    Attributes:
        planes: (E + 1, 3, 3): a point of the plane, then its two directions.
        angles: (E + 1,) between the plane and PCA's, in degrees.
    """

    planes: np.ndarray
    angles: np.ndarray


UNTRAINED = Training(np.zeros(0, np.float32), np.zeros(0))


def cloud(
    key: str,
    points: np.ndarray,
    pca: Plane,
    training: Training,
    run: str,
    play: bool,
    keep: Callable[[bytes], bytes] = bytes,
) -> None:
    """Show the cloud with both planes.

    Args:
        key: Of this cloud on its page.
        points: (N, 3).
        pca: PCA's plane.
        training: How the network's plane turned; `UNTRAINED` for none.
        run: Names the training, so that the page knows a new one.
        play: Whether the training is played from its start.
        keep: Puts the message away, if it is the same for everybody, and gives one that says where it is fetched.
    """
    header = {"angles": np.round(training.angles.astype(float), 3).tolist(), "run": run, "play": play}
    plane = np.vstack([pca.centre, pca.directions])
    _component(key=key, data=keep(pack(header, points=points, pca=plane, planes=training.planes)))
