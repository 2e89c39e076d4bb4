"""What stands by on every page: the notice of a lost connection, the menu's helper, the presenter, what terms mean.

The notice says that the drawing is safe, and when the connection is back. The menu is folded away on a narrow screen as
soon as a page was chosen, skipped by keyboards, and said rightly to screen readers, as all widgets of Streamlit's are.
The presenter is keys, a bar of buttons, a bright spot under the pointer, notes and a QR code. Terms of the glossary
show a card when they are pointed at, tapped or focused.
"""

from collections.abc import Callable
from typing import Any

from ui.components.shared.modules import component
from ui.components.shared.value import Name, value

_component = component("standing_by", "standing_by")


def stand_by(page: str, presented: dict[str, Any], terms: str, on_wish: Callable[[bool], None]) -> None:
    """Stand ready on every page; Alt+P turns the presenter on and off.

    Args:
        page: The page's place in the address: the menu folds when this is another one than before.
        presented: `on`, whether the page is presented; `page`, `title`, `place`, `notes`, `next`: what the window of
            notes shows; `back` and `next` are "" where there is no such page; `window` and `qr`: addresses of that
            window and of QR codes, relative to the app's own.
        terms: Where all terms are served as JSON, relative to the app's own address.
        on_wish: Called with whether the presenter is to be on.
    """

    def wished() -> None:
        on_wish(value("standing_by", "wish", Name) == "on")

    data = {"menu": page, "presenter": presented, "terms": {"address": terms}}
    _component(key="standing_by", data=data, on_wish_change=wished, height=1)
