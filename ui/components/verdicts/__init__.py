"""What several classifiers say of one picture, as a table: a method a row, a number of labels a column."""

from typing import NamedTuple

from ui.components.shared.modules import component

_component = component("verdicts", "verdicts", styles=("controls",))
DIGITS = 3


class Row(NamedTuple):
    """What one method says.

    Attributes:
        title: Of the method.
        shares: For each column the shares that it gives the classes, which add up to 1.
        group: Heading of the rows that it stands among.
        copies: Whether it copies one picture's label, and so has no probabilities.
    """

    title: str
    shares: list[list[float]]
    group: str = ""
    copies: bool = False


def verdicts(key: str, columns: list[str], rows: list[Row], waiting: bool = False) -> None:
    """Show verdicts.

    Args:
        key: Of this table on its page.
        columns: Headings.
        rows: From top to bottom.
        waiting: Whether the picture is only an example until the student gives one.
    """
    said = [
        {"title": row.title, "group": row.group, "copies": row.copies}
        | {"shares": [[round(share, DIGITS) for share in cell] for cell in row.shares]}
        for row in rows
    ]
    _component(key=key, data={"columns": columns, "rows": said, "waiting": waiting})
