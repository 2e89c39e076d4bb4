"""Has the browser begin with the camera on a phone's back; shows nothing."""

from ui.components.shared.modules import component

_component = component("back_camera", "back_camera")


def back_camera() -> None:
    """Let the camera widget of this page begin with the back camera where there are two."""
    _component(key="back_camera")
