"""The glossary: every term with its picture, found by typing a part of it."""

from ui.components.shared.modules import component

_component = component("glossary", "glossary", styles=("controls", "terms"))


def glossary(key: str, address: str, chosen: str | None) -> None:
    """Show all terms.

    Args:
        key: Of this glossary on its page.
        address: Where all terms are served as JSON, relative to the app's own.
        chosen: Name of the term to go to and to mark; None for none.
    """
    _component(key=key, data={"address": address, "chosen": chosen})
