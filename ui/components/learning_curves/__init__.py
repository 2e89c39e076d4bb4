"""Learning curves: every term of a loss over the epochs, on training and on validation examples, drawn as SVG."""

from typing import NamedTuple

from ui.components.shared.message import pack
from ui.components.shared.modules import component

_component = component("learning_curves", "learning_curves", styles=("curves", "charts"))
DIGITS = 4


class Term(NamedTuple):
    """A term of the loss.

    Attributes:
        title: In the legend.
        train: After every epoch, on training examples; None where it was not part of the loss.
        validation: The same on validation examples.
    """

    title: str
    train: list[float | None]
    validation: list[float | None]


def packed(terms: list[Term], phases: list[tuple[int, str]], title: str, ticks: tuple[float, ...]) -> bytes:
    """Make the message that shows curves; whoever shows them again and again keeps it.

    Args:
        terms: At least one, of at least one epoch.
        phases: After which epoch a phase of training begins, and its name; the first phase left out.
        title: Of the axis of values, which is logarithmic.
        ticks: Numbers to write along it; those out of reach are left out.
    """
    short = [Term(term.title, _short(term.train), _short(term.validation))._asdict() for term in terms]
    return pack({"terms": short, "phases": phases, "title": title, "ticks": ticks})


def learning_curves(key: str, message: bytes) -> None:
    """Show curves; `key` is their own on the page."""
    _component(key=key, data=message)


def _short(values: list[float | None]) -> list[float | None]:
    return [None if value is None else float(f"{value:.{DIGITS}g}") for value in values]
