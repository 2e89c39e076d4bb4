"""The student's digit among the test images: those with the nearest codes, and how unusual its own code is."""

import aemodels
from aemodels import datasets
from ui import models, words
from ui.components.tiles import Tile, tiles
from ui.sample import Sample
from ui.sections.map_of_codes import map_data
from ui.sections.map_of_codes.map_views import View

NEIGHBOURS = 10
UNUSUAL = 0.99


def show_own(study: Sample, view: View) -> None:
    """Show the ten test images whose codes are nearest to the picture under study; nothing for the example.

    Args:
        study: Picture under study; nothing is shown while the hand still moves.
        view: Map whose model's codes count.

    Raises:
        BadCheckpoint: Weights or the gallery are missing or damaged.
    """
    if study.live or study.example:
        return
    model, spec = view.card.id, view.card.spec
    code = aemodels.encode(view.card.name, study.normalised.image[None])
    nearby = map_data.code_space(model).nearest(code, NEIGHBOURS)
    rows = nearby.positions[0].tolist()
    labels, names = models.gallery(model)["labels"], datasets.TABLE[spec.data].classes
    words.markdown(f"**Nearest to yours** by the code of {spec.title}, with their distances")
    entries = [
        Tile(f"own.{row}", picture, f"Test image {row}", names[labels[row]], facts=f"{distance:.2f}")
        for row, picture, distance in zip(rows, map_data.pictures(model, rows), nearby.distances[0], strict=True)
    ]
    tiles("near.own", entries, 64)
    words.caption(_how_usual(float((map_data.usual_distances(model) < nearby.distances[0, 0]).mean())))


def _how_usual(share: float) -> str:
    """Return what it means that this share of the test images, 0 to 1, lies nearer to their nearest code."""
    if share > UNUSUAL:
        return (
            "Hardly any test image lies so far from all others. The model has seen nothing like it, so do not "
            "trust the place of the star."
        )
    return (
        f"Nothing unusual here: {share:.0%} of the test images have a nearer neighbour than yours, {1 - share:.0%} one "
        "that is as far away or further."
    )
