"""What a map of codes is made of, as bytes for the browser and as arrays for the page; every piece is kept."""

from collections.abc import Sequence
from string import ascii_uppercase

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import ModelId
from aemodels.latent import clusters, pca, placement, scales
from aemodels.latent.nearest import Known
from ui import models
from ui.components.shared.message import ink_bytes, pack

PROJECTIONS = ("pca", "tsne", "umap")
COMPARED = 1000
MOST_BARS = 32
MOST_EXACT = 3
CLUSTERS = range(2, 21)
LEVELS = 127  # of a bar, above and below zero
USUAL = (1, 99)


def projections(model: ModelId) -> dict[str, np.ndarray]:
    """Return all projections (N, 2 or 3) of a model's codes by name; "code" is the code itself where it is that short.

    Raises:
        BadCheckpoint: The gallery is missing or damaged.
    """
    gallery = models.gallery(model)
    flat = {key: gallery[key] for key in PROJECTIONS if key in gallery}
    return flat | ({"code": gallery["codes"]} if gallery["codes"].shape[1] in (2, 3) else {})


@st.cache_resource(max_entries=16, show_spinner=False)
def clusters_of(model: ModelId, count: int) -> np.ndarray:
    """Sort a model's codes into clusters (N,); see `clusters.k_means`."""
    return clusters.k_means(models.gallery(model)["codes"], count)


@st.cache_resource(max_entries=8, show_spinner=False)
def reconstructions(model: ModelId) -> np.ndarray:
    """Decode all codes of a gallery to (N, 28, 28) uint8, ink = 255; errors as in `aemodels.decode`."""
    return ink_bytes(aemodels.decode(model.name, models.gallery(model)["codes"]))


def originals(model: ModelId, rows: Sequence[int]) -> np.ndarray | None:
    """Return test images (N, 28, 28) in [0, 1] by their rows in a gallery; None where the data set is not here."""
    data = cards.read(model.name).spec.data
    return datasets.inks(datasets.test_bytes(data)[0][rows]) if datasets.available(data) else None


def pictures(model: ModelId, rows: Sequence[int]) -> np.ndarray:
    """Return test images (N, 28, 28) in [0, 1] by their rows, or their reconstructions without the data set."""
    images = originals(model, rows)
    return datasets.inks(reconstructions(model)[rows]) if images is None else images


@st.cache_resource(max_entries=8, show_spinner=False)
def code_space(model: ModelId) -> Known:
    """Return a model's codes for the search of neighbours."""
    return Known(models.gallery(model)["codes"])


@st.cache_resource(max_entries=48, show_spinner=False)
def usual_distances(model: ModelId) -> np.ndarray:
    """Return how far the first 1,000 codes of a gallery lie from the nearest other one: (1000,)."""
    codes = code_space(model)
    return codes.nearest(codes.points[:COMPARED], 2).distances[:, 1]


@st.cache_resource(max_entries=4, show_spinner=False)
def pixel_space(model: ModelId, with_data: bool) -> Known:
    """Return the test images, or their reconstructions without the data set, for the search of neighbours."""
    shown = pictures(model, range(len(models.gallery(model)["labels"])))
    return Known(np.ascontiguousarray(shown.reshape(len(shown), -1)))


@st.cache_resource(max_entries=8, show_spinner=False)
def places_message(model: ModelId) -> bytes:
    """Pack all projections with labels and errors."""
    gallery, maps = models.gallery(model), projections(model)
    return pack(
        {"columns": {key: points.shape[1] for key, points in maps.items()}},
        labels=gallery["labels"].astype(np.uint8),
        errors=gallery["errors"],
        **maps,
    )


def colours(model: ModelId, by: str) -> tuple[np.ndarray, tuple[str, ...] | None]:
    """Return what points are coloured by.

    Args:
        model: Which.
        by: "label", "error", "unit-<index>" or "cluster-<count>".

    Returns:
        (N,) values, and the names of the classes or clusters that they number; None for a scale.

    Raises:
        LookupError: `by` is something else.
    """
    gallery = models.gallery(model)
    if by == "label":
        return gallery["labels"], datasets.TABLE[cards.read(model.name).spec.data].classes
    if by == "error":
        return gallery["errors"], None
    kind, _, text = by.partition("-")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
    if kind == "unit" and 0 <= number < gallery["codes"].shape[1]:
        return gallery["codes"][:, number], None
    if kind == "cluster" and number in CLUSTERS:
        return clusters_of(model, number), tuple(ascii_uppercase[:number])
    raise LookupError(by)


def colour_message(model: ModelId, by: str) -> bytes | None:
    """Pack what points are coloured by, as in `colours`; None for something else."""
    try:
        values, names = colours(model, by)
    except LookupError:
        return None
    if names is not None:
        return pack({"kind": by.partition("-")[0], "names": names}, values=values.astype(np.uint8))
    title = "Squared error a pixel" if by == "error" else f"Number {int(by.partition('-')[2]) + 1} of the code"
    return _scale_message(title, values)


def _scale_message(title: str, values: np.ndarray) -> bytes:
    low, high = np.percentile(values, USUAL).tolist()
    header = {"kind": "scale", "title": title, "low": low, "high": max(high, low + 1e-6)}
    return pack(header, values=np.ascontiguousarray(values, dtype=np.float32))


@st.cache_resource(max_entries=8, show_spinner=False)
def codes_message(model: ModelId) -> bytes:
    """Pack codes as they are where they have at most three numbers, else as at most 32 bars of means of neighbours."""
    codes = models.gallery(model)["codes"]
    size = codes.shape[1]
    if size <= MOST_EXACT:
        return pack({"size": size, "exact": True, "shown": size}, codes=codes)
    shown = min(size, MOST_BARS)
    pooled = pooled_codes(codes, shown)
    shares = np.clip(scales.usual_scale(pooled).shares(pooled), -1, 1)
    bars = np.round(LEVELS + 1 + LEVELS * shares).astype(np.uint8)
    return pack({"size": size, "exact": False, "shown": shown}, codes=bars)


@st.cache_resource(max_entries=8, show_spinner=False)
def space_message(model: ModelId) -> bytes:
    """Pack what it takes to find where another code lands: axes, and all codes along them as float16."""
    codes = models.gallery(model)["codes"]
    axes, (_, flat) = placement.axes(codes), pca.main_directions(codes, 2)
    arrays = {"mean": axes.mean, "directions": axes.directions, "flat": flat}
    floats = {name: np.asarray(array, np.float32) for name, array in arrays.items()}
    return pack({"scale": axes.scale}, known=axes.along(codes).astype(np.float16).view(np.uint8), **floats)


def pooled_codes(codes: np.ndarray, count: int) -> np.ndarray:
    """Shorten codes (N, D) to (N, count): the mean of each of `count` runs of numbers."""
    return np.stack([part.mean(1) for part in np.array_split(codes, count, axis=1)], axis=1)
