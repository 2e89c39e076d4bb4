"""What the cards say of errors, laid out for the chart of errors."""

from collections.abc import Iterable

from aemodels.checkpoints.card import Card
from ui.components import error_chart as widget
from ui.components.error_chart import Dot


def error_chart(key: str, cards: Iterable[Card]) -> None:
    """Show how much every model loses against how many numbers it keeps, beside PCA.

    Args:
        key: Of this chart on its page.
        cards: Of models for one data set; those measured on black-and-white pictures are left out.
    """
    grey = [card for card in cards if not card.spec.recipe.binarised]
    line = {card.spec.code_size: card.figures.test["pca_mse"] for card in grey}
    dots = [
        Dot(card.spec.code_size, card.figures.test["mse"], card.spec.title) for card in grey if not card.is_baseline
    ]
    widget.error_chart(key, dots, sorted(line.items()))
