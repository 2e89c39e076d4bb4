"""A Plotly figure on a page."""

import streamlit as st
from plotly.graph_objects import Figure


def chart(figure: Figure, alt: str, key: str | None = None) -> None:
    """Show a figure without Plotly's row of buttons.

    Args:
        figure: As a module of `aemodels.figures` gives it; never changed afterwards.
        alt: What it shows, for screen readers.
        key: Of this chart on its page; needed where two could look the same.
    """
    st.plotly_chart(figure, config={"displayModeBar": False}, key=key, alt=alt)
