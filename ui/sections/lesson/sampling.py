"""Step 7: pictures from random codes."""

from functools import lru_cache, partial

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints import cards as checkpoints
from aemodels.checkpoints.card import Card, ModelId
from aemodels.latent import sampling
from ui import models, state, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.components.tiles import Tile, tiles
from ui.sections.lesson import code_maps, moved
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards

PLAIN, VARIATIONAL = "simple", "vae_20d"
NAMES = {PLAIN: "Plain autoencoder", VARIATIONAL: "Variational autoencoder"}
COUNT = 12
SEEDS = 1000
MOST_PICTURES = 4
REACH = -4.5, 13.5  # numbers that the maps show
WINDOW = np.array([REACH] * 2).T
RINGS = 1, 2, 3  # standard deviations


def do(doing: Doing) -> Outcome:
    """Count which random codes of a plain and of a variational autoencoder become digits, as often as one likes."""
    seed = state.read("codes_seed")
    both = cards(PLAIN, VARIATIONAL)
    for task, (column, card) in enumerate(zip(st.columns(2), both, strict=True)):
        with column, doing.place(task):
            _count(doing, task, card, seed)
    st.button(
        "Again, with other random codes",
        key="lesson_again",
        icon=":material/restart_alt:",
        on_click=partial(state.write, "codes_seed", (seed + 1) % SEEDS),
    )
    counted = [_counted(doing, task) for task in range(2)]
    numbers = [(sum(map(len, draws.values())), COUNT * max(len(draws), 1)) for draws in counted]
    text = "You could read {} of {} from the plain autoencoder, {} of {} from the variational autoencoder.".format(
        *numbers[0], *numbers[1]
    )
    pictures = [
        picture
        for card, draws, whose in zip(both, counted, ("plain", "variational"), strict=True)
        for picture in _some(card, draws, whose)
    ]
    read, shown = numbers[0]
    return Outcome(text, round(COUNT * read / shown), pictures)


def _codes(card: Card, seed: int) -> np.ndarray:
    return sampling.prior(COUNT, card.spec.code_size, 1.0, seed)


@lru_cache(maxsize=64)
def _pictures(model: ModelId, seed: int) -> np.ndarray:
    """Return what random codes decode to, (COUNT, 28, 28)."""
    return aemodels.decode(model.name, _codes(checkpoints.read(model.name), seed))


def _counted(doing: Doing, task: int) -> dict[int, set[str]]:
    """Return what was read of a network's pictures, by the seed of their codes, once the student has said so."""
    return {seed: chosen for (of, seed), chosen in doing.kept.get("said", {}).items() if of == task}


def _some(card: Card, draws: dict[int, set[str]], whose: str) -> list[Picture]:
    """Return some of the pictures that the student marked, the newest first; where none is, some of the others."""
    marked = [(seed, int(place)) for seed, chosen in reversed(draws.items()) for place in sorted(chosen, key=int)]
    said = "you could read" if marked else "not read"
    places = marked or [(seed, place) for seed in reversed(draws) for place in range(COUNT)]
    return [Picture(f"{whose}: {said}", _pictures(card.id, seed)[place]) for seed, place in places[:MOST_PICTURES]]


def _count(doing: Doing, task: int, card: Card, seed: int) -> None:
    """Show random pictures; the student taps those that can be read, and says when that is all."""
    chosen: set[str] = doing.kept.setdefault("chosen", {}).setdefault((task, seed), set())
    said: dict[tuple[int, int], set[str]] = doing.kept.setdefault("said", {})

    def all_said() -> None:
        said[task, seed] = chosen
        doing.did(task, True)

    words.markdown(f"**{NAMES[card.name]}**, {card.spec.code_size} random numbers a picture")
    entries = [
        Tile(str(place), picture, f"Random picture {place + 1}", selected=str(place) in chosen)
        for place, picture in enumerate(_pictures(card.id, seed))
    ]
    tiles(f"lesson_random_{task}", entries, 62, on_choose=lambda name: chosen.symmetric_difference_update({name}))
    label = f"That's all: {len(chosen)} of {COUNT}" if chosen else "None of them is a digit"
    icon = ":material/check:" if (task, seed) in said else None
    st.button(label, key=f"lesson_none_{task}", icon=icon, on_click=all_said)


def bells(doing: Doing) -> None:
    """Show where the random numbers lie, and where the codes of digits do."""
    seed = state.read("codes_seed")
    width = REACH[1] - REACH[0]
    middle, shown = -REACH[0] / width, []
    both = cards(PLAIN, VARIATIONAL)
    notes = "The codes of most digits lie elsewhere.", "The codes of digits lie where the random ones do."
    for card, note in zip(both, notes, strict=True):
        marks = code_maps.shares(_codes(card, seed)[:, :2], *WINDOW)
        rings = [[middle, middle, ring / width] for ring in RINGS]
        shown.append(CodeMap(NAMES[card.name], note, _dots(card.id), marks=marks, rings=rings))
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
    moved.show(both[0], both[1], [_codes(card, seed) for card in both], seed, doing)


@lru_cache(maxsize=4)
def _dots(model: ModelId) -> list[list[float]]:
    """Return where digits' codes are on the map of their first two numbers, and the class of each."""
    gallery = models.gallery(model)
    codes = gallery["codes"][: code_maps.DOTS, :2]
    inside = ((codes >= WINDOW[0]) & (codes <= WINDOW[1])).all(axis=1)
    labels = gallery["labels"][: code_maps.DOTS][inside].tolist()
    return [[*place, label] for place, label in zip(code_maps.shares(codes, *WINDOW), labels, strict=True)]


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
    sentence="To make pictures from random codes is called **sampling**. A plain autoencoder was trained to copy, and "
    "nothing else: its codes may lie anywhere. A VAE was also trained to keep each digit's cloud (step 5) near 0, "
    "where random codes fall. How far a cloud is from that is a number, the **KL divergence** (after Kullback and "
    "Leibler), and training made it small along with the error. Why do the clouds not all end up in one place? Then "
    "the decoder could not tell the digits apart, and the error would be large.",
    page="sample",
    address={"model": VARIATIONAL},
    figure=bells,
)
