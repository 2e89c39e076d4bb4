"""Step 2: what can be done without a network."""

import numpy as np
import streamlit as st

import aemodels
from ui import layout, sample
from ui.sections.lesson.step import Doing, Outcome, Picture, Sketch, Step, cards
from ui.sections.pca_against_autoencoder import linear_side

LADDER = "pca_32"
USUAL = 10  # components, where the address says nothing


def do(doing: Doing) -> Outcome:
    """Move the slider to the average digit, and from there up until the digit can be read."""
    (card,) = cards(LADDER)
    left, right = layout.beside()
    with left:
        study = sample.drawn()
    with right, doing.place(0), doing.place(1):
        linear_side.components({LADDER: card}, study)
    text = st.query_params.get("components", str(USUAL))
    count = min(int(text), card.spec.code_size) if text.isascii() and text.isdigit() else USUAL
    doing.did(0, count == 0)
    doing.did(1, doing.done[0] and count > 0)
    image = study.normalised.image
    kept = np.zeros((2, card.spec.code_size), np.float32)
    kept[1, :count] = aemodels.encode(LADDER, image[None])[0, :count]
    average, x_hat = aemodels.decode(LADDER, kept)
    error = float(np.square(x_hat - image).mean())
    words = (
        "The average of all digits is a smear: no digit at all. "
        f"With {count} components on top of it, this digit has an error of {error:.4f} a pixel."
    )
    pictures = [Picture("the real average", average), Picture(f"with {count} components", x_hat)]
    return Outcome(words, None, [*pictures, Picture("the digit", image)])


STEP = Step(
    title="PCA",
    question="What can be done without a network?",
    idea="**Principal component analysis** (PCA) needs no network. It starts from the average of all digits and adds "
    "fixed patterns, the **components**. One number for each says how strongly.",
    asks="What does the average of all digits look like, from 0 to 9 on top of each other? Sketch it.",
    guess=Sketch("the average of all digits"),
    tasks=(
        "Move the slider down to 0 components: there is the average.",
        "Move it up again, until you can read the digit.",
    ),
    do=do,
    sentence="PCA only adds up fixed patterns: it is **linear**. No linear method makes a smaller error with as many "
    "numbers, so PCA is the **baseline**, the mark that a network has to beat.",
    page="pca_against_autoencoder",
    address={},
)
