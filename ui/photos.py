"""Photos and scans: uploaded or taken with the camera, shown, and what on them is meant chosen with a tap."""

from typing import Any, Literal

import streamlit as st

from aemodels.errors import BadImage
from aemodels.images import Normalised, normalise
from ui.components.back_camera import back_camera
from ui.components.photo import jpeg, photo
from ui.components.tiles import Tile, tiles
from ui.literal import literal, sentence

PICTURE_TYPES = ["png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp"]
Kind = Literal["upload", "camera"]


def uploaded() -> Normalised | None:
    """Show the field for a file; return what it shows, None as long as there is none."""
    return _kept(
        "upload",
        lambda: st.file_uploader(
            "A photo or scan of handwritten digits",
            PICTURE_TYPES,
            key="upload",
            help="Dark ink on light paper or the reverse. A photo from your phone is fine. It stays in this server's "
            "memory and is forgotten when you leave.",
        ),
    )


def taken() -> Normalised | None:
    """Show the camera; return what it took, None as long as there is nothing."""
    back_camera()
    return _kept(
        "camera",
        lambda: st.camera_input(
            "Point the camera at a handwritten digit",
            key="camera",
            help="Browsers open the camera only at an address with https, or on this computer. The photo stays in "
            "this server's memory and is forgotten when you leave.",
        ),
    )


def _kept(kind: Kind, ask: Any) -> Normalised | None:
    """Show a widget for a photo, keep the last good one from page to page, and show it."""
    on_page = kind in st.session_state
    file = ask()
    if on_page:  # between two files the widget is empty for a moment, so what was there is hidden, not forgotten
        st.session_state[f"study.{kind}_hidden"] = not file
    kept = st.session_state.get(f"study.{kind}")
    if file and (not kept or kept["id"] != file.file_id):
        name = file.name if kind == "upload" else "Your photo"
        try:
            normalised = normalise(file.getvalue())
            kept = {"id": file.file_id, "name": name, "normalised": normalised, "digit": 0, "reading": 0}
            kept["jpeg"] = jpeg(normalised.steps["as given"])
            st.session_state[f"study.{kind}"] = kept
        except BadImage as error:
            st.error(f"{literal(name)}: {sentence(str(error))}")
    if not kept or st.session_state.get(f"study.{kind}_hidden"):
        return None
    if file and kept["id"] != file.file_id:
        st.caption(f"Still looking at {literal(kept['name'])}.")
    if kind == "upload" or not file or kept["normalised"].digits:  # else the camera's own widget shows it
        frames = [digit.frame for digit in kept["normalised"].digits]
        photo("photo", kept["jpeg"], kept["name"], frames, kept["digit"], lambda at: kept.update(digit=at))
    return _chosen(kept)


def _chosen(kept: dict) -> Normalised:
    """Show what can be chosen on a photo, and return what is."""
    normalised: Normalised = kept["normalised"]
    if normalised.digits:
        st.caption(f"{len(normalised.digits)} digits found. Tap the one to look at.")
        entries = [
            Tile(str(at), digit.image, f"Digit {at + 1}", selected=at == kept["digit"])
            for at, digit in enumerate(normalised.digits)
        ]
        tiles("photo_digits", entries, width=44, on_choose=lambda id: kept.update(digit=int(id)))
        return normalised.at(kept["digit"])
    if normalised.other:
        st.caption("It can be read in two ways. Tap the one that you meant.")
        both = (normalised, normalised.other)
        entries = [
            Tile(str(at), one.image, f"Reading {at + 1}", selected=at == kept["reading"]) for at, one in enumerate(both)
        ]
        tiles("photo_readings", entries, width=90, on_choose=lambda id: kept.update(reading=int(id)))
        return both[kept["reading"]]
    return normalised
