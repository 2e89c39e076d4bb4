"""Step 10: a network of the student's own."""

import streamlit as st

from ui import words
from ui.components.training import Handed, training
from ui.sections.lesson.step import Choices, Doing, Outcome, Step
from ui.sections.train_one import sheets

KEY = "training"
USUAL = Handed(1, {})  # no settings of the student's own


def do(doing: Doing) -> Outcome | None:
    """Train a network until its copies are better than PCA's; the browser sees when they are."""
    with doing.place(0):
        training(
            KEY,
            USUAL,
            sheets.available(),
            st.session_state.get("study.strokes", []),
            on_rest=lambda _texts: None,
            aims=True,
        )
    words.caption(
        "One step of training: it looks at 64 pictures, then changes its weights. “Learnt from”: the error of pictures "
        "that it trains with, on average since the last dot of the curve, so it lags behind at first. “Held out”: that "
        "of others, kept back to test it. Your own digit may come back badly: it is unlike these simpler ones."
    )
    return None


STEP = Step(
    title="Training",
    question="How does a network learn all this?",
    idea="The **weights** are the numbers that a network calculates with (step 1). In a new network they are random, "
    "and its copies are grey. **Training** shows it pictures, and after every few of them changes all weights a "
    "little, so that the error falls. Here you train one, in your browser. It keeps 32 numbers, and PCA with 32 "
    "numbers is to be beaten. The digits here are other, simpler ones than in step 2, so the errors are smaller, PCA's "
    "too.",
    asks="How many pictures does it have to look at until its error is smaller than PCA's? It may see one many times.",
    guess=Choices({"few": "Up to 1,000", "some": "1,000 to 50,000", "many": "More than 50,000"}),
    tasks=("Press **Train**, and wait until the blue curve falls below the dotted line, PCA's error.",),
    do=do,
    sentence="The error that training makes smaller and smaller is called the **loss**. Nobody told the network what a "
    "digit is: only how far each copy was from its original, thousands of times.",
    page="train_one",
    address={},
)
