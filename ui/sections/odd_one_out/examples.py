"""Anomalies to try on a model of digits: letters, scribbles, clothes and turned digits, all as strokes."""

import json
from pathlib import Path

import numpy as np
import streamlit as st

from ui.components.pad import PRESETS, UNITS, Strokes
from ui.components.tiles import Tile, tiles
from ui.sample import hand_over, of_strokes

DRAWN: dict[str, Strokes] = json.loads(Path(__file__).with_suffix(".json").read_text())
TURNED = {
    "2 on its side": ("2", 90),
    "4 aslant": ("4", 135),
    "8 on its side": ("8", 270),
    "6 upside down": ("6", 180),
}
WIDTH = 58


def turned(strokes: Strokes, degrees: float) -> Strokes:
    """Return strokes turned clockwise around the middle of the pad."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn, middle = np.array([[cosine, sine], [-sine, cosine]]), UNITS / 2
    centred = [np.reshape(stroke, (-1, 2)) - middle for stroke in strokes]
    return [np.round(points @ turn + middle).astype(int).ravel().tolist() for points in centred]


ANOMALIES = DRAWN | {name: turned(PRESETS[digit], degrees) for name, (digit, degrees) in TURNED.items()}


def offer() -> None:
    """Show them as tiles, as the models will see them; a click puts one on the pad."""
    entries = [
        Tile(name, picture, f"Put on the pad: {name}", facts=name, selected=_is_on_pad(name))
        for name, picture in _pictures().items()
    ]
    tiles("anomalies", entries, width=WIDTH, on_choose=lambda name: hand_over(ANOMALIES[name]))


def _is_on_pad(name: str) -> bool:
    return st.session_state.get("source", "draw") == "draw" and st.session_state.get("study.strokes") == ANOMALIES[name]


@st.cache_resource(max_entries=1, show_spinner=False)
def _pictures() -> dict[str, np.ndarray]:
    return {name: of_strokes(strokes).image for name, strokes in ANOMALIES.items()}
