"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

LEFT = 280


def beside(key: str | None = None) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Make a narrow place of fixed width, styled by `key`, and a wide one behind it; below it where both do not fit."""
    row = st.container(horizontal=True, gap="medium", horizontal_alignment="center")
    return row.container(width=LEFT, key=key), row.container(width="stretch")


def before() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Make a wide place without gaps and a narrow one of fixed width behind it; below it where both do not fit."""
    row = st.container(horizontal=True, gap="medium", horizontal_alignment="center")
    return row.container(width="stretch", gap=None), row.container(width=LEFT)


def row(*widths: int) -> list[DeltaGenerator]:
    """Make places of fixed widths in CSS pixels side by side, those that find no room in a line below."""
    line = st.container(horizontal=True, gap="small", vertical_alignment="bottom")
    return [line.container(width=width) for width in widths]
