"""Small maps of the same digits side by side, one dot a digit, coloured by class; what is pointed at shows in all."""

from typing import NamedTuple

import numpy as np

from aemodels.latent import scales
from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("side_maps", "linked_maps", styles=("controls", "maps"))


class SmallMap(NamedTuple):
    """One map.

    Attributes:
        title: Above it.
        facts: Below it.
        places: (N, 2) of the digits, the same digits in the same order in every map.
        own: (2,) place of the student's digit.
    """

    title: str
    facts: str
    places: np.ndarray
    own: np.ndarray


def side_maps(key: str, maps: list[SmallMap], labels: np.ndarray, names: tuple[str, ...], own: str) -> None:
    """Show the maps.

    Args:
        key: Of these maps on their page.
        maps: At least one.
        labels: (N,) classes of the digits.
        names: Of the classes.
        own: What the student's digit is called.
    """
    windows = [scales.plane(small.places) for small in maps]
    header = {
        "maps": [{"title": small.title, "facts": small.facts} for small in maps],
        "own": [
            window.shares(small.own).astype(float).round(4).tolist()
            for window, small in zip(windows, maps, strict=True)
        ],
        "names": names,
        "given": own,
    }
    places = np.stack([window.shares(small.places) for window, small in zip(windows, maps, strict=True)])
    _component(key=key, data=pack(header, places=places, labels=labels.astype(np.uint8)))
