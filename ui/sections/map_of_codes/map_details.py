"""What is shown below the maps: the pinned digit with its neighbours, and the digits that were selected."""

import csv
import io
from string import ascii_uppercase

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets, figures
from ui import download, models, state, words
from ui.chart import chart
from ui.components.tiles import Tile, tiles
from ui.sections.map_of_codes import map_data, map_marks
from ui.sections.map_of_codes.map_views import View

MOST_SHOWN = 20


def _models(views: list[View]) -> list[View]:
    """Keep one view for each model."""
    return list({view.card.name: view for view in reversed(views)}.values())[::-1]


def _one_line(view: View, row: int) -> str:
    """Return a short code as numbers, a long one as how many there are."""
    code = models.gallery(view.card.id)["codes"][row]
    if len(code) > map_data.MOST_EXACT:
        return f"{len(code)} numbers"
    return "({})".format(", ".join(f"{number:.2f}" for number in code))


def show_pinned(views: list[View], row: int) -> None:
    """Show the pinned image with its code, and its neighbours by every model's code and by pixels.

    Raises:
        BadCheckpoint: Weights are missing or damaged.
    """
    data = views[0].card.spec.data
    names = datasets.TABLE[data].classes
    label = models.gallery(views[0].card.id)["labels"][row]
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.header(f"Pinned: test image {row}, labelled {names[label]}")
    right.button(
        "Unpin", key="unpin", width="stretch", icon=":material/keep_off:", on_click=state.write, args=("pinned", None)
    )
    tiles("pinned_pictures", _pictures(views, row, names[label]), 96)
    for view in _models(views):
        title, ring = view.card.spec.title, _mark(view, views, "whole rings")
        words.markdown(f"**Ten nearest codes** of {title}, with their distances{ring}")
        _neighbours(f"near.{view.card.name}", view, row, "code")
    with_data = datasets.available(data)
    what = "pictures, pixel by pixel" if with_data else "reconstructions, pixel by pixel"
    words.markdown(f"**Ten nearest {what}**, with their distances{_mark(views[0], views, 'dashed rings')}")
    _neighbours("near.pixels", views[0], row, "pixels")
    if not with_data:
        words.caption(
            "The pictures themselves did not come with this app, so pixels are compared between reconstructions."
        )


def _mark(view: View, views: list[View], ring: str) -> str:
    flat = not all(view.in_space for view in views)
    return f" ({ring} on the map)" if flat and view.card.name == views[0].card.name else ""


def _pictures(views: list[View], row: int, label: str) -> list[Tile]:
    entries = []
    originals = map_data.originals(views[0].card.id, [row])
    if originals is not None:
        entries.append(Tile("original", originals[0], f"Original, {label}", "Original", facts=f"label {label}"))
    for view in _models(views):
        gallery = models.gallery(view.card.id)
        picture = map_data.reconstructions(view.card.id)[row] / 255
        title, facts = view.card.spec.title, f"error {gallery['errors'][row]:.4f}"
        entries.append(Tile(f"rebuilt.{view.card.name}", picture, f"By {title}", f"By {title}", facts=facts))
        code = gallery["codes"][row]
        strip = _as_picture(code, float(np.abs(np.percentile(gallery["codes"], (1, 99))).max()))
        entries.append(
            Tile(f"code.{view.card.name}", strip, "Its code", "Its code", facts=_one_line(view, row), signed=True)
        )
    return entries


