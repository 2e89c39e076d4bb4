"""The chart of errors: how much every model loses against how many numbers it keeps, drawn as SVG."""

from typing import NamedTuple

from ui.components.shared.modules import component

_component = component("error_chart", "error_chart", styles=("curves", "charts"))


class Dot(NamedTuple):
    """A model.

    Attributes:
        size: Numbers in its code.
        error: Squared error a pixel.
        title: Shown under the pointer.
    """

    size: int
    error: float
    title: str


def error_chart(key: str, dots: list[Dot], line: list[tuple[int, float]]) -> None:
    """Show models as dots on logarithmic axes, and the baseline as a line.

    Args:
        key: Of this chart on its page.
        dots: The models.
        line: Code size and error of the baseline, by rising size.
    """
    _component(key=key, data={"dots": [dot._asdict() for dot in dots], "line": line})
