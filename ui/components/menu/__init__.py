"""The menu on a narrow screen: folded away as soon as a page was chosen."""

from pathlib import Path

import streamlit as st

_fold = st.components.v2.component("menu_fold", js=(Path(__file__).parent / "fold.js").read_text())


def fold(page: str) -> None:
    """Fold the menu away if it lies over the page and this is another page than before; called at a page's end."""
    _fold(key="menu.fold", data=page, height=1)
