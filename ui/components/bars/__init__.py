"""Bars of numbers from 0 to 1, each with its title and its number; they begin at 0, or at a number to compare with."""

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


def packed(label: str, bars: list[Bar], mark: float, from_mark: bool = False) -> bytes:
    """Make the message that shows bars; whoever shows them again and again keeps it.

    Args:
        label: What their length means.
        bars: From top to bottom.
        mark: Where a dotted line crosses them, 0 to 1.
        from_mark: Whether they begin at that line instead of at 0: to the right those above it, to the left the others.
    """
    start = mark if from_mark else 0.0
    low = min(start, *(bar.share for bar in bars)) if from_mark else 0.0
    rows = [
        bar._asdict() | {"from": _along(min(start, bar.share), low), "to": _along(max(start, bar.share), low)}
        for bar in bars
    ]
    return pack({"label": label, "bars": rows, "mark": _along(mark, low)})


def bars(key: str, message: bytes) -> None:
    """Show bars; `key` is their own on the page."""
    _component(key=key, data=message)


def _along(share: float, low: float) -> float:
    """Return where a number stands on an axis from `low` to 1, 0 to 1."""
    return (share - low) / (1 - low)
