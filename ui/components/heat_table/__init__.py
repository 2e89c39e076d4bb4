"""A small table whose cells are coloured by their numbers: the darker, the larger; one cell can be chosen."""

from ui.components.shared.modules import component

_component = component("heat_table", "heat_table")


def heat_table(
    key: str,
    columns: list[str],
    rows: list[tuple[str, list[float]]],
    decimals: int = 2,
    span: tuple[float, float] = (0.0, 1.0),
    caption: str = "",
) -> None:
    """Show a table of numbers as colours.

    Args:
        key: Of this table on its page.
        columns: Headings, without the one of the rows' titles.
        rows: Title and numbers of every row.
        decimals: Of the numbers.
        span: Number without colour and number with the darkest one.
        caption: What the numbers are.
    """
    data = {"columns": columns, "rows": rows, "decimals": decimals, "low": span[0], "high": span[1], "caption": caption}
    _component(key=key, data=data)
