"""Maps of codes: thousands of digits as points, with their pictures under the pointer; one map or two, linked.

The browser itself fetches what is large; the message says only what is shown and how.
"""

from collections.abc import Callable
from typing import Annotated, NamedTuple

import numpy as np
from pydantic import Field

from ui.components.shared.message import pack
from ui.components.shared.modules import component
from ui.components.shared.value import Name, Row, Whole, value

_component = component("atlas", "code_map", styles=("controls",))
_moved = component("atlas_moved", "code_map", entry="moved.js")

MOST_CHOSEN = 100_000
SAID = ("model", "digest", "title", "projection", "projected", "network")


class FlatMap(NamedTuple):
    """One map.

    Attributes:
        model: Variant.
        digest: Of its checkpoint.
        title: Of the model.
        projection: "code", "pca", "tsne" or "umap".
        projected: Its name for readers.
        own: Where the student's digit lies: "place", [x, y] in the projection's numbers; "called", what is written
            beside it; "settled", whether it stays there; None for no such digit.
        network: What the page has to know of the model to follow a hand that draws; None where it cannot.
        drawn: Number of the drawing that is the student's digit, under "pad"; None for any other picture.
    """

    model: str
    digest: str
    title: str
    projection: str
    projected: str
    own: dict | None = None
    network: dict | None = None
    drawn: dict[str, int] | None = None


class Shown(NamedTuple):
    """What all maps show alike.

    Attributes:
        data: Data set of the test images, the same for every map.
        names: Of its classes.
        count: N, test images.
        originals: Whether their pictures are on this computer.
        colour: "label", "error", "unit-<index>" or "cluster-<count>", by the first map's model.
        pinned: Row of the pinned image, or None.
        chosen: Rows of the selected ones.
        rings: Rows of the pinned one's neighbours by "code" and "pixels".
    """

    data: str
    names: tuple[str, ...]
    count: int
    originals: bool
    colour: str
    pinned: int | None
    chosen: list[int]
    rings: dict[str, list[int]]


class _Hand(NamedTuple):
    """What the student marked."""

    data: Name
    pinned: Row | None
    chosen: Annotated[list[Row], Field(max_length=MOST_CHOSEN)]
    serial: Whole


def atlas(key: str, maps: list[FlatMap], shown: Shown, on_hand: Callable[[int | None, list[int]], None]) -> None:
    """Show maps of the same test images.

    Args:
        key: Of these maps on their page.
        maps: One or two, of models of one data set.
        shown: What they show alike.
        on_hand: Called with the pinned row and the chosen rows when the student changes one of them.
    """

    def rested() -> None:
        hand = value(key, "hand", _Hand)
        if hand and hand.data == shown.data:
            on_hand(hand.pinned, hand.chosen)

    bits = np.zeros(shown.count, bool)
    bits[shown.chosen] = True
    header = {
        "maps": [{field: value for field, value in one._asdict().items() if field in SAID} for one in maps],
        "own": [one.own for one in maps],
        "drawn": maps[0].drawn,
        "seen": hand.serial if (hand := value(key, "hand", _Hand)) else 0,
    }
    plain = {field: value for field, value in shown._asdict().items() if field != "chosen"}
    _component(key=key, data=pack(header | plain, chosen=np.packbits(bits)), on_hand_change=rested)


def move_own(maps: list[FlatMap]) -> None:
    """Move the student's digit on maps that are on the page already; called at its end, at most once."""
    fields = ("model", "projection", "own", "drawn")
    data = [{field: getattr(one, field) for field in fields} for one in maps]
    _moved(key="atlas.moved", data=data, height=1)
