"""The frame around every page: its menu, and what is shown when a page fails."""

import ast
import logging
import secrets
from functools import cache
from pathlib import Path

import streamlit as st

from ui import state
from ui.components import pad
from ui.components.menu import fold

ROOT = Path(__file__).parent.parent
SIDEBAR_WIDTH = 256
FOCUS_IN_MENU = "<style>[data-testid=stSidebarNavLink]:focus-visible { outline: 3px solid currentColor; }</style>"
WIDE_FORMULAS = "<style>.katex-display { overflow: auto hidden; padding: 0.25rem 2px; }</style>"
log = logging.getLogger(__name__)


@cache
def titles() -> dict[Path, str]:
    """Find the pages in menu order, each with the first line of its docstring as its title."""
    return {
        path: ast.get_docstring(ast.parse(path.read_text())).partition("\n")[0].rstrip(".")
        for path in sorted(ROOT.glob("pages/*/*.py"))
    }


def menu() -> dict[str, list]:
    """Make the menu: a section for each folder of `pages/`; numbers in front of names only set the order."""
    sections: dict[str, list] = {}
    for index, (path, title) in enumerate(titles().items()):
        section = _words(path.parent.name)
        page = st.Page(path, title=title, url_path=_plain(path.stem), default=index == 0)
        sections.setdefault(section, []).append(page)
    return sections


def _plain(name: str) -> str:
    return name.lstrip("0123456789_")


def _words(name: str) -> str:
    return _plain(name).replace("_", " ").capitalize()


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
    st.set_page_config(page_icon="✏️", layout="wide", initial_sidebar_state=SIDEBAR_WIDTH)
    st.html(FOCUS_IN_MENU + WIDE_FORMULAS)
    page = st.navigation(menu())
    state.arrive(page.url_path)
    try:
        page.run()
        pad.answer("pad")
        fold(page.url_path)
    except Exception as error:
        _show_failure(error, page.title)


main()
