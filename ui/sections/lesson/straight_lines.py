"""Step 2: what can be done without a network."""

from functools import lru_cache

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import ModelId
from ui import layout, models, sample, words
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
    right, left = layout.before(last=True)
    with left:
        study = sample.drawn()
    image = study.normalised.image
    code = aemodels.encode(LADDER, image[None])[0]
    with right.container():
        with doing.place(0), doing.place(1):
            linear_side.components({LADDER: card}, study)
            can_read = st.button("I can read it now", key="lesson_can_read", disabled=not doing.done[0])
        _code(code, "this example" if study.example else "your digit")
    text = st.query_params.get("components", str(USUAL))
    count = min(int(text), card.spec.code_size) if text.isascii() and text.isdigit() else USUAL
    doing.did(0, count == 0)
    doing.did(1, doing.done[0] and count > 0 and can_read)
    if can_read:
        doing.kept["read"] = count
    read = doing.kept.get("read", count)
    kept = np.zeros((3, card.spec.code_size), np.float32)
    kept[1, :read], kept[2, :BOTH] = code[:read], code[:BOTH]
    average, x_hat, linear = aemodels.decode(LADDER, kept)
    rebuilt = models.rebuild(network, image)
    error = float(np.square(linear - image).mean())
    text = (
        f"The average of all digits is a grey smear, perhaps a little like an 8. You could read this digit with {read} "
        f"components. With {BOTH}, PCA's copy of it has an error of {error:.4f}; the copy from {BOTH} numbers by the "
        f"network of step 1 has {rebuilt.error:.4f}."
    )
    pictures = [
        Picture("the real average", average),
        Picture(f"PCA, {read}", x_hat),
        Picture(f"PCA, {BOTH}", linear),
        Picture(f"network, {BOTH}", rebuilt.x_hat),
        Picture("the digit", image),
    ]
    return Outcome(text, None, pictures)


def patterns(guessed: bool) -> None:
    """Show the first components, and once it is guessed, the mean that they are added to."""
    (card,) = cards(LADDER)
    average, added = _components(card.id)
    most = float(np.abs(added).max())
    entries = [Tile("mean", average, "The mean", facts="mean")] if guessed else []
    entries += [
        Tile(f"{place}", pattern / most, f"Component {place + 1}", facts=f"component {place + 1}", signed=True)
        for place, pattern in enumerate(added)
    ]
    with st.container(width=480):
        tiles("lesson_components", entries, 84)
    words.caption(
        "They are no digits, even if one looks like a 0: they are what is added to the mean. Times a number above 0, a "
        "component adds ink where it is orange and takes ink away where it is blue. Times a number below 0, it is the "
        "other way round."
    )


@lru_cache(maxsize=2)
def _components(model: ModelId) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean (28, 28) and what the first components add to it, (SHOWN, 28, 28)."""
    unit = np.eye(SHOWN + 1, cards(model.name)[0].spec.code_size, -1, dtype=np.float32)
    average, *moved = aemodels.decode(model.name, unit)
    return average, np.stack(moved) - average


def _code(code: np.ndarray, whose: str) -> None:
    """Show the first numbers of PCA's code and what each adds to the mean."""
    (card,) = cards(LADDER)
    average, added = _components(card.id)
    terms = code[:SHOWN, None, None] * added
    most = max(float(np.abs(terms).max()), 1e-6)
    entries = [Tile("mean", average, "The mean", facts="mean")]
    entries += [
        Tile(
            str(place), term / most, f"Component {place + 1} times its number", facts=_times(number, place), signed=True
        )
        for place, (term, number) in enumerate(zip(terms, code, strict=False))
    ]
    words.markdown(f"**PCA's code of {whose}** begins with the numbers {', '.join(map(_written, code[:SHOWN]))}:")
    with st.container(width=520):
        tiles("lesson_code", entries, 94)
    words.caption(
        "And so on with as many components as the slider says. All added up, they give the copy above. The pictures "
        "show each component times its number: the stronger the colour, the more it changes."
    )


def _times(number: float, place: int) -> str:
    return f"{'−' if number < 0 else '+'} {abs(number):.1f} × component\u00a0{place + 1}"


def _written(number: float) -> str:
    return f"{number:.1f}".replace("-", "−")


STEP = Step(
    title="PCA",
    question="What can be done without a network?",
    idea="**Principal component analysis** (PCA) needs no network. It starts from the average of thousands of digits "
    "(the **mean**) and adds fixed patterns to it, the **components**. Here are the first four: component 1 is what "
    "differs most from digit to digit, component 2 what differs most after that. For each digit, numbers say how "
    "strongly each is added, as in mean + 2 × component 1 − 0.5 × component 2. These numbers are PCA's code.",
    asks="What does the average of all digits look like, from 0 to 9 on top of each other? Sketch its shape.",
    guess=Sketch("the average of all digits"),
    tasks=(
        "Move the slider to the left end, to 0 components: there is the average.",
        "Move it to the right until you can read the digit. Then press “I can read it now” below the pictures.",
    ),
    do=do,
    sentence="PCA only multiplies patterns and adds them up: that is called **linear**. It is the **baseline**: a "
    "network is worth its trouble only if its copies are better with the same count of numbers, as here.",
    page="pca_against_autoencoder",
    address={},
    shown=patterns,
)
