"""An autoencoder that the student trains: presets, network, reconstructions and error, all in the browser."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from ui.components.shared.modules import component
from ui.components.shared.value import Name, value

MOST_SETTINGS = 50
_component = component("training", "training", styles=("controls", "curves"))

Texts = dict[str, str]
"""Settings by name, as they stand in the address; "" for what is as usual."""


_Sent = Annotated[dict[Name, Name], Field(max_length=MOST_SETTINGS)]


class Handed(NamedTuple):
    """Settings that the page hands to the component.

    Attributes:
        version: Number of these settings; the component takes others only under another number.
        texts: The settings.
    """

    version: int
    texts: Texts


def training(
    key: str,
    handed: Handed,
    sheets: Sequence[Mapping[str, Any]],
    strokes: list[list[int]],
    on_rest: Callable[[Texts], None],
    aims: bool = False,
) -> None:
    """Show the training.

    Args:
        key: Of this training on its page.
        handed: What it starts with.
        sheets: Pictures to learn from that the server has, each with "id", "title", "address", "count", "classes".
        strokes: Of the student's own digit, as they are when the component comes onto the page.
        on_rest: Called with the settings when the hand has changed some and rests.
        aims: Whether a run rests as soon as it has beaten PCA, and what was seen of it is kept for after a reload.
    """

    def rested() -> None:
        if texts := value(key, "rested", _Sent):
            on_rest(texts)

    data = {**handed._asdict(), "sheets": sheets, "strokes": strokes, "aims": aims}
    _component(key=key, data=data, on_rested_change=rested)
