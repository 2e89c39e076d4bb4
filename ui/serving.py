"""What all HTTP routes of the app have in common: where they begin, and how long browsers keep what they give."""

import streamlit as st

FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
NOT_KEPT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


def base() -> str:
    """Return the path below which the server was started, with a slash before it; empty where there is none."""
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
