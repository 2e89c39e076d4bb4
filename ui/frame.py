"""The frame around every page: its menu, and what is shown when a page fails. Streamlit runs it at every answer."""

import logging
import secrets
from copy import copy

import streamlit as st

from ui import mark, menu_entries, next_page, presenting, state, words
from ui.components import pad
from ui.components.standing_by import stand_by
from ui.glossary import route
from ui.pages import PAGES
from ui.turns import turn

SIDEBAR_WIDTH = 256
log = logging.getLogger(__name__)


def menu() -> dict[str, list]:
    """Make the menu, a heading for each folder of `pages/`; Streamlit wants its pages made anew at every answer."""
    sections: dict[str, list] = {}
    for file, page in zip(PAGES, menu_entries.made(), strict=True):
        sections.setdefault(file.section, []).append(copy(page))
    return sections


def _show_failure(error: Exception, page_title: str) -> None:
    reference = secrets.token_hex(4)
    log.error("Page %r failed, reference %s", page_title, reference, exc_info=error)
    st.error(
        "Something went wrong on this page. Your drawing is kept: choose another page and come back. "
        "If it happens again, send these details to whoever runs this server; the log there says more.",
        icon=":material/error:",
    )
    st.code(f"page: {page_title}\nreference: {reference}\nkind: {type(error).__name__}", language=None)


def main() -> None:
    """Run the page that the address names."""
    st.set_page_config(page_icon=mark.ADDRESS, layout="wide", initial_sidebar_state=SIDEBAR_WIDTH)
    st.logo(mark.ADDRESS, size="large")
    page = st.navigation(menu())
    state.arrive(page.url_path)
    words.begin()
    stand_by(page.url_path, presenting.show(page.url_path), route.address(), presenting.wish)
    try:
        page.run()
        next_page.show(page.url_path)
        pad.answer("pad")
    except Exception as error:
        _show_failure(error, page.title)


with turn():
    main()
