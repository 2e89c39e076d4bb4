"""What corrupts the picture: a stack of corruptions that stands in the address, and the picture as they leave it."""

from typing import Any, NamedTuple

import numpy as np
import streamlit as st

from aemodels.corruption.stack import Stack, parse
from aemodels.corruption.strokes import coverage
from ui import state
from ui.components import corruption as widget
from ui.components.corruption import Handed
from ui.literal import literal
from ui.sample import Sample

KEY = "corruption"
ADDRESS = "spoil"
STUDY = "study.corruption"
RESTED = "corruption.rested"


class Corrupted(NamedTuple):
    """A picture with what was done to it.

    Attributes:
        stack: The corruptions; with a seed, they corrupt any picture the same way.
        noisy: (28, 28) float32; some corruptions leave [0, 1].
        live: Whether the hand is still moving.
        drawn: Numbers of the messages that it was made from, by hand: "pad" and "stack".
    """

    stack: Stack
    noisy: np.ndarray
    live: bool
    drawn: dict[str, int]


def choose(study: Sample, seed: int) -> Corrupted:
    """Show the stack of corruptions and return the corrupted picture.

    Args:
        study: The clean picture.
        seed: Of the noise.
    """
    image = study.normalised.image
    kept, live = _kept()
    stack, refused = parse(kept["text"])
    if refused:
        st.warning(
            f"The address asks for the corruption {literal(', '.join(refused))}, which does not exist here. "
            "Choose from the lists below."
        )
    fields = stack.fields(image.shape, seed, coverage(kept["strokes"]))
    random = [
        (layer.kind, field)
        for layer, field in zip(stack.layers, fields, strict=True)
        if layer.corruption and field is not None
    ]
    widget.corrupt(KEY, image, random, kept["handed"], study.drawn)
    if not live:
        state.write(ADDRESS, str(stack))
    drawn = (study.drawn or {}) | _edited(kept)
    return Corrupted(stack, stack.apply(image, fields), live, drawn)


def rested(corrupted: Corrupted) -> Corrupted:
    """Return the corrupted picture as it was when the hand last rested: for what need not follow every movement."""
    if not corrupted.live or RESTED not in st.session_state:
        st.session_state[RESTED] = corrupted
    return st.session_state[RESTED]


def answer() -> None:
    """Tell the stack that its newest state has been dealt with, so that it may send the next."""
    widget.answer(KEY)


def _edited(kept: dict[str, Any]) -> dict[str, int]:
    """Return the number of the stack's newest message, if what is kept stems from it."""
    newest = widget.newest(KEY)
    return {"stack": newest.serial} if newest and newest.version == kept["version"] else {}


def _kept() -> tuple[dict[str, Any], bool]:
    """Find out how the picture is corrupted: by a new address, by the component, or as it was on an earlier visit.

    What the component is handed has a version; what it still says about an older one is not listened to.

    Returns:
        What is kept of it in the session, and whether the hand is still moving.
    """
    fresh = {"version": 0, "text": state.CONTROLS[ADDRESS].default, "strokes": [], "handed": None}
    kept = st.session_state.setdefault(STUDY, fresh)
    newest = widget.newest(KEY)
    if newest and newest.too_long:
        st.warning(f"A scribble has at most {widget.MOST_POINTS:,} points. Clear it, then scribble less.")
        newest = None
    address = state.news(ADDRESS)
    if address is None and newest and newest.version == kept["version"]:
        kept |= {"text": newest.text, "strokes": newest.strokes}
        return kept, newest.live
    if address is not None:
        kept["text"] = address
    if address is not None or KEY not in st.session_state:
        kept["version"] += 1
        layers = [(layer.kind, layer.amount) for layer in parse(kept["text"])[0].layers]
        kept["handed"] = Handed(kept["version"], layers, kept["strokes"])
    return kept, False
