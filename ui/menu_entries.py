"""The pages as Streamlit's menu wants them, made once: it looks for the file of each."""

from functools import cache

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.pages import PAGES


def made() -> list:
    """Return every page of the menu, the same at every answer; what Streamlit marks must be copies of these."""
    return _made(get_script_run_ctx() is not None)


@cache
def _made(_answering: bool) -> list:
    """Make every page; where nobody is answered, as when the frame is imported, Streamlit leaves them half made."""
    return [st.Page(file.path, title=file.title, url_path=file.url_path, default=file is PAGES[0]) for file in PAGES]
