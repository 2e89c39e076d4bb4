"""Anomalies to try on a model of digits: letters, scribbles, clothes and turned digits, all as strokes."""

import json
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import streamlit as st

from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui import models, words
from ui.components.pad import PRESETS, UNITS, Strokes
from ui.components.shared.message import ink_bytes
from ui.components.tiles import Tile, tiles
from ui.sample import hand_over, of_strokes
from ui.sections.odd_one_out.judgement import judge

DRAWN: dict[str, Strokes] = json.loads(Path(__file__).with_suffix(".json").read_text())
TURNED = {
    "2 on its side": ("2", 90),
    "4 aslant": ("4", 135),
    "8 on its side": ("8", 270),
    "6 upside down": ("6", 180),
}
WIDTH = 58
REASONS = {
    "A": "an A is three straight strokes, as there are in a 4 and a 7",
    "T": "a T is two straight strokes, nearly a 7",
    "K": "a K is a few straight strokes, as there are in a 4 and a 7",
    "W": "a W is a few straight strokes, as there are in a 4 and a 7",
    "shirt": "a filled shape without holes has little detail that could go wrong",
    "trousers": "two thick columns have little detail that could go wrong",
    "6 upside down": "a 6 upside down is a 9",
}
USUAL = "its strokes are much like those of digits"


def turned(strokes: Strokes, degrees: float) -> Strokes:
    """Return strokes turned clockwise around the middle of the pad."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turn, middle = np.array([[cosine, sine], [-sine, cosine]]), UNITS / 2
    centred = [np.reshape(stroke, (-1, 2)) - middle for stroke in strokes]
    return [np.round(points @ turn + middle).astype(int).ravel().tolist() for points in centred]


ANOMALIES = DRAWN | {name: turned(PRESETS[digit], degrees) for name, (digit, degrees) in TURNED.items()}


def offer(card: Card, rate: int, counted: bool = True) -> None:
    """Show them as tiles, as the models will see them; a click puts one on the pad. Says how many a model flags.

    Args:
        card: Of the model.
        rate: Accepted rate of false alarms, in percent.
        counted: Whether to say how many; a page that has this guessed does not.

    Raises:
        BadCheckpoint: The model's weights or gallery are missing or damaged.
    """
    entries = [
        Tile(name, painted, f"Put on the pad: {name}", facts=name, selected=_is_on_pad(name))
        for name, painted in _painted().items()
    ]
    tiles("anomalies", entries, width=WIDTH, on_choose=lambda name: hand_over(ANOMALIES[name]), offer=True)
    if counted:
        words.caption(f"With this model, {_flagged(card.id, rate)} of these {len(entries)} set off the alarm. Which?")


@lru_cache(maxsize=256)
def _flagged(model: ModelId, rate: int) -> int:
    card = cards.read(model.name)
    return sum(judge(models.rebuild(card, picture), rate).flagged for picture in _pictures().values())


def why_not() -> str | None:
    """Return why the one that is on the pad may pass as ordinary; None if none of them is on the pad."""
    return next((REASONS.get(name, USUAL) for name in ANOMALIES if _is_on_pad(name)), None)


def _is_on_pad(name: str) -> bool:
    return st.session_state.get("source", "draw") == "draw" and st.session_state.get("study.strokes") == ANOMALIES[name]


@cache
def _pictures() -> dict[str, np.ndarray]:
    return {name: of_strokes(strokes).image for name, strokes in ANOMALIES.items()}


@cache
def _painted() -> dict[str, np.ndarray]:
    return {name: ink_bytes(picture) for name, picture in _pictures().items()}
