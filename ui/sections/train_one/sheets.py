"""The sheets of pictures that a browser trains on: fetched once over HTTP, with a digest in their address."""

from hashlib import blake2b
from typing import NamedTuple, TypedDict

import numpy as np
import streamlit as st

from aemodels import datasets, folders
from aemodels.errors import MissingData
from aemodels.images import normalise
from ui.components.shared.message import ink_bytes, pack
from ui.sample import on_paper

ROUTE = "training"
MOST = 10_000
"""Pictures in a sheet."""
SHEETS = ("digits", "mnist", "fashion")
DIGEST_BYTES = 8


class Described(TypedDict):
    """What the page's component has to know of a sheet, as `id` the setting `data` names it."""

    id: str
    title: str
    address: str
    count: int
    classes: list[str]


class Sheet(NamedTuple):
    """A sheet as it travels.

    Attributes:
        digest: Of the message.
        count: Of its pictures.
        message: For `readMessage`: header with "count" and "names", arrays "pictures" (count * 784 uint8, ink = 255)
            and "labels" (count uint8).
    """

    digest: str
    count: int
    message: bytes


def available() -> list[Described]:
    """Return the sheets that this server can serve now; the digits always come first."""
    return [_described(name, sheet) for name in SHEETS if (sheet := find(name))]


def find(name: str) -> Sheet | None:
    """Return a sheet by its name, made at the first request and shared by all; None where there is no such data."""
    if name not in SHEETS or not datasets.available(name):
        return None
    try:
        return _made(name, _stamp(name))
    except (MissingData, OSError):  # half of it is there, or it is damaged
        return None


def _described(name: str, sheet: Sheet) -> Described:
    entry = datasets.TABLE[name]
    return {
        "id": name,
        "title": entry.title,
        "address": f"{ROUTE}/{name}/{sheet.digest}/pictures",
        "count": sheet.count,
        "classes": list(entry.classes),
    }


def _stamp(name: str) -> tuple[int, ...]:
    """Return what changes when a data set's files do."""
    first = datasets.TABLE[name].first_file
    if not first:
        return ()
    files = sorted((folders.data() / first).parent.glob("train-*-ubyte"))
    return tuple(number for file in files for number in (file.stat().st_size, file.stat().st_mtime_ns))


@st.cache_resource(max_entries=len(SHEETS), show_spinner=False)
def _made(name: str, stamp: tuple[int, ...]) -> Sheet:
    pictures, labels = _digits() if name == "digits" else datasets.first_training_bytes(name, MOST)
    header = {"count": len(labels), "names": list(datasets.TABLE[name].classes)}
    message = pack(header, pictures=pictures, labels=labels)
    return Sheet(blake2b(message, digest_size=DIGEST_BYTES).hexdigest(), len(labels), message)


def _digits() -> tuple[np.ndarray, np.ndarray]:
    """Send scikit-learn's digits through the pipeline, as a student's own go; it takes about a second."""
    split = datasets.bundled_digits()
    images = np.stack([normalise(on_paper(image)).image for image in split.images])
    return ink_bytes(images), split.labels.astype(np.uint8)
