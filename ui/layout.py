"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

LEFT = 280
PAD, PAD_LAST, LATER = "pad_place", "pad_place_last", "pad_later"
"""Keys by which `styles/phones.css` keeps the pad and what comes of a drawing on one screen."""


def beside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Make a narrow place of fixed width for the pad, and a wide one behind it; below it where both do not fit."""
    row = st.container(horizontal=True, gap="medium", horizontal_alignment="center", key="pad_row")
    return row.container(width=LEFT, key=PAD), row.container(width="stretch")


def before(last: bool = False) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Make a wide place without gaps, and a narrow one of fixed width for the pad behind it.

    Args:
        last: Whether the pad comes last on phones, too; else first there, right above what shows the drawing.
    """
    row = st.container(horizontal=True, gap="medium", horizontal_alignment="center", key="pad_row")
    return row.container(width="stretch", gap=None), row.container(width=LEFT, key=PAD_LAST if last else PAD)


def later(name: str) -> DeltaGenerator:
    """Make a place, named for this page, whose content comes last on phones: neither drawn on nor what comes of it."""
    return st.container(key=f"{LATER}_{name}")


def row(*widths: int) -> list[DeltaGenerator]:
    """Make places of fixed widths in CSS pixels side by side, those that find no room in a line below."""
    line = st.container(horizontal=True, gap="small", vertical_alignment="bottom")
    return [line.container(width=width) for width in widths]
