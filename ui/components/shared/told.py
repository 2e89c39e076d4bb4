"""What a component last told the page: kept by Streamlit in the session, under the component's own key."""

from typing import Any

import streamlit as st


def told(key: str, name: str) -> dict[str, Any]:
    """Return a component's state of that name; empty as long as it has told nothing.

    Args:
        key: Of the component on its page.
        name: Of the state, as its script calls it.
    """
    return st.session_state.get(key, {}).get(name) or {}
