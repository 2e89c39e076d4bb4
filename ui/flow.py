"""A model's way with a picture, laid out for the eye: the code as a place on a plane, as small maps, or as bars."""

import numpy as np

from ui import models
from ui.components import flow as widget
from ui.components.flow import Code, Passage

MOST_BARS = 300
DOTS = 1200


def flow(key: str, rebuilt: models.Rebuilt, waiting: bool = False) -> None:
    """Show how one model takes a picture apart and puts it together again.

    Args:
        key: Of this flow on its page.
        rebuilt: What the model made of the picture.
        waiting: Whether the picture is only an example until the student gives one.

    Raises:
        BadCheckpoint: The model's gallery is missing or damaged.
    """
    code = _code(rebuilt)
    widget.flow(key, Passage(rebuilt.card.name, rebuilt.image, rebuilt.x_hat, rebuilt.error, code), waiting)


def _code(rebuilt: models.Rebuilt) -> Code:
    """Choose how a code is shown."""
    spec, gallery = rebuilt.card.spec, models.gallery(rebuilt.card.id)
    size = spec.code_size
    if size == 2:
        window = models.plane(rebuilt.card.id)
        places = np.round(window.shares(gallery["codes"][:DOTS]) * 255).astype(np.uint8)
        dots = np.column_stack([places, gallery["labels"][:DOTS].astype(np.uint8)])
        label = "Code: place ({:.2f}, {:.2f}) on the plane".format(*rebuilt.code)
        return Code(size, label, "plane", window.shares(rebuilt.code), dots=dots)
    scale = models.usual_scale(rebuilt.card.id)
    shares = scale.shares(rebuilt.code)
    if spec.code_grid:
        return Code(size, f"Code: {spec.code_grid[0]} small maps", "maps", shares, grid=spec.code_grid)
    return Code(size, f"Code: {size} numbers as bars", "bars", shares[:MOST_BARS], zero=scale.zero)
