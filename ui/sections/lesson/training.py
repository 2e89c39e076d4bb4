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
        "One step of training: it looks at 64 pictures, then changes its weights. “Held out”: the error now, of "
        "pictures kept back to test it. “Learnt from”: the error of pictures that it trains with, averaged over the "
        "last steps, when the copies were still worse. So this curve can lie above the other. Your own digit may come "
        "back badly: it is unlike these simpler ones."
    )
    return None


STEP = Step(
    title="Training",
    question="How does a network learn all this?",
    idea="The **weights** are the numbers that a network multiplies with (step 1). In a new network they are random, "
    "and its copies are grey. **Training** shows it pictures. After every few of them it works out, for each weight, "
    "whether making it larger or smaller makes the error smaller: that is the **gradient**. Then it changes each "
    "weight a little in that direction. Here you train a network, in your browser. It keeps 32 numbers, and the aim is "
    "a smaller error than PCA's with 32 numbers. The digits here are simpler than in step 2, so both errors are "
    "smaller.",
    asks="How many pictures does it have to look at until its error is smaller than PCA's? (A picture that it sees "
    "twice counts twice.)",
    guess=Choices({"few": "Up to 1,000", "some": "1,000 to 50,000", "many": "More than 50,000"}),
    tasks=("Press **Train**, and wait until the blue curve falls below the dotted line, PCA's error.",),
    do=do,
    sentence="What training makes smaller is called the **loss**. Here it is the error alone; in steps 7 and 8 another "
    "number was added to it. Nobody told the network what a digit is: only how far each copy was from its original, "
    "thousands of times.",
    page="train_one",
    address={},
)
