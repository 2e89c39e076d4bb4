"""What the networks of “Layer by layer” make of the picture under study: their reconstructions, and their codes."""

import numpy as np

from aemodels.experiments import stages
from ui.components.tiles import Tile, tiles
from ui.sample import Sample
from ui.sections.layer_by_layer.stage_networks import described

WIDTH = 130
SHAPES = {100: (10, 10), 30: (5, 6)}
"""Rows and columns of a code's picture, by its size."""


def reconstructions(key: str, titles: dict[str, tuple[str, str]], study: Sample) -> None:
    """Show the reconstructions of some networks, which follow a hand that draws.

    Args:
        key: Of the grid on its page.
        titles: Title and a sentence for each network, by its name.
        study: The picture.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    entries = []
    for name, (title, text) in titles.items():
        seen = stages.see(name, study.normalised.image)
        facts = f"{len(seen.code)} numbers\nerror {{error}}"
        tile = Tile(name, seen.x_hat, f"Reconstruction: {title}", title, facts=facts.format(error=f"{seen.error:.4f}"))
        entries.append(tile._replace(text=text, network=described(name), following=facts))
    tiles(key, entries, WIDTH, drawn=study.drawn, first=True)


def codes(key: str, titles: dict[str, str], study: Sample) -> None:
    """Show the codes of some networks as small squares, blue below and orange above zero; arguments as above."""
    entries = []
    for name, title in titles.items():
        code = stages.see(name, study.normalised.image).code
        picture = np.clip(code / max(1e-6, float(np.abs(code).max())), -1, 1).reshape(SHAPES[len(code)])
        entries.append(
            Tile(f"{name}.code", picture, f"Code: {title}", title, facts=f"{len(code)} numbers", signed=True)
        )
    tiles(key, entries, WIDTH)
