"""Pictures in a grid, each with its caption, painted in the browser from bytes; a tile can be a button."""

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from ui.components.shared.message import ink_bytes, pack, signed_bytes
from ui.components.shared.modules import component
from ui.components.shared.value import Name, value

_component = component("tiles", "tiles", styles=("controls",))


class Tile(NamedTuple):
    """One picture with its caption.

    Attributes:
        id: Unique in its grid; a tile keeps its place in the page's memory by it.
        picture: (H, W) float, ink in [0, 1], painted in the theme's colours, or as `ink_bytes` (`signed_bytes` for
            a signed one) gives it; or (H, W, 3) uint8, painted as it is.
        label: For screen readers.
        title: Bold line, "" for none.
        badge: Short mark beside the title.
        facts: Figures.
        text: A sentence.
        selected: Whether it is the chosen one.
        off: Whether what it stands for is switched off.
        network: What the page has to know to paint a model's reconstruction itself while a hand draws; None for a
            picture that does not follow.
        following: Its facts then, with "{error}" and "{psnr}" for the error a pixel and the same in decibels, and
            "{code:3}" for number 3 of the code.
        shows: What of the model's work it paints then: "result"; "given", what the model was given; "clean", what the
            result should be; "wrong", the result minus that; "taken", the result minus what was given. With the extra
            "units": "without", the result without them; "lost", what the result loses; "alone", what one unit adds.
            With the extra "maps": "map".
        place: Of its unit among those that the extra looks at, or of its map's first number among all.
        signed: Whether the picture is a difference in [-1, 1]: painted orange above 0, blue below.
    """

    id: str
    picture: np.ndarray
    label: str
    title: str = ""
    badge: str = ""
    facts: str = ""
    text: str = ""
    selected: bool = False
    network: dict | None = None
    following: str = ""
    shows: str = "result"
    place: int = 0
    signed: bool = False
    off: bool = False


def tiles(
    key: str,
    entries: list[Tile],
    width: int,
    on_choose: Callable[[str], None] | None = None,
    drawn: dict[str, int] | None = None,
    first: bool = False,
    extra: dict | None = None,
    keep: Callable[[bytes], bytes] = bytes,
    offer: bool = False,
) -> None:
    """Show a grid of pictures.

    Args:
        key: Of this grid on its page.
        entries: In the order in which they stand.
        width: Least width of a tile in CSS pixels.
        on_choose: Called with a tile's id when it is clicked; None for a grid to look at.
        drawn: Numbers of the messages that the pictures were made from, by hand; None for anything else.
        first: Whether its models run before all others of the page.
        extra: What its models compute besides while a hand draws, as `Extra` in `rebuilding/extras.js`.
        keep: Puts the message away, if it is the same for everybody, and gives one that says where it is fetched.
        offer: Whether they are examples to begin with: on phones these stand in one row that scrolls sideways.
    """
    header = {
        "width": width,
        "small": not any(entry.text for entry in entries),
        "choosable": on_choose is not None,
        **{"drawn": drawn, "first": first, "offer": offer, "extra": extra},
        "tiles": [entry._asdict() | {"picture": entry.picture.shape} for entry in entries],
    }

    def chosen() -> None:
        id = value(key, "chosen", Name)
        if on_choose and any(entry.id == id for entry in entries):
            on_choose(id)

    _component(key=key, data=keep(pack(header, pictures=_bytes(entries))), on_chosen_change=chosen)


def _bytes(entries: list[Tile]) -> np.ndarray:
    """Return the pictures of tiles as uint8, one after the other; those of one kind are turned into bytes at once."""
    kinds = [(entry.picture.dtype == np.uint8, entry.signed) for entry in entries]
    runs = [list(run) for _, run in groupby(zip(kinds, entries, strict=True), key=itemgetter(0))]
    return np.concatenate([_run(*run[0][0], [tile.picture.ravel() for _, tile in run]) for run in runs])


def _run(ready: bool, signed: bool, pictures: list[np.ndarray]) -> np.ndarray:
    whole = np.concatenate(pictures)
    return whole if ready else signed_bytes(whole) if signed else ink_bytes(whole)
