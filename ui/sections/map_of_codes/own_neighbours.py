"""What the maps know of the student's digit: the codes nearest to its own, and how unusual that is."""

import streamlit as st

import aemodels
from aemodels import datasets
from ui import models
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
    identity, spec = (view.name, view.card.digest), view.card.spec
    code = aemodels.encode(view.name, study.normalised.image[None])
    found = map_data.code_space(*identity).nearest(code, NEIGHBOURS)
    pictures = map_data.pictures(*identity)
    labels, names = models.gallery(*identity)["labels"], datasets.TABLE[spec.data].classes
    st.markdown(f"**Nearest to yours** by the code of {spec.title}, with their distances")
    entries = [
        Tile(f"own.{row}", pictures[row], f"Test image {row}", names[labels[row]], facts=f"{distance:.2f}")
        for row, distance in zip(found.positions[0].tolist(), found.distances[0].tolist(), strict=True)
    ]
    tiles("near.own", entries, 64)
    st.caption(_how_usual(float((map_data.usual_distances(*identity) < found.distances[0, 0]).mean())))


def _how_usual(share: float) -> str:
    """Say what it means that so many test images (0 to 1) lie nearer to their nearest."""
    if share > UNUSUAL:
        return (
            "Hardly any test image lies so far from all the others: the model has seen nothing like it, and the place "
            "of the star says little."
        )
    return f"{1 - share:.0%} of the test images lie at least as far from their own nearest: it is no stranger here."
