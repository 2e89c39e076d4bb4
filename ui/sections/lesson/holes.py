"""Step 5: the plane of two numbers, and its holes."""

from functools import partial
from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card
from aemodels.latent.holes import far_apart
from aemodels.latent.nearest import Known
from ui import layout, sample, state, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.components.tiles import Tile, tiles
from ui.sections.latent_plane import halves, place
from ui.sections.latent_plane.plane import plane
from ui.sections.lesson import clouds, code_maps
from ui.sections.lesson.step import Choices, Doing, Outcome, Picture, Step, cards

RAGGED, FILLED = "deep_2d", "vae_2d"
NAMES = {RAGGED: "Plain autoencoder", FILLED: "Variational autoencoder"}
SHORT = {RAGGED: "Plain", FILLED: "Variational"}
FAR = 0.05  # of the plane's width, at least, from the nearest dot
PAPER = 8.0  # pixels of ink, below which a picture is empty
PLACES = 2  # to be judged on each map
APART = 0.3  # of the plane's width, at least, from one of them to the other
SEEN = {"clean": "A clean digit", "bent": "Hard to read", "broken": "No digit"}
SAID = {"clean": "a clean digit", "bent": "hard to read", "broken": "no digit", "paper": "empty paper"}
MOST_PICTURES = 3  # of each network
SHOWN, GRID, SPREAD = 8, 25, 0.16  # places, of how many a side, and how far apart in shares of the map
READING = {
    RAGGED: "z is the code of your place: z₁ is its number across, z₂ its number up.",
    FILLED: "z is the code of your place: z₁ across, z₂ up. The dashed circles are 1, 2 and 3 away from the middle, "
    "where both numbers are 0; step 7 says what they are for.",
}


class Judged(NamedTuple):
    """What the student saw at a place: its code (2,), the picture (28, 28), and a name of `SAID`."""

    code: np.ndarray
    image: np.ndarray
    seen: str


def do(doing: Doing) -> Outcome | None:
    """Put points far from the dots of a plain and of a variational autoencoder, and say what is drawn there."""
    by_name = dict(zip((RAGGED, FILLED), cards(RAGGED, FILLED), strict=True))
    with doing.place(1):
        trained = state.switch("trained", words=SHORT)
    judged: dict[str, list[Judged]] = doing.kept.setdefault("judged", {RAGGED: [], FILLED: []})
    wide, narrow = layout.before(last=True)
    with narrow:
        study = sample.drawn(live=False)
    with wide, doing.place(0), doing.place(2):
        asked = st.container(key="lesson_asked")
        plane("plane", by_name[trained], study, simple=True)
        with asked:
            _ask(by_name[trained], judged[trained])
        with st.container(key="lesson_reading"):
            words.caption(READING[trained])
    doing.kept |= {"image": study.normalised.image, "whose": "this example" if study.example else "your digit"}
    doing.did(0, len(judged[RAGGED]) >= PLACES)
    doing.did(1, doing.done[0] and trained == FILLED)
    doing.did(2, doing.done[1] and len(judged[FILLED]) >= PLACES)
    return _told(judged) if doing.done[2] else None


def _ask(card: Card, judged: list[Judged]) -> None:
    """Ask what is seen at a point that is far enough from all dots, and from the places before."""
    point = place.point()
    if not point:
        words.caption("Tap a place with no dots around: a corner, an edge, a wide gap.")
        return
    code = np.array([point], np.float32)
    away = float(Known(halves.dots(card.id)[0]).nearest(code).distances[0, 0])
    before = [one for one in judged if np.hypot(*(code[0] - one.code)) < APART * code_maps.width(card.id)]
    if before:
        more = "" if len(judged) >= PLACES else " Now tap another place, far from this one and from all dots."
        words.caption(f"Here you saw: {SAID[before[0].seen]}.{more}")
    elif away < FAR * code_maps.width(card.id):
        words.caption("Too near the dots. Tap further away from all of them: a corner, an edge, a wide gap.")
    else:
        _judge(Judged(code[0], aemodels.decode(card.name, code)[0], "paper"), judged)


