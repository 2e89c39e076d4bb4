"""What is said of a model that is a poor choice for “Odd one out”."""

from aemodels.checkpoints.card import Card
from aemodels.checkpoints.results import anomaly_detection
from aemodels.errors import BadCheckpoint
from ui.controls import SHARED

ENOUGH = 0.9
"""Share of the clothes that a model has to find among digits, or its alarm is called weak."""


def warning(card: Card, cards_by_name: dict[str, Card]) -> str | None:
    """Return why a model's alarm is weak and which is better; None if it is not, or where it has not been measured."""
    try:
        found = anomaly_detection()["clothes"]
    except BadCheckpoint:
        return None
    better = SHARED["model"].default
    if card.name not in found or found[card.name]["recall"] >= ENOUGH or better not in cards_by_name:
        return None
    return (
        "**A weak alarm.** A model stays chosen from page to page, and this one is a poor choice here: it rebuilds "
        f"real digits badly too, so odd pictures hardly stand out. It finds {found[card.name]['recall']:.0%} of "
        f"clothes among digits, the {cards_by_name[better].spec.title} {found[better]['recall']:.1%}."
    )
