"""A button that prints the page, or saves it as PDF."""

from ui.components.shared.modules import component

_component = component("print_button", "print_button", styles=("controls",))


def print_button(key: str, label: str) -> None:
    """Show the button.

    Args:
        key: Of this button on its page.
        label: What it says.
    """
    _component(key=key, data={"label": label})
