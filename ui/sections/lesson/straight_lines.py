"""Step 2: what can be done without a network."""

import numpy as np
import streamlit as st

import aemodels
from ui import layout, models, sample
from ui.components.tiles import Tile, tiles
from ui.sections.lesson.step import Doing, Outcome, Picture, Sketch, Step, cards
from ui.sections.pca_against_autoencoder import linear_side

LADDER, NETWORK = "pca_32", "deep_30d"
BOTH = 30  # numbers, where PCA and the network are compared
SHOWN = 4  # components
USUAL = 10  # components, where the address says nothing


def do(doing: Doing) -> Outcome:
    """Move the slider to the average digit, and from there up until the digit can be read."""
    card, network = cards(LADDER, NETWORK)
    left, right = layout.beside()
    with left:
        study = sample.drawn()
    with right, doing.place(0), doing.place(1):
        can_read = st.button("I can read it now", key="lesson_can_read", disabled=not doing.done[0])
        linear_side.components({LADDER: card}, study)
    text = st.query_params.get("components", str(USUAL))
    count = min(int(text), card.spec.code_size) if text.isascii() and text.isdigit() else USUAL
    doing.did(0, count == 0)
    doing.did(1, doing.done[0] and count > 0 and can_read)
    image = study.normalised.image
    kept = np.zeros((3, card.spec.code_size), np.float32)
    code = aemodels.encode(LADDER, image[None])[0]
    kept[1, :count], kept[2, :BOTH] = code[:count], code[:BOTH]
    average, x_hat, linear = aemodels.decode(LADDER, kept)
    rebuilt = models.rebuild(network, image)
    error = float(np.square(linear - image).mean())
    text = (
        f"The average of all digits is a smear, no digit at all. With {BOTH} components PCA's copy of this digit has "
        f"an error of {error:.4f}. The network from step 1 that keeps {BOTH} numbers, too, has {rebuilt.error:.4f}."
    )
    pictures = [
        Picture("the real average", average),
        Picture(f"PCA, {count}", x_hat),
        Picture(f"PCA, {BOTH}", linear),
        Picture(f"network, {BOTH}", rebuilt.x_hat),
        Picture("the digit", image),
    ]
    return Outcome(text, None, pictures)


def patterns(_guessed: bool) -> None:
    """Show the first components."""
    (card,) = cards(LADDER)
    unit = np.eye(SHOWN + 1, card.spec.code_size, -1, dtype=np.float32)
    average, *moved = aemodels.decode(LADDER, unit)
    added = np.stack(moved) - average
    most = float(np.abs(added).max())
    entries = [
        Tile(f"{place}", pattern / most, f"Component {place + 1}", facts=f"component {place + 1}", signed=True)
        for place, pattern in enumerate(added)
    ]
    with st.container(width=480):
        tiles("lesson_components", entries, 96)


STEP = Step(
    title="PCA",
    question="What can be done without a network?",
    idea="**Principal component analysis** (PCA) needs no network. It starts from the average of all digits, and puts "
    "fixed patterns on top of it, the **components**. Here are the first four: orange adds ink, blue takes it away. "
    "One number for each pattern says how strongly; these numbers are PCA's code.",
    asks="What does the average of all digits look like, from 0 to 9 on top of each other? Sketch it.",
    guess=Sketch("the average of all digits"),
    tasks=(
        "Move the slider down to 0 components: there is the average.",
        "Move it up again until you can read your digit. Then press “I can read it now”.",
    ),
    do=do,
    sentence="PCA only adds up fixed patterns, which is called **linear**. It is the **baseline**: a network is worth "
    "its trouble only if its copies are better with as many numbers.",
    page="pca_against_autoencoder",
    address={},
    shown=patterns,
)
