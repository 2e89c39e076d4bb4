"""Bars of numbers from 0 to 1, the largest on top, each with its title and its number."""

from typing import NamedTuple

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("bars", "bars")


class Bar(NamedTuple):
    """A bar.

    Attributes:
        title: In front of it.
        share: Its length, 0 to 1.
        chosen: Whether it stands out.
    """

    title: str
    share: float
    chosen: bool = False


def packed(label: str, bars: list[Bar], mark: float) -> bytes:
    """Make the message that shows bars; whoever shows them again and again keeps it.

    Args:
        label: What their length means.
        bars: From top to bottom.
        mark: Where a dotted line crosses them, 0 to 1.
    """
    return pack({"label": label, "bars": [bar._asdict() for bar in bars], "mark": mark})


def bars(key: str, message: bytes) -> None:
    """Show bars; `key` is their own on the page."""
    _component(key=key, data=message)
