"""What an input passes through: one block a layer, drawn as SVG; a block says how many weights it has."""

from typing import NamedTuple

from ui.components.shared.modules import component

_component = component("layers", "layers", styles=("curves", "charts"))


class Block(NamedTuple):
    """A layer.

    Attributes:
        part: "input", "encoder", "code", "decoder" or "output": its colour.
        title: Inside it.
        numbers: How many come out of it.
        weights: How many it has.
    """

    part: str
    title: str
    numbers: int
    weights: int


def layers(key: str, blocks: list[Block]) -> None:
    """Show blocks from left to right, the higher the more numbers they hold, on a logarithmic scale.

    Args:
        key: Of this drawing on its page.
        blocks: At least one.
    """
    _component(key=key, data=[block._asdict() for block in blocks])
