"""Where the holes of two planes are: measured all over them, and counted by how far the dots are."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap, Judged
from ui.sections.latent_plane import holes
from ui.sections.lesson import code_maps, places
from ui.sections.lesson.places import ZONES

NEARLY = 0.4
"""Of the strength of a hole's colour: how a place is shaded that is more than half as unlike."""
WHERE = (
    "**Where are the holes?** “Unlike” was measured at {count} places all over each map; between them it may be "
    "otherwise. Where it is above {like:g}, the place is a **hole**."
)
COUNTED = (
    "Where dots are near, both networks draw digits. Far out, where no digit was in training, the plain one often "
    "fails. The variational map has fewer such places: {filled:.0f} % of it are far out, of the plain map "
    "{plain:.0f} %."
)
WITHIN = 0.02  # of a map's side, so that a disc on its border is in view


class Counted(NamedTuple):
    """What is counted in a zone of a map: `size`, its share of the map, and `holes`, the share of holes in it."""

    size: float
    holes: float


def show(plain: Card, variational: Card, judged: list[Judged]) -> None:
    """Show both maps with their holes, the dots, and the places that were judged."""
    words.markdown(WHERE.format(count=holes.PLACES_A_SIDE**2, like=holes.LIKE))
    shown = [
        CodeMap(
            title,
            f"Holes: {', '.join(f'{100 * zone.holes:.0f} % {ZONES[name]}' for name, zone in counted(card).items())}.",
            code_maps.dots(card.id),
            marks=_marks(card, places.of(judged, card.name)),
            shade=_shade(card),
        )
        for card, title in ((plain, "Plain autoencoder"), (variational, "Variational autoencoder"))
    ]
    signs = {
        "hole": f"a hole: unlike all copies of digits, by more than {holes.LIKE:g}",
        "pale": f"nearly: by {holes.LIKE / 2:g} to {holes.LIKE:g}",
        "dots": "a digit, in the colour of its kind",
        "marks": "a place that you tapped",
    }
    widget.maps("lesson_holes", shown, signs, beside=True)
    plain_far, filled_far = (100 * counted(card)["far"].size for card in (plain, variational))
    words.markdown(COUNTED.format(plain=plain_far, filled=filled_far))


def _shade(card: Card) -> list[float]:
    """Return how strongly each place of a map is shaded: holes fully, what is nearly one less, all else not."""
    errors = holes.find(card).errors
    return np.select([errors > holes.LIKE, errors > holes.LIKE / 2], [1.0, NEARLY], 0.0).tolist()


def _marks(card: Card, judged: list[Judged]) -> list[list[float]]:
    """Return where places are on a model's map, those outside of it on its border."""
    shares = [code_maps.place(card.id, np.array([one.z1, one.z2])) for one in judged]
    return np.clip(np.array(shares).reshape(-1, 2), WITHIN, 1 - WITHIN).tolist()


def counted(card: Card) -> dict[str, Counted]:
    """Return what is counted in each zone of a model's map; errors as in `holes.find`."""
    return _counted(card.id)


@lru_cache(maxsize=4)
def _counted(model: ModelId) -> dict[str, Counted]:
    card = cards.read(model.name)
    found = holes.find(card)
    zones = np.array([places.zone(away) for away in places.distances(card, found.grid)])
    hole = found.errors > holes.LIKE
    return {name: Counted(float((zones == name).mean()), float(hole[zones == name].mean())) for name in ZONES}
