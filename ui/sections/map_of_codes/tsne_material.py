"""The codes that t-SNE gets: of so many test images, as they are or as their principal components."""

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent import placement
from ui import models
from ui.components.shared.message import pack


def counts(card: Card, in_gallery: int, wanted: tuple[int, ...]) -> list[int]:
    """Return how many codes there can be: those of the gallery, and of all test images where the data set is here.

    Args:
        card: Of the model.
        in_gallery: Codes that came with it.
        wanted: What one would like to offer.
    """
    data = card.spec.data
    most = datasets.TABLE[data].tested_on if datasets.available(data) else 0
    return [count for count in wanted if count <= max(most, in_gallery)]


@st.cache_resource(max_entries=8, show_spinner=False)
def message(model: ModelId, count: int, key: str) -> bytes:
    """Pack codes and labels for the browser.

    Args:
        model: Which.
        count: How many, from the first test image on.
        key: What the page calls them.

    Raises:
        BadCheckpoint: The gallery or the weights are missing or damaged.
        MissingData: More codes than the gallery has, and the data set is not here.
    """
    codes, labels = _codes(model, count)
    if codes.shape[1] > placement.MOST_NUMBERS:
        codes = placement.axes(codes).along(codes)
    return pack({"key": key, "columns": codes.shape[1]}, codes=codes, labels=labels.astype(np.uint8))


def _codes(model: ModelId, count: int) -> tuple[np.ndarray, np.ndarray]:
    gallery = models.gallery(model)
    codes, labels = gallery["codes"], gallery["labels"]
    if count <= len(codes):
        return codes[:count], labels[:count]
    others, their_labels = _beyond_the_gallery(model, len(codes))
    both = np.concatenate([codes, others]), np.concatenate([labels, their_labels])
    return both[0][:count], both[1][:count]


@st.cache_resource(max_entries=4, show_spinner="Encoding the other 5,000 test images …")
def _beyond_the_gallery(model: ModelId, first: int) -> tuple[np.ndarray, np.ndarray]:
    test = datasets.test(aemodels.spec(model.name).data)
    return aemodels.encode(model.name, test.images[first:]), test.labels[first:]
