"""Step 8: codes of which only a few numbers are active."""

import numpy as np
import streamlit as st

import aemodels
from ui import layout, sample
from ui.sections.lesson.step import DRAW, Doing, Outcome, Picture, Scale, Step, cards, is_drawn
from ui.sections.what_the_units_see import code_units

SPARSE, PLAIN = "sparse_relu_l1", "vanilla"
ACTIVE = 0.1


def do(doing: Doing) -> Outcome:
    """Switch off units of a sparse code."""
    sparse, plain = cards(SPARSE, PLAIN)
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    with right, doing.place(1):
        code_units.switches(sparse, study, ACTIVE)
    image = study.normalised.image
    code, other = (aemodels.encode(card.name, image[None])[0] for card in (sparse, plain))
    off = code_units.units_off(st.query_params.get("off", ""), len(code))
    doing.did(0, is_drawn(study))
    doing.did(1, doing.done[0] and bool(off))
    whole = aemodels.decode(SPARSE, code[None])[0]
    cut = aemodels.without_units(SPARSE, code, off, np.zeros_like(code))
    active, usual = (int((numbers > ACTIVE).sum()) for numbers in (code, other))
    units = f"unit {off[0]}" if len(off) == 1 else f"the {len(off)} units"
    text = (
        f"For your digit {active} of {len(code)} units are active. In a plain autoencoder, also with {len(code)} "
        f"units, it is {usual}. Without {units} that you switched off, the error goes from "
        f"{np.square(whole - image).mean():.4f} to {np.square(cut - image).mean():.4f}."
    )
    return Outcome(
        text, active, [Picture("yours", image), Picture("all units", whole), Picture(f"without {units}", cut)]
    )


STEP = Step(
    title="Sparse",
    question="Does a code need all its numbers at once?",
    idea="A code can also have many numbers, if few of them are needed for each digit: then one can look at "
    "these few, one by one, and see what each does. This code has **128** numbers. Each is computed by a "
    "small part of the network, a **unit**, and is called the unit's **activation**; it is never below 0. In training, "
    "not only the error was kept small, but also the sum of all activations: so most of them stay near 0. A unit is "
    "**active** if its activation is 0.1 or more.",
    asks="How many of the 128 units are active for one digit?",
    guess=Scale(0, 128, 4, "of 128 units"),
    tasks=(DRAW, "Tap the picture of a unit to switch it off. What does your digit lose?"),
    do=do,
    sentence="As the sum of the activations was kept small, the code is **sparse**: for each digit only some of the "
    "units are active, and each of them changes the copy in its own way. As a rule, the more active a unit is, the "
    "more it changes (on test digits, the more active half of the units changes about twice as much as the other "
    "half), but there are exceptions. So for one digit it is enough to look at a few units, though the code has room "
    "for 128 numbers.",
    page="what_the_units_see",
    address={"model": SPARSE},
)
