"""What a step of the lesson is made of."""

import base64
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import streamlit as st

from aemodels.checkpoints import cards as checkpoints
from aemodels.checkpoints.card import Card
from ui import models, trouble
from ui.components.shared.message import ink_bytes
from ui.sample import Sample

MEMORY = "study.lesson"
HERE = "lesson_task_"
"""Begins the key of every place where something is to be done, and so the class by which it is highlighted."""


class Choices(NamedTuple):
    """A guess among a few sentences, by their names."""

    options: dict[str, str]


class Scale(NamedTuple):
    """A guess of a number; `unit` stands behind it."""

    low: int
    high: int
    step: int
    unit: str


class Sketch(NamedTuple):
    """A guess that is drawn; `of` says what."""

    of: str


class Picture(NamedTuple):
    """A picture (28, 28) in [0, 1] with its caption."""

    caption: str
    image: np.ndarray


class Outcome(NamedTuple):
    """What happened.

    Attributes:
        text: In a sentence or two, with figures.
        answer: The choice, or the number, that comes nearest to it; None where only eyes can judge.
        pictures: To see it.
    """

    text: str
    answer: str | float | None
    pictures: list[Picture]


class Doing:
    """What of a step's tasks is done. What was done once stays done, however the controls stand now."""

    def __init__(self, step: str, count: int) -> None:
        """Remember, or begin with nothing done, `count` tasks of the step called `step`."""
        memory = st.session_state.setdefault(MEMORY, {})
        self.kept: dict[str, Any] = memory.setdefault(step, {})
        self.done: list[bool] = self.kept.setdefault("done", [False] * count)

    def place(self, task: int) -> Any:
        """Make the place for what a task is done with; it is highlighted while this task is the next."""
        return st.container(key=f"{HERE}{task}")

    def did(self, task: int, now: bool) -> None:
        """Note that a task is done, if it now is."""
        self.done[task] |= bool(now)

    @property
    def next(self) -> int | None:
        """The first task that is not done; None where all are."""
        return self.done.index(False) if False in self.done else None


class Step(NamedTuple):
    """A step.

    Attributes:
        title: Its subject, in a word or two.
        question: What it answers.
        idea: What one has to know to guess.
        asks: What is to be guessed.
        guess: How.
        tasks: What to do, in this order.
        do: Shows the widgets, notes what was done with them, and returns what happened; None as long as nothing has.
        sentence: What to keep.
        page: Where to go on, by its place in the address.
        address: With what.
        shown: Shows what the guess is about, and hears whether it is made; None for nothing.
        figure: Shows, once all is done, why it came out so; None for nothing.
    """

    title: str
    question: str
    idea: str
    asks: str
    guess: Choices | Scale | Sketch
    tasks: tuple[str, ...]
    do: Callable[[Doing], Outcome | None]
    sentence: str
    page: str
    address: dict[str, str]
    shown: Callable[[bool], None] | None = None
    figure: Callable[[Doing], None] | None = None


def cards(*names: str) -> list[Card]:
    """Return the cards of models that a step cannot do without; says which is missing, and ends the page."""
    trained, found = checkpoints.trained(), []
    for name in names:
        if name not in trained:
            models.say_untrained(name)
            st.stop()
        with trouble.needed():
            found.append(checkpoints.read(name))
    return found


DRAW = "Draw a digit, unless one of yours is there already."
"""The task that many steps begin with."""


def is_drawn(study: Sample) -> bool:
    """Say whether the student has drawn something, and the hand rests."""
    return not study.example and not study.live


def text_of(picture: np.ndarray) -> str:
    """Return a picture (28, 28) in [0, 1] as text for the browser: its bytes of ink in base 64."""
    return base64.b64encode(ink_bytes(picture).tobytes()).decode()
