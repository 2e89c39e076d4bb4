"""Step 7: pictures from random codes."""

from functools import partial

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import words
from ui.components.tiles import tiles
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards
from ui.sections.sample import sampler
from ui.sections.sample.sampler import Draw

PLAIN, VARIATIONAL = "simple", "vae_20d"
COUNT = 12
SEED = 4


def do(doing: Doing) -> Outcome:
    """Count which random codes of a plain and of a variational autoencoder become digits."""
    plain, variational = cards(PLAIN, VARIATIONAL)
    draws = sampler.guess(plain, 1.0, SEED), sampler.draw(variational, "any", 1.0, SEED)
    counted = []
    for task, (column, card, draw) in enumerate(zip(st.columns(2), (plain, variational), draws, strict=True)):
        with column, doing.place(task):
            counted.append(_count(doing, task, card, draw))
    text = f"You could read {counted[0]} of {COUNT} from the plain autoencoder, {counted[1]} of {COUNT} from the VAE."
    pictures = [
        Picture(f"{whose} {place + 1}", draw.pictures[place])
        for whose, draw in zip(("plain", "VAE"), draws, strict=True)
        for place in range(2)
    ]
    return Outcome(text, counted[0], pictures)


def _count(doing: Doing, task: int, card: Card, draw: Draw) -> int:
    """Show random pictures; the student taps those that can be read. Returns how many."""
    chosen: set[str] = doing.kept.setdefault(f"chosen {task}", set())

    def toggle(id: str) -> None:
        chosen.symmetric_difference_update({id})
        doing.did(task, True)

    words.markdown(f"**{card.spec.title}**: {len(chosen)} of {COUNT} can be read")
    entries = [
        tile._replace(selected=tile.id in chosen, label=f"Random picture {int(tile.id) + 1}")
        for tile in draw.tiles()[:COUNT]
    ]
    tiles(f"lesson_random_{task}", entries, 62, on_choose=toggle)
    none = "None of them is a digit"
    st.button(none, key=f"lesson_none_{task}", on_click=partial(doing.did, task, True), disabled=bool(chosen))
    return len(chosen)


STEP = Step(
    title="Sampling",
    question="Can it draw digits that nobody drew?",
    idea="Take **random numbers** as a code and give them to the decoder. First to that of a plain autoencoder, which "
    "only learnt to copy, then to that of a VAE.",
    asks="Of 12 random codes, how many will the plain autoencoder turn into a digit that you can read?",
    guess=Scale(0, COUNT, 1, "of 12"),
    tasks=("Tap every picture of the plain autoencoder that you can read.", "Do the same for the VAE."),
    do=do,
    sentence="A VAE pays a penalty in training, the **KL divergence**, for codes that stray from a **standard normal "
    "distribution**, the bell curve around 0. So numbers drawn from this bell curve are codes that its decoder knows: "
    "**sampling**.",
    page="sample",
    address={"model": VARIATIONAL},
)
