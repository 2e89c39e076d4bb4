"""The menu: folded away on a narrow screen as soon as a page was chosen, and skipped by keyboards.

It is said rightly to screen readers, as all widgets of Streamlit's are.
"""

from ui.components.shared.modules import component

_fold = component("menu_fold", "menu")


def fold(page: str) -> None:
    """Fold the menu away if it lies over the page and this is another page than before; called at a page's end."""
    _fold(key="menu.fold", data=page, height=1)
