"""A walk through latent space: a strip of pictures and a player, both decoded in the browser."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ui.components.shared.message import pack
from ui.components.shared.modules import component
from ui.components.shared.value import Point, Whole, value

FROM, TO = 3, 8

_component = component("latent_walk", "walk", styles=("controls",))


class Walk(NamedTuple):
    """A walk on a model's plane.

    Attributes:
        model: Its name; a plane of it has to be on the same page.
        stops: Where the walk goes; fewer than two are none.
        spherical: Whether it goes along a circle around zero.
    """

    model: str
    stops: list[Point]
    spherical: bool


class _Laid(NamedTuple):
    """The walk as the student laid it."""

    stops: list[Point]
    spherical: bool
    serial: Whole


def walk(
    key: str, laid: Walk, typical: np.ndarray, classes: tuple[str, ...], on_lay: Callable[[list[Point], bool], None]
) -> None:
    """Show the walk.

    Args:
        key: Of this walk on its page.
        laid: The walk.
        typical: (C, 2) a code of each class, to walk to.
        classes: Their names.
        on_lay: Called with the stops and the course (`spherical`) when the student lays another walk.
    """

    def rested() -> None:
        if newest := value(key, "walk", _Laid):
            on_lay(newest.stops, newest.spherical)

    header = {
        **laid._asdict(),
        "typical": np.round(typical.astype(float), 3).tolist(),
        "classes": classes,
        "from": FROM,
        "to": TO,
        "seen": newest.serial if (newest := value(key, "walk", _Laid)) else 0,
    }
    _component(key=key, data=pack(header), on_walk_change=rested)
