"""Step 1: how few numbers are enough."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card
from ui import layout, models, sample, state, story, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.flow import flow
from ui.sections.lesson import code_maps
from ui.sections.lesson.step import DRAW, Choices, Doing, Outcome, Picture, Step, cards, is_drawn

WIDE, NARROW, AVERAGE = "deep_30d", "deep_2d", "pca_32"
CODE = {
    "30": "The code is shown as 30 bars: up for a number above 0, down for one below.",
    "2": "The code is shown as a place on a map: one number says how far right, the other how far up. Here is the map "
    "again, larger. Where kinds of digit overlap, two numbers cannot tell them apart.",
}
NOTHING, COPY = 0.15, 0.85  # shares of what tells a digit from the average one


def do(doing: Doing) -> Outcome:
    """Draw a digit, then let only two numbers of it pass."""
    by_size = dict(zip(("30", "2"), cards(WIDE, NARROW), strict=True))
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    with right:
        with doing.place(1):
            kept = state.switch("kept", words=lambda size: f"Keep {size} numbers")
        image = study.normalised.image
        rebuilt = {size: models.rebuild(card, image) for size, card in by_size.items()}
        flow("flow", rebuilt[kept], study)
        blank = float(np.square(image).mean())
        words.caption(
            "The error: 0 is a perfect copy, 1 is white instead of black, or black instead of white, everywhere. "
            f"(Here, empty paper as a copy has {blank:.2f}.) {CODE[kept]}"
        )
        if kept == "2":
            _map(by_size["2"], rebuilt["2"], "the example" if study.example else "your digit")
    came = doing.kept.setdefault("came", image.tobytes())  # a scribble from another page is no digit drawn here
    doing.did(0, is_drawn(study) and (image.tobytes() != came or story.quality(rebuilt["30"]) not in story.BAD))
    doing.did(1, kept == "2" and doing.done[0])
    wide, narrow = rebuilt["30"], rebuilt["2"]
    few, many = (float(f"{error:.2g}") for error in (narrow.error, wide.error))
    times = few / max(many, 1e-9)
    text = (
        f"The copy from 30 numbers has an error of {many:g}, the one from 2 numbers {few:g}: about "
        f"{times:.0f} times as much. (For each pixel, from 0, white, to 1, black, the difference between digit and "
        "copy is squared; the error is the average of all 784.)"
    )
    answer = _closest(image, narrow.error)
    if answer is None:
        text += " From 2 hardly anything came back: your drawing is unlike the digits that were learnt. Draw a digit."
    pictures = [Picture("yours", image), Picture("from 30 numbers", wide.x_hat), Picture("from 2", narrow.x_hat)]
    return Outcome(text, answer, pictures)


def _map(card: Card, rebuilt: models.Rebuilt, whose: str) -> None:
    shown = CodeMap("", "", code_maps.dots(card.id), code_maps.place(card.id, rebuilt.code), named=True)
    with st.container(width=330):
        widget.maps("lesson_map", [shown], {"own": whose, "dots": "other digits, in the colour of their kind"})


def _closest(image: np.ndarray, error: float) -> str | None:
    """Return the choice that fits, by how much of what tells the digit from the average digit has come back.

    None if it is next to nothing: of digits more comes back, so that no guess is judged by it.
    """
    average = aemodels.decode(AVERAGE, np.zeros((1, 32), np.float32))[0]
    share = 1 - error / max(float(np.square(image - average).mean()), 1e-9)
    return None if share < NOTHING else "copy" if share > COPY else "digit"


STEP = Step(
    title="Bottleneck",
    question="How few numbers are enough to draw your digit again?",
    idea="A picture of a digit has 784 pixels. An **autoencoder** copies it, but in two parts. The **encoder** turns "
    "the picture into a few numbers, the **code**. The **decoder** draws the picture again, from the code alone: its "
    "copy is the **reconstruction**. Both parts together are a **network**: a computer program that calculates with "
    "very many numbers of its own, its **weights**. Nobody chose the weights: it found them in **training**, by "
    "copying thousands of digits again and again, a little better each time. Since then they are fixed.",
    asks="Here are two such networks, others than on “Start here”. One makes a code of 30 numbers, the other a code of "
    "only 2. What comes back from a code of only 2 numbers?",
    guess=Choices(
        {
            "blur": "A grey blur, no digit",
            "digit": "A digit, but blurred or changed",
            "copy": "My digit, stroke for stroke",
        }
    ),
    tasks=(
        DRAW,
        "Switch to the network that keeps 2 numbers. What of your digit is lost? (Hardly anything? Try another digit.)",
    ),
    do=do,
    sentence="The narrow middle of the network is its **bottleneck**, and the numbers that pass through it are the "
    "code, in full the **latent code** (latent means hidden). The fewer numbers pass, the less comes back of what is "
    "special about your digit.",
    page="reconstruct",
    address={"model": NARROW},
)
