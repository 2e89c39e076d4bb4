"""Step 10: a network of the student's own."""

import streamlit as st

from ui.components.training import training
from ui.sections.lesson.step import Choices, Doing, Outcome, Step
from ui.sections.train_one import settings, sheets

KEY = "training"


def do(doing: Doing) -> Outcome | None:
    """Train a network until its copies are better than PCA's; the browser sees when they are."""
    with doing.place(0):
        training(
            KEY,
            settings.handed(shown=KEY in st.session_state),
            sheets.available(),
            st.session_state.get("study.strokes", []),
            on_rest=settings.put,
        )
    return None


STEP = Step(
    title="Training",
    question="How does a network learn all this?",
    idea="A new network knows nothing: its copies are grey. In **training** it looks at pictures, and after every few "
    "of them all its weights change a little, so that the error falls. You train one here, in your browser.",
    asks="How many pictures does it have to look at until its copies are better than PCA's? It may see one many times.",
    guess=Choices({"few": "A thousand or fewer", "some": "Some ten thousand", "many": "More than fifty thousand"}),
    tasks=("Press **Train**, and wait until the error falls below the dashed line, PCA's.",),
    do=do,
    sentence="What training makes small is the **loss**. Nobody told the network what a digit is: only how far each "
    "copy was from its original, thousands of times.",
    page="train_one",
    address={},
)
