"""The latent plane: every place of it is decoded in the browser, under the hand and without the server."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component
from ui.components.shared.value import Point, Whole, value

_component = component("latent_plane", "plane", styles=("controls",))
_carrier = component("plane_carrier", "plane", entry="carrier.js")


class Plane(NamedTuple):
    """A model's plane.

    Attributes:
        model: Its name, as in the message to `carry`.
        label: What the plane shows, for screen readers.
        prior: Whether its codes were drawn towards a standard normal.
        home: The square window to begin with: "x" and "y" of its middle and "half" its side.
        middles: Of the classes' codes.
        classes: Their names.
        ring: Radius of the ring around the point, in units of its codes; 0 for one that is always of a size.
    """

    model: str
    label: str
    prior: bool
    home: dict[str, float]
    middles: list[Point]
    classes: tuple[str, ...]
    ring: float = 0.0


class Input(NamedTuple):
    """The picture that lies on the plane.

    Attributes:
        given: What it is called.
        image: (28, 28) in [0, 1].
        mean: Where the encoder puts it.
        deviation: Standard deviations of its posterior; None for a model without one.
    """

    given: str
    image: np.ndarray
    mean: Point
    deviation: Point | None


class Laid(NamedTuple):
    """What lies on the plane besides.

    Attributes:
        point: Where the hand put it down; None for the input's place.
        stops: Of the walk.
        spherical: Whether the walk goes along a circle.
        walking: Whether a tap adds a stop.
        most_stops: How many there can be.
        decoded: What the point decodes to, (28, 28) in [0, 1], for a simple plane; None for any other.
    """

    point: Point | None
    stops: list[Point]
    spherical: bool
    walking: bool
    most_stops: int
    decoded: np.ndarray | None = None


class _Hand(NamedTuple):
    """What the hand has put down."""

    point: Point | None
    stops: list[Point]
    serial: Whole


def plane(
    key: str,
    ground: Plane,
    shown: Input,
    laid: Laid,
    on_rest: Callable[[Point | None, list[Point]], None],
) -> None:
    """Show the plane, what its places decode to, and where the input lies.

    Args:
        key: Of this plane on its page.
        ground: The plane itself.
        shown: The input.
        laid: Point and walk.
        on_rest: Called with the point and the stops when the hand has put them somewhere.
    """

    def rested() -> None:
        if hand := value(key, "hand", _Hand):
            on_rest(hand.point, hand.stops)

    header = {
        **ground._asdict(),
        **laid._replace(decoded=None)._asdict(),
        "simple": laid.decoded is not None,
        "given": shown.given,
        "posterior": {"mean": shown.mean, "deviation": shown.deviation},
        "seen": hand.serial if (hand := value(key, "hand", _Hand)) else 0,
    }
    decoded = np.zeros(0, np.uint8) if laid.decoded is None else ink_bytes(laid.decoded)
    data = pack(header, input=ink_bytes(shown.image), decoded=decoded)
    _component(key=key, data=data, on_hand_change=rested)


def carry(key: str, message: bytes) -> None:
    """Bring a model into the page, where planes and walks find it by its name.

    Args:
        key: Of this carrier on its page.
        message: As `halves` packs it; it never changes, so that it goes over the wire once.
    """
    _carrier(key=key, data=message, height=1)
