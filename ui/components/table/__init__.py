"""A table to read: sorted by a click on a heading, scrolled inside its own frame."""

from typing import NamedTuple

from ui.components.shared.modules import component

_component = component("table", "table", styles=("controls",))


class Column(NamedTuple):
    """A column.

    Attributes:
        title: Its heading.
        decimals: Of its numbers; None for text and whole numbers.
        help: What the heading means, in a few words.
    """

    title: str
    decimals: int | None = None
    help: str = ""


def table(key: str, columns: list[Column], rows: list[list]) -> None:
    """Show a table; nothing of it comes back.

    Args:
        key: Of this table on its page.
        columns: From left to right.
        rows: For each row a cell for every column: text, a number, or None for an empty one.
    """
    _component(key=key, data={"columns": [column._asdict() for column in columns], "rows": rows})
