"""Step 7: pictures from random codes."""

from functools import partial

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card
from aemodels.latent import sampling
from ui import models, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.components.tiles import Tile, tiles
from ui.sections.lesson import code_maps, moved
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards

PLAIN, VARIATIONAL = "simple", "vae_20d"
NAMES = {PLAIN: "Plain autoencoder", VARIATIONAL: "Variational autoencoder"}
COUNT = 12
SEED = 4
MOST_PICTURES = 4
REACH = -4.5, 13.5  # numbers that the maps show
RINGS = 1, 2, 3  # standard deviations


def do(doing: Doing) -> Outcome:
    """Count which random codes of a plain and of a variational autoencoder become digits."""
    counted = []
    for task, (column, card) in enumerate(zip(st.columns(2), cards(PLAIN, VARIATIONAL), strict=True)):
        with column, doing.place(task):
            counted.append(_count(doing, task, card))
    text = (
        f"You could read {len(counted[0])} of {COUNT} from the plain autoencoder, {len(counted[1])} of {COUNT} from "
        "the variational autoencoder."
    )
    pictures = [
        picture
        for task, (card, whose) in enumerate(zip(cards(PLAIN, VARIATIONAL), ("plain", "variational"), strict=True))
        for picture in _some(card, counted[task], whose)
    ]
    return Outcome(text, len(counted[0]), pictures)


def _codes(card: Card) -> np.ndarray:
    return sampling.prior(COUNT, card.spec.code_size, 1.0, SEED)


def _some(card: Card, chosen: set[str], whose: str) -> list[Picture]:
    """Return some of the pictures that the student marked; where none is, some of the others."""
    decoded = aemodels.decode(card.name, _codes(card))
    places = sorted(map(int, chosen)) or range(COUNT)
    said = "you could read" if chosen else "not read"
    return [Picture(f"{whose}: {said}", decoded[place]) for place in places[:MOST_PICTURES]]


def _count(doing: Doing, task: int, card: Card) -> set[str]:
    """Show random pictures; the student taps those that can be read, and says when that is all."""
    chosen: set[str] = doing.kept.setdefault(f"chosen {task}", set())
    words.markdown(f"**{NAMES[card.name]}**, {card.spec.code_size} random numbers a picture")
    entries = [
        Tile(str(place), picture, f"Random picture {place + 1}", selected=str(place) in chosen)
        for place, picture in enumerate(aemodels.decode(card.name, _codes(card)))
    ]
    tiles(f"lesson_random_{task}", entries, 62, on_choose=lambda name: chosen.symmetric_difference_update({name}))
    label = f"That's all: {len(chosen)} of {COUNT}" if chosen else "None of them is a digit"
    icon = ":material/check:" if doing.done[task] else None
    st.button(label, key=f"lesson_none_{task}", icon=icon, on_click=partial(doing.did, task, True))
    return chosen


def bells(_doing: Doing) -> None:
    """Show where the random numbers lie, and where the codes of digits do."""
    low, high = np.array([REACH[0]] * 2), np.array([REACH[1]] * 2)
    width = REACH[1] - REACH[0]
    middle, shown = -REACH[0] / width, []
    both = cards(PLAIN, VARIATIONAL)
    notes = "The codes of most digits lie elsewhere.", "The codes of digits lie where the random ones do."
    for card, note in zip(both, notes, strict=True):
        gallery = models.gallery(card.id)
        codes = gallery["codes"][: code_maps.DOTS, :2]
        inside = ((codes >= low) & (codes <= high)).all(axis=1)
        places = code_maps.shares(codes, low, high)
        labels = gallery["labels"][: code_maps.DOTS][inside]
        dots = [[*place, int(label)] for place, label in zip(places, labels, strict=True)]
        marks = code_maps.shares(_codes(card)[:, :2], low, high)
        rings = [[middle, middle, ring / width] for ring in RINGS]
        shown.append(CodeMap(NAMES[card.name], note, dots, marks=marks, rings=rings))
    words.markdown(
        "**Why?** Here are the first two numbers of each code, one across, one up; the others look alike. In the "
        "middle of the rings both are 0, and the rings are 1, 2 and 3 away from it, like the dashed circles in step 5. "
        "This is what they are for: nearly all random codes fall inside them."
    )
    widget.maps(
        "lesson_bells",
        shown,
        {"dots": "code of a real digit, in the colour of its kind", "marks": f"one of the {COUNT} random codes"},
    )
    moved.show(both[0], both[1], [_codes(card) for card in both], SEED)


STEP = Step(
    title="Sampling",
    question="Can it draw digits that nobody drew?",
    idea="Now nobody draws. The computer makes up codes of **random numbers**. They could be any numbers; here most "
    "lie near 0, hardly any beyond −3 or 3. Two decoders turn such codes into pictures: a plain autoencoder's and a "
    "variational one's. They are other networks than in step 5, and their codes have more numbers (32 and 20), so "
    "that copies are sharper.",
    asks="Of 12 random codes, how many will the plain autoencoder turn into a digit that you can read?",
    guess=Scale(0, COUNT, 1, "of 12"),
    tasks=(
        "Tap every picture of the plain autoencoder that you can read, then the button below them.",
        "Now tap those of the variational autoencoder that you can read, then the button below them.",
    ),
    do=do,
    sentence="Training made a plain autoencoder's error small, and nothing else: its codes may lie anywhere. The "
    "training of a VAE also made a second number small, the **KL divergence** (after Kullback and Leibler). It is "
    "large if the cloud of a digit (step 5) is unlike the cloud of all random codes. So training pulls all clouds "
    "towards 0, where random codes fall; only the error of the copies keeps them apart. To make pictures from random "
    "codes is called **sampling**.",
    page="sample",
    address={"model": VARIATIONAL},
    figure=bells,
)
