"""Places on a plane that a student has judged: what was seen there, and what is measured there."""

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent.nearest import Known
from ui.components.lesson import Judged
from ui.components.tiles import Tile, tiles
from ui.sections.latent_plane import halves, holes
from ui.sections.lesson.step import Doing

ZONES = {"amid": "among the dots", "gap": "in a gap or at the edge", "far": "far out"}
AMID, FAR = 0.013, 0.13
"""Distances from the nearest dot, in shares of the plane's width, at which the zones end. From the first one on,
eyes see a place between the dots as white."""
CIRCLES = {"amid": AMID, "gap": AMID, "far": FAR}
SIGNS = {
    "amid": "so that a dot lies in the small circle around your place",
    "gap": "so that no dot lies in the small circle around your place",
    "far": "so that no dot lies in the large circle around your place",
}
"""What circle is drawn around a place while one in a zone is looked for, as a share of the plane's width, and how one
sees by it that the place is in this zone."""
PAPER = 8.0  # pixels of ink, below which a picture is empty
SAID = {"clean": "a clean digit", "bent": "hard to read", "broken": "no digit", "paper": "empty paper"}
MOST = 8  # of each network
ROW = 420  # CSS pixels, so that those of a network, one in each zone, stand in one row
EXPLAINED = (
    "**Next dot**: how far away the nearest dot is, in % of the map's width. **Unlike**: the error between this "
    "picture and the most similar of the network's copies of {count:,} digits. The smaller, the more it is like one; "
    f"above {holes.LIKE:g}, it is like none. (Trust your eyes, too: a digit of an odd shape is unlike the copies, but "
    "a digit, and a scrawl may be much like an odd copy.)"
)


class Measured(NamedTuple):
    """What is measured at a place.

    Attributes:
        zone: A name of `ZONES`.
        away: Distance from the nearest dot, in shares of the plane's width.
        unlike: Squared error a pixel to the most similar of the network's copies of digits.
        image: (28, 28) in [0, 1], what is drawn there.
    """

    zone: str
    away: float
    unlike: float
    image: np.ndarray


def kept(doing: Doing, networks: Container[str]) -> list[Judged]:
    """Return the places that were judged; what is no place of these networks' planes is left out."""
    whole = [one for one in doing.kept.get("places", []) if one.network in networks and one.seen in SAID]
    doing.kept["places"] = whole
    return whole


def of(judged: list[Judged], network: str) -> list[Judged]:
    """Return those of one network."""
    return [one for one in judged if one.network == network]


def zones(judged: list[Judged]) -> set[str]:
    """Return the zones in which there is any."""
    return {measured(one).zone for one in judged}


def measured(place: Judged) -> Measured:
    """Measure at a place.

    Raises:
        BadCheckpoint: Weights or a gallery are missing or damaged.
    """
    return _measured(cards.read(place.network).id, place.z1, place.z2)


@lru_cache(maxsize=1000)
def _measured(model: ModelId, z1: float, z2: float) -> Measured:
    card, code = cards.read(model.name), np.array([[z1, z2]], np.float32)
    away = float(distances(card, code)[0])
    return Measured(zone(away), away, float(holes.unlike(card, code)[0]), aemodels.decode(model.name, code)[0])


def distances(card: Card, codes: np.ndarray) -> np.ndarray:
    """Return how far codes (N, 2) are from the nearest dot, (N,), in shares of the plane's width."""
    return Known(halves.dots(card.id)[0]).nearest(codes).distances[:, 0] / (2 * halves.home(card)["half"])


def zone(away: float) -> str:
    """Return the zone at a distance from the nearest dot."""
    return "amid" if away < AMID else "far" if away > FAR else "gap"


def show(judged: list[Judged], names: dict[str, str]) -> None:
    """Show the places that were judged: of each network, by its name, from the dots to far out."""
    order = list(names), list(ZONES)
    looked = [(one, measured(one)) for one in judged]
    looked.sort(key=lambda pair: (order[0].index(pair[0].network), order[1].index(pair[1].zone)))
    entries = [
        Tile(
            str(number),
            at.image,
            f"{names[one.network]}, {ZONES[at.zone]}: {SAID[one.seen]}",
            names[one.network],
            facts=f"{ZONES[at.zone]}\n“{SAID[one.seen]}”\n{_figures(at)}",
        )
        for number, (one, at) in enumerate(looked)
    ]
    with st.container(width=ROW):
        tiles("lesson_judged", entries, 108)


def _figures(at: Measured) -> str:
    """Return a place's figures, each of which stays on one line."""
    away = f"{100 * at.away:.{0 if at.away >= 0.1 else 1}f}"
    return f"next dot:\u00a0{away}\u00a0%\nunlike:\u00a0{at.unlike:.4f}"
