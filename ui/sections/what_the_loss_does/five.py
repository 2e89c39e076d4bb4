"""One digit, rebuilt by every model of the lesson."""

from aemodels.checkpoints.card import Card
from ui import models, state
from ui.components.tiles import Tile, tiles
from ui.sample import Sample


def show(key: str, lesson: list[Card], chosen: str, study: Sample) -> None:
    """Show the picture and what every model makes of it side by side; a click chooses the model.

    Args:
        key: Of these tiles on their page.
        lesson: The models, in order.
        chosen: Name of one of them.
        study: The picture.
    """
    image = study.normalised.image
    entries = [Tile("input", image, "The picture", "Input")]
    for card in lesson:
        rebuilt = models.rebuild(card, image)
        label = f"Reconstruction by {card.spec.title}"
        facts = f"error {rebuilt.error:.4f}"
        entries.append(Tile(card.name, rebuilt.x_hat, label, card.spec.title, "", facts, selected=card.name == chosen))
    tiles(key, entries, 112, lambda name: None if name == "input" else state.put("loss", name))
