"""Pictures for the cards on maps of codes, many on a sheet, which the browser fetches when a dot is pointed at."""

import numpy as np
import streamlit as st
from PIL import Image

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.images import SIDE
from ui import models
from ui.download import png

COLUMNS = 100
A_SHEET = 500
SHADES = 16


@st.cache_resource(max_entries=60, show_spinner=False)
def reconstructions(model: ModelId, number: int) -> bytes | None:
    """Return a sheet of 500 reconstructions as a PNG, 100 a row; None for a number that there is not."""
    codes = models.gallery(model)["codes"][A_SHEET * number :][:A_SHEET]
    return _sheet(aemodels.decode(model.name, codes)) if len(codes) else None


@st.cache_resource(max_entries=20, show_spinner=False)
def _originals(_model: ModelId, data: str, count: int, number: int) -> bytes | None:
    images = datasets.test_bytes(data)[0][:count][A_SHEET * number :][:A_SHEET]
    return _sheet(datasets.inks(images)) if len(images) else None


def originals(model: ModelId, number: int) -> bytes | None:
    """Return a sheet of 500 test images as above; None, too, where the data set is not on this computer."""
    data = cards.read(model.name).spec.data
    if not datasets.available(data):
        return None
    return _originals(model, data, len(models.gallery(model)["labels"]), number)


def _sheet(pictures: np.ndarray) -> bytes:
    """Draw pictures (N, 28, 28) in [0, 1] in 16 shades: a third of the bytes of 256."""
    rows = -(-len(pictures) // COLUMNS)
    cells = np.zeros((rows * COLUMNS, SIDE, SIDE), np.uint8)
    cells[: len(pictures)] = np.round(np.clip(pictures, 0, 1) * (SHADES - 1))
    sheet = cells.reshape(rows, COLUMNS, SIDE, SIDE).swapaxes(1, 2).reshape(rows * SIDE, COLUMNS * SIDE)
    image = Image.fromarray(sheet, mode="P")
    image.putpalette([255 * shade // (SHADES - 1) for shade in range(SHADES) for _ in range(3)])
    return png(image, compress_level=9)
