"""The student's own drawings, collected to learn from: they stay in the browser's tab."""

from ui.components.shared.modules import component

_component = component("own_drawings", "own_drawings", styles=("controls",))


def own_drawings(key: str, strokes: list[list[int]]) -> None:
    """Show the drawings collected so far, with a button that adds what is on the pad.

    Args:
        key: Of this collection on its page.
        strokes: What is on the pad when the collection comes onto the page.
    """
    _component(key=key, data={"strokes": strokes})
