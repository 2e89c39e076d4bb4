"""What leads a presented page: keys, a bar of buttons, a bright spot under the pointer, notes and a QR code."""

from collections.abc import Callable
from typing import Any

from ui.components.shared.modules import component
from ui.components.shared.value import Name, value

_presenter = component("presenter", "presenter", styles=("controls",))


def stand_by(shown: dict[str, Any], on_wish: Callable[[bool], None]) -> None:
    """Stand ready on every page; Alt+P turns the mode on and off.

    Args:
        shown: `on`, whether the page is presented; `page`, `title`, `place`, `notes`, `next`: what the window of notes
            shows; `back` and `next` are "" where there is no such page; `window` and `qr`: addresses of that window and
            of QR codes, relative to the app's own.
        on_wish: Called with whether the mode is to be on.
    """

    def wished() -> None:
        on_wish(value("presenter", "wish", Name) == "on")

    _presenter(key="presenter", data=shown, on_wish_change=wished, height=1)
