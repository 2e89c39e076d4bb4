"""Charts with lines side by side: columns of them, each column below its title."""

from collections.abc import Mapping, Sequence

from ui.components.lines import Chart, described
from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("line_columns", "line_columns", styles=("curves", "charts", "lines"))


def packed(columns: Mapping[str, Sequence[Chart]]) -> bytes:
    """Make the message that shows columns of charts, by their titles; whoever shows it again and again keeps it."""
    return pack({"columns": [{"title": name, "charts": list(map(described, each))} for name, each in columns.items()]})


def line_columns(key: str, message: bytes) -> None:
    """Show columns of charts; `key` is their own on the page."""
    _component(key=key, data=message)
