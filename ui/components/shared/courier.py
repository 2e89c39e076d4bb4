"""The courier between a component that a hand moves and the page: one message under way, the newest waits."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
SOURCE = (HERE / "courier.js").read_text()
"""Put in front of a component's own code."""

_echo = st.components.v2.component("echo", js=(HERE / "echo.js").read_text())


def answer(key: str, event: str, serial: int) -> None:
    """Tell a component, at the end of a page, that its newest message is dealt with, so that it may send the next.

    Args:
        key: Of the component.
        event: That its courier listens to.
        serial: Number of the message.
    """
    _echo(key=f"{key}.echo", data=[event, serial], height=1)
