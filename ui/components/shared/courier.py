"""The courier between a component that a hand moves and the page: one message under way, the newest waits."""

from ui.components.shared.modules import component

_echo = component("echo", "shared", entry="echo.js")


def answer(key: str, event: str, serial: int) -> None:
    """Tell a component, at the end of a page, that its newest message is dealt with, so that it may send the next.

    Args:
        key: Of the component.
        event: That its courier listens to.
        serial: Number of the message.
    """
    _echo(key=f"{key}.echo", data=[event, serial], height=1)
