"""A component's value, as its script last sent it: kept by Streamlit in the session, under the component's key."""

from typing import Any

import streamlit as st


def value(key: str, name: str) -> dict[str, Any]:
    """Return the value that a component sent under a name; empty as long as it has sent none.

    Args:
        key: Of the component on its page.
        name: As its script calls it.
    """
    return st.session_state.get(key, {}).get(name) or {}
