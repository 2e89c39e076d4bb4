"""A table: sorted by a click on a heading, scrolled inside its own frame; its rows can be there to choose one."""

from collections.abc import Callable
from typing import NamedTuple

from ui.components.shared.modules import component
from ui.components.shared.value import Row, value

_component = component("table", "table", styles=("controls",))


class Column(NamedTuple):
    """A column.

    Attributes:
        title: Its heading.
        decimals: Of its numbers; None for text and whole numbers.
        help: What the heading means, in a few words.
        least: Width of the table from which on it is shown, in CSS pixels: 0, 480, 600, 720, 940 or 1250.
    """

    title: str
    decimals: int | None = None
    help: str = ""
    least: int = 0


def table(
    key: str,
    columns: list[Column],
    rows: list[list],
    on_choose: Callable[[int], None] | None = None,
    chosen: int | None = None,
) -> None:
    """Show a table.

    Args:
        key: Of this table on its page.
        columns: From left to right.
        rows: For each row a cell for every column: text, a number, or None for an empty one.
        on_choose: Called with the place in `rows` of one that is clicked; None for a table to read.
        chosen: Place of the row to mark.
    """

    def clicked() -> None:
        place = value(key, "chosen", Row)
        if on_choose and place is not None and place < len(rows):
            on_choose(place)

    data = {"columns": [column._asdict() for column in columns], "rows": rows, "chosen": chosen}
    _component(key=key, data=data | {"choosable": on_choose is not None}, on_chosen_change=clicked)


def table_of(key: str, rows: list[dict], columns: dict[str, Column] | None = None) -> None:
    """Show rows that are given as cells by heading, the same headings in all of them.

    Args:
        key: Of this table on its page.
        rows: At least one.
        columns: What is special about some columns, by their headings.
    """
    table(key, columns_of(rows, columns), cells_of(rows))


def columns_of(rows: list[dict], columns: dict[str, Column] | None = None) -> list[Column]:
    """Return the columns of such rows."""
    return [(columns or {}).get(title, Column(title)) for title in rows[0]]


def cells_of(rows: list[dict]) -> list[list]:
    """Return the cells of such rows."""
    return [list(row.values()) for row in rows]
