"""What happens inside a network while the student trains it, and the controls of the training."""

from ui.components.shared.modules import component

_component = component("training_figures", "training_figures", styles=("controls", "curves"))


def figures(key: str) -> None:
    """Show controls and figures of the training on the same page.

    Args:
        key: Of these figures on their page.
    """
    _component(key=key)
