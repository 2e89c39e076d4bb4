"""What a term means, shown where it stands: on a page the links into the glossary open a card."""

from ui.components.shared.modules import component

_listener = component("terms", "terms", styles=("terms",))


def listen(address: str) -> None:
    """Stand ready on every page; shows a card when a link of a term is pointed at, tapped or focused.

    Args:
        address: Where all terms are served as JSON, relative to the app's own.
    """
    _listener(key="terms", data={"address": address}, height=1)