def _judge(here: Judged, judged: list[Judged]) -> None:
    """Ask what a picture is; that it is empty needs no asking."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("What is drawn there?", width="content")
        options = SEEN if here.image.sum() >= PAPER else {"paper": "Empty paper"}
        for seen, label in options.items():
            found = here._replace(seen=seen)
            st.button(label, key=f"lesson_seen_{seen}", on_click=partial(judged.append, found))


def _told(judged: dict[str, list[Judged]]) -> Outcome:
    """Return what the student saw far from all dots, by both networks."""
    plain, filled = ([one.seen for one in judged[name]] for name in (RAGGED, FILLED))
    text = (
        f"Far from all dots, the plain autoencoder drew a clean digit at {plain.count('clean')} of your {len(plain)} "
        f"places, the variational autoencoder at {filled.count('clean')} of {len(filled)}."
    )
    pictures = [
        Picture(f"{whose}: {SAID[one.seen]}", one.image)
        for whose, name in (("plain", RAGGED), ("variational", FILLED))
        for one in judged[name][:MOST_PICTURES]
    ]
    answer = plain[0] if set(plain) in ({"paper"}, {"clean"}) else "broken"
    return Outcome(text, answer, pictures)


def why(doing: Doing) -> None:
    """Show more places far from all dots, and what the reason for their pictures is."""
    words.markdown(
        f"**More places.** A place or two may be luck. Here is what is drawn at the {SHOWN} places that are farthest "
        "from all dots of each map. Compare how many are clean digits."
    )
    plain, variational = cards(RAGGED, FILLED)
    for column, card in zip(st.columns(2), (plain, variational), strict=True):
        with column:
            st.markdown(f"**{NAMES[card.name]}**")
            tiles(f"lesson_far_{card.name}", _far(card), 62)
    clouds.show(plain, variational, doing.kept["image"], doing.kept["whose"])


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs={Card: lambda card: card.id})
def _far(card: Card) -> list[Tile]:
    """Return what is drawn at places far from all dots, spread out over the map."""
    window = halves.home(card)
    middle, half = np.array([window["x"], window["y"]]), window["half"]
    across = np.linspace(-half, half, GRID)
    places = (middle + np.stack(np.meshgrid(across, across), -1).reshape(-1, 2)).astype(np.float32)
    away = Known(halves.dots(card.id)[0]).nearest(places).distances[:, 0]
    chosen = far_apart(places, away / (FAR * code_maps.width(card.id)), SPREAD * 2 * half, SHOWN)
    return [
        Tile(str(number), picture, f"Picture far from all dots, {number} of {len(chosen)}")
        for number, picture in enumerate(aemodels.decode(card.name, chosen), 1)
    ]


def before(guessed: bool) -> None:
    """Show a map with its dots as long as one guesses about it."""
    if guessed:
        return
    (card,) = cards(RAGGED)
    shown = CodeMap("", "", code_maps.dots(card.id), named=True)
    with st.container(width=300):
        widget.maps("lesson_plane_guess", [shown], {"dots": "a digit; the big figures say which lie there"})


STEP = Step(
    title="Holes",
    question="What does a decoder draw where no digit lies?",
    idea="A code of **two numbers** is a place on a map, the **plane**. The dots are real digits, where the encoder of "
    "a **plain autoencoder** put them: a network that was trained only to copy, as those of step 1. Its decoder draws "
    "something for every place, even where there is no dot.",
    asks="You point at places far away from all dots. What does this decoder draw there?",
    guess=Choices({"paper": "Empty paper", "clean": "Always a clean digit", "broken": "Sometimes no clean digit"}),
    tasks=(
        "Tap two places far from all dots, and say each time what the decoder draws there.",
        "Now switch to “Variational”, a variational autoencoder: it was trained in another way.",
        "Again: tap two places far from all dots, and say what is drawn there.",
    ),
    do=do,
    sentence="No decoder was taught what to draw far from all digits' codes: such places can be **holes**. But a "
    "**variational autoencoder** (VAE) had to draw each of its 60,000 digits from all over a small cloud, not from one "
    "point. So it has learnt to draw digits from many more places, and fails less often at new ones.",
    page="latent_plane",
    address={"model": FILLED},
    shown=before,
    figure=why,
)
