"""A recurrent model's reading of the picture under study."""

import numpy as np
import streamlit as st

from aemodels.checkpoints import results
from aemodels.checkpoints.card import Card, ModelId
from aemodels.errors import BadCheckpoint
from aemodels.experiments import row_by_row
from ui import models, networks, state
from ui.components.row_reader import Reading, row_reader
from ui.sample import Sample

USUAL_SHARE = 95  # percent of all code numbers that the colours tell apart


def reader(key: str, card: Card, study: Sample) -> None:
    """Show how a model reads the picture under study, row by row.

    Args:
        key: Of the reader on its page.
        card: Of a recurrent model.
        study: The picture, which the page follows while a hand draws.

    Raises:
        BadCheckpoint: The model's checkpoint is missing or damaged.
    """
    image = study.normalised.image
    codes, pictures, errors = row_by_row.read(card.name, image)
    shown = Reading(
        *(card.name, image, codes, pictures, errors),
        usual=_usual(card.name),
        scale=_scale(card.id),
        network=networks.described(card),
        drawn=study.drawn,
    )
    row_reader(key, shown, state.read("rows"), lambda rows: state.write("rows", rows))


def _usual(name: str) -> dict[str, list[float]] | None:
    """Return the errors of test images by row; None where they have not been measured."""
    try:
        return {key: results.row_by_row()["models"][name][key] for key in ("mean", "low", "high")}
    except (BadCheckpoint, KeyError):
        return None


@st.cache_resource(max_entries=8, show_spinner=False)
def _scale(model: ModelId) -> float:
    return float(np.percentile(np.abs(models.gallery(model)["codes"]), USUAL_SHARE))
