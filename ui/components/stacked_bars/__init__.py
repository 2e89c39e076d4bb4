"""Bars made of parts that add up, one below the other on one scale, each with its sum in numbers."""

from typing import NamedTuple

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("stacked_bars", "stacked_bars")


class Stack(NamedTuple):
    """A bar.

    Attributes:
        title: In front of it.
        parts: Their lengths, none negative, in the order of the legend.
        chosen: Whether it stands out.
    """

    title: str
    parts: list[float]
    chosen: bool = False


def packed(label: str, names: list[str], stacks: list[Stack]) -> bytes:
    """Make the message that shows bars; whoever shows them again and again keeps it.

    Args:
        label: What their length means.
        names: Of the parts, two at most, as the legend says them.
        stacks: From top to bottom.
    """
    longest = max(sum(stack.parts) for stack in stacks)
    bars = [stack._asdict() | {"shares": [part / longest for part in stack.parts]} for stack in stacks]
    return pack({"label": label, "names": names, "bars": bars})


def stacked_bars(key: str, message: bytes) -> None:
    """Show bars; `key` is their own on the page."""
    _component(key=key, data=message)
