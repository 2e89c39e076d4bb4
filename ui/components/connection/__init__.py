"""What the student reads while the connection to the server is lost: the drawing is safe."""

from ui.components.shared.modules import component

_notice = component("connection", "connection")


def notice() -> None:
    """Stand ready on every page; shows itself when the connection is lost, and says when it is back."""
    _notice(key="connection", height=1)
