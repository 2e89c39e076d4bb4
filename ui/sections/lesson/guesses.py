"""The guesses as the browser gets them, as it sends them, and as the session keeps them."""

from typing import Any

import streamlit as st

from ui.components import lesson as widget
from ui.sections.lesson.step import MEMORY, Choices, Scale, Sketch, Step

KINDS = ("choice", "value", "sketch", "unknown")


def told(step: Step) -> dict[str, Any]:
    """Return how a step is guessed, for the browser."""
    guess = step.guess
    if isinstance(guess, Choices):
        return {"kind": "choice", "options": guess.options}
    if isinstance(guess, Scale):
        return {"kind": "value", **guess._asdict()}
    assert isinstance(guess, Sketch)
    return {"kind": "sketch", "of": guess.of}


def ask(number: str, step: Step) -> bool:
    """Ask for the guess of a step; says whether there is one, “I don't know” included.

    The browser keeps guesses from visit to visit and sends the one of this step; the session keeps it while other
    pages are on the screen.
    """
    kept = st.session_state.setdefault(MEMORY, {}).setdefault(number, {})
    sent = widget.guessed(number)
    if sent:
        kept["guess"] = sent.get("kind") if sent.get("kind") in KINDS else None
    widget.guess(number, step.asks, told(step), kept.get("guess") is not None)
    return kept.get("guess") is not None