def _as_picture(code: np.ndarray, scale: float) -> np.ndarray:
    """Lay a code (D,) out as a nearly square picture in [-1, 1], row by row, the last row filled up with 0."""
    width = len(code) if len(code) <= map_data.MOST_EXACT else int(np.ceil(np.sqrt(len(code))))
    filled = np.zeros(-(-len(code) // width) * width, np.float32)
    filled[: len(code)] = np.clip(code / max(scale, 1e-6), -1, 1)
    return filled.reshape(-1, width)


def _neighbours(key: str, view: View, row: int, space: str) -> None:
    names = datasets.TABLE[view.card.spec.data].classes
    labels = models.gallery(view.card.id)["labels"]
    rows, distances = map_marks.nearest(view, row, space)
    entries = [
        Tile(str(other), picture, f"Test image {other}", names[labels[other]], facts=f"{distance:.2f}")
        for other, picture, distance in zip(rows, map_data.pictures(view.card.id, rows), distances, strict=True)
    ]
    tiles(key, entries, 64, on_choose=lambda id: state.write("pinned", int(id)))


def show_chosen(views: list[View], rows: list[int], by: str) -> None:
    """Show what the selected images have in common: the mean of their codes decoded, and their labels.

    Raises:
        BadCheckpoint: Weights are missing or damaged.
    """
    spec = views[0].card.spec
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.header(f"Selected: {len(rows):,} {datasets.TABLE[spec.data].noun}")
    right.button("Clear", key="clear_chosen", width="stretch", icon=":material/deselect:", on_click=map_marks.clear)
    pictures = np.stack([_mean_decoded(view, rows) for view in _models(views)])
    left, right = st.columns([1, 3])
    with left:
        titles = [view.card.spec.title for view in _models(views)]
        entries = [
            Tile(f"mean.{index}", picture, "Mean code decoded", f"By {title}")
            for index, (picture, title) in enumerate(zip(pictures, titles, strict=True))
        ]
        words.markdown("**Their mean code, decoded**")
        tiles("mean_decoded", entries, 110)
    with right:
        gallery = models.gallery(views[0].card.id)
        words.markdown("**Which labels they have**")
        counts = figures.maps.label_counts(gallery["labels"][rows], datasets.TABLE[spec.data].classes)
        chart(counts, "How many of the selected pictures have which label", key="label_counts")
    _odd_ones(views[0], rows)
    row = st.container(horizontal=True)
    with row:
        name = f"codes_{views[0].card.name}.csv"
        download.offer("Download the codes (CSV)", lambda: table(views[0], rows, by), name, "text/csv")
        download.grid_button("Download the picture (PNG)", pictures, len(pictures), f"mean_{views[0].card.name}.png")


def _odd_ones(view: View, rows: list[int]) -> None:
    """Show some of the selected images, those of the rarest labels first."""
    model, data = view.card.id, view.card.spec.data
    labels, names = models.gallery(model)["labels"], datasets.TABLE[data].classes
    counts = np.bincount(labels[rows], minlength=len(names))
    first = sorted(rows, key=lambda row: (counts[labels[row]], row))[:MOST_SHOWN]
    pictures = map_data.pictures(model, first)
    words.markdown("**Some of them**, the rarest labels first; click one to pin it")
    entries = [
        Tile(str(row), picture, f"Test image {row}", names[labels[row]])
        for row, picture in zip(first, pictures, strict=True)
    ]
    tiles("chosen_shown", entries, 64, on_choose=lambda id: state.write("pinned", int(id)))


def _mean_decoded(view: View, rows: list[int]) -> np.ndarray:
    codes = models.gallery(view.card.id)["codes"][rows]
    return aemodels.decode(view.card.name, codes.mean(0, keepdims=True))[0]


def table(view: View, rows: list[int], by: str) -> bytes:
    """Write codes as CSV: row, label, error, the cluster where points are coloured by it, and all numbers."""
    gallery = models.gallery(view.card.id)
    names = datasets.TABLE[view.card.spec.data].classes
    clusters = map_data.colours(view.card.id, by)[0] if by.startswith("cluster") else None
    file = io.StringIO()
    writer = csv.writer(file)
    numbers = [f"z{number + 1}" for number in range(gallery["codes"].shape[1])]
    writer.writerow(["row", "label", "error", *(["cluster"] if clusters is not None else []), *numbers])
    for row in rows:
        cluster = [] if clusters is None else [ascii_uppercase[clusters[row]]]
        error, code = float(gallery["errors"][row]), gallery["codes"][row].tolist()
        writer.writerow([row, names[gallery["labels"][row]], f"{error:.6g}", *cluster, *(f"{z:.6g}" for z in code)])
    return file.getvalue().encode()
