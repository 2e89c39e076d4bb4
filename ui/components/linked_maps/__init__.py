"""Small maps of the same digits side by side, one dot a digit, coloured by class; what is pointed at shows in all."""

from collections.abc import Callable
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
        network: What the page has to know of the model to follow a hand that draws; None where it cannot.
        axes: "mean" and "directions" that make a place of a code of many numbers; None for a code that is a place.
    """

    title: str
    facts: str
    places: np.ndarray
    own: np.ndarray
    network: dict | None = None
    axes: dict | None = None


def side_maps(
    key: str,
    maps: list[SmallMap],
    labels: np.ndarray,
    names: tuple[str, ...],
    own: str,
    keep: Callable[[bytes], str],
    drawn: dict[str, int] | None = None,
) -> None:
    """Show the maps.

    Args:
        key: Of these maps on their page.
        maps: At least one.
        labels: (N,) classes of the digits.
        names: Of the classes.
        own: What the student's digit is called.
        keep: Puts away a message that is the same for everybody and returns where it is fetched.
        drawn: Number of the drawing that it is, under "pad"; None for any other picture.
    """
    windows = [scales.plane(small.places) for small in maps]
    header = {
        "maps": [{name: getattr(small, name) for name in ("title", "facts", "network", "axes")} for small in maps],
        "windows": [{"low": window.low.tolist(), "high": window.high.tolist()} for window in windows],
        "drawn": drawn,
        "own": [
            window.shares(small.own).astype(float).round(4).tolist()
            for window, small in zip(windows, maps, strict=True)
        ],
        "names": names,
        "given": own,
    }
    places = np.stack([window.shares(small.places) for window, small in zip(windows, maps, strict=True)])
    header["digits"] = keep(pack({}, places=places, labels=labels.astype(np.uint8)))
    _component(key=key, data=pack(header))
