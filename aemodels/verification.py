"""A card and what lies beside it, held against what the weights, the data and the code give."""

from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np
from safetensors import safe_open

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, Figures, to_json
from aemodels.checkpoints.comparison import CLOSE, Within, differences
from aemodels.datasets import Data, Dataset
from aemodels.datasets.reuters import Corpus
from aemodels.errors import BadCheckpoint
from aemodels.latent import map_quality
from aemodels.networks.autoencoder import Autoencoder
from aemodels.training import description, expected_history

FROM_CODE = ("spec", "story", "formulas", "units")
"""What of a card stands in the variant's file."""
DTYPES = {"F16": "float16", "F32": "float32"}
AS_GOLDEN = Within(least=1e-3)


class Verified(NamedTuple):
    """What came of holding a card against its weights.

    Attributes:
        figures: On the test examples, measured.
        mismatches: Everything that is stated and not so, in words.
    """

    figures: Figures
    mismatches: list[str]


def verify(card: Card, model: Autoencoder, data: Data) -> Verified:
    """Compute anew all that can be computed of a card and its gallery, and name what differs.

    Taken on trust is only what training or drawing anew would have to tell: how the weights came about, the seconds of
    every epoch, the terms of every epoch but the last validation's, and how large a landing error is within its bounds.

    Args:
        card: As it was read.
        model: Its network, with the weights that the card's digest names.
        data: Its data set.
    """
    gallery, faults = _read(card, data)
    maps = _measured_maps(card, gallery, data)
    made = description.made_as(card)._replace(dtype=_stored_dtype(card.name))
    anew = description.describe(card.name, model, data, made, maps)
    mismatches = [
        *_differing_entries(card, anew),
        *expected_history.mismatches(card, model, data),
        *_impossible_landings(card, data),
        *faults,
        *(_differing_gallery(gallery, model, data) if gallery else ()),
    ]
    return Verified(anew.figures.test, mismatches)


def _measured_maps(card: Card, gallery: dict[str, np.ndarray] | None, data: Data) -> dict[str, dict]:
    if gallery is None:
        return card.maps
    return description.measured_maps(gallery, card.maps) if isinstance(data, Dataset) else {}


def _differing_entries(card: Card, anew: Card) -> list[str]:
    """Compare a card with the one that was computed, entry by entry, but for the history."""
    stated, found = (to_json(replace(each, history=())) for each in (card, anew))
    mismatches = []
    for key in dict.fromkeys((*stated, *found)):
        origin = "in the code" if key in FROM_CODE else "measured"
        within = AS_GOLDEN if key == "golden" else CLOSE
        mismatches += differences(stated.get(key), found.get(key), f"card.{key}", origin, within)
    return mismatches


def _read(card: Card, data: Data) -> tuple[dict[str, np.ndarray] | None, list[str]]:
    """Read the gallery and hold the words against the data; what is missing or damaged is said, with its remedy."""
    gallery, faults = None, []
    try:
        gallery = cards.load_gallery(card.name)
    except BadCheckpoint as error:
        faults.append(str(error))
    try:
        if isinstance(data, Corpus) and cards.words(card.name) != data.words:
            remedy = cards.remedy_without_training(card.name)
            faults.append(f"The vocabulary of “{card.name}” is not that of its data set. {remedy}")
    except BadCheckpoint as error:
        faults.append(str(error))
    return gallery, faults


def _differing_gallery(stored: dict[str, np.ndarray], model: Autoencoder, data: Data) -> list[str]:
    """Compare a gallery with what the model makes of the first test examples; of every array the worst entry."""
    anew = description.gallery(model, data.test.first(description.GALLERY_EXAMPLES))
    mismatches = []
    for key, array in ((key, array.astype(np.float32)) for key, array in anew.items()):
        if stored[key].shape != array.shape:
            mismatches.append(f"gallery.{key} states {stored[key].shape}, measured {array.shape}")
        elif not description.equal(stored[key], array):
            worst = np.unravel_index(np.abs(stored[key] - array).argmax(), array.shape)
            place = "".join(f"[{at}]" for at in worst)
            mismatches.append(f"gallery.{key}{place} states {stored[key][worst]:.6g}, measured {array[worst]:.6g}")
    return mismatches


def _impossible_landings(card: Card, data: Data) -> list[str]:
    """Name the drawn maps whose landing error is missing or larger than a map; more than that only drawing tells."""
    drawn = [kind for kind in map_quality.DRAWN if kind in card.maps]
    if len(data.test.labels) <= description.GALLERY_EXAMPLES:
        return []
    return [
        f"card.maps.{kind}.landing_error states {card.maps[kind].get('landing_error')}, "
        f"which is no share of a map: 0 to {map_quality.DIAGONAL:.3f}"
        for kind in drawn
        if not map_quality.lands_on_map(card.maps[kind])
    ]


def _stored_dtype(name: str) -> Any:
    """Return the type of all tensors in a model's weights, or their types in words where they have several."""
    with safe_open(cards.weights_path(name), "np") as weights:
        kinds = sorted({weights.get_slice(key).get_dtype() for key in weights.keys()})  # noqa: SIM118
    return DTYPES.get(kinds[0], kinds[0]) if len(kinds) == 1 else " and ".join(kinds)
