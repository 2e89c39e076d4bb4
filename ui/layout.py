"""Where things stand on a page."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

LEFT = 280


def beside() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Make a narrow place of fixed width and a wide one beside it; below it where there is no room for both."""
    row = st.container(horizontal=True, gap="medium", horizontal_alignment="center")
    return row.container(width=LEFT), row.container(width="stretch")
