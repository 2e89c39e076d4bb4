"""Step 5: the plane of two numbers, and its holes."""

from functools import partial

import streamlit as st

from ui import layout, models, sample, state, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap, Judged
from ui.sections.latent_plane import place
from ui.sections.latent_plane.plane import plane
from ui.sections.lesson import clouds, code_maps, hole_maps, places
from ui.sections.lesson.places import SAID, SIGNS, ZONES, Measured
from ui.sections.lesson.step import Choices, Doing, Outcome, Picture, Step, cards

RAGGED, FILLED = "deep_2d", "vae_2d"
SHORT = {RAGGED: "Plain", FILLED: "Variational"}
SEEN = {"clean": "A clean digit", "bent": "Hard to read", "broken": "No digit"}
READING = {
    RAGGED: "z is the code of your place: z₁ is its number across, z₂ its number up.",
    FILLED: "z is the code of your place: z₁ across, z₂ up. The large dashed circles are 1, 2 and 3 away from the "
    "middle, where both numbers are 0; step 7 says what they are for.",
}


def do(doing: Doing) -> Outcome | None:
    """Put points into the plane of a plain and of a variational autoencoder, and say what is drawn there."""
    by_name = dict(zip((RAGGED, FILLED), cards(RAGGED, FILLED), strict=True))
    with doing.place(1):
        trained = state.switch("trained", words=SHORT)
    judged = places.kept(doing, by_name)
    wide, narrow = layout.before(last=True)
    with narrow:
        study = sample.drawn(live=False)
    with wide, doing.place(0), doing.place(2):
        asked = st.container(key="lesson_asked")
        wanted = next(iter(_open(trained, judged)), "amid")
        plane("plane", by_name[trained], study, simple=True, ring=places.CIRCLES[wanted])
        with asked:
            _ask(trained, judged)
        with st.container(key="lesson_reading"):
            whose = "this example" if study.example else "your digit"
            words.caption(f"{READING[trained]} The dot with a rim is the place of {whose}.")
            if judged:
                places.show(judged, SHORT)
                words.caption(places.EXPLAINED.format(count=len(models.gallery(by_name[trained].id)["codes"])))
    doing.kept |= {"image": study.normalised.image, "whose": whose}
    seen = {name: places.zones(places.of(judged, name)) for name in by_name}
    doing.did(0, seen[RAGGED] == ZONES.keys())
    doing.did(1, doing.done[0] and (trained == FILLED or bool(seen[FILLED])))
    doing.did(2, doing.done[1] and seen[FILLED] == ZONES.keys())
    return _told(judged) if doing.done[2] else None


def _ask(network: str, judged: list[Judged]) -> None:
    """Ask what is seen at a point, unless that was said already; and say where to go next."""
    own, point, open_ = places.of(judged, network), place.point(), _open(network, judged)
    still = f"Now tap a place **{ZONES[open_[0]]}**, {SIGNS[open_[0]]}." if open_ else ""
    if not point:
        words.caption(still)
        return
    said = next((one for one in own if [one.z1, one.z2] == point), None)
    if said:
        words.caption(f"Here you saw: {SAID[said.seen]}. {still}")
        return
    here = Judged(network, point[0], point[1], "paper")
    measured = places.measured(here)
    if len(own) >= places.MOST and measured.zone in places.zones(own):
        words.caption(f"You have seen {len(own)} places. {still}")
    else:
        _judge(here, measured, judged)


def _open(network: str, judged: list[Judged]) -> list[str]:
    """Return the zones in which no place of a network's plane was judged yet."""
    return [zone for zone in ZONES if zone not in places.zones(places.of(judged, network))]


def _judge(here: Judged, measured: Measured, judged: list[Judged]) -> None:
    """Ask what a picture is; that it is empty needs no asking."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"Your place: **{ZONES[measured.zone]}**. What is drawn there?")
        options = SEEN if measured.image.sum() >= places.PAPER else {"paper": "Empty paper"}
        for seen, label in options.items():
            found = here._replace(seen=seen)
            st.button(label, key=f"lesson_seen_{seen}", on_click=partial(judged.append, found))


def _told(judged: list[Judged]) -> Outcome:
    """Return what the student saw in each zone, by both networks, and what was counted far out."""
    said, pictures = [], []
    for name, whose in SHORT.items():
        last = {places.measured(one).zone: one for one in places.of(judged, name)}
        seen = [(words, last[zone]) for zone, words in ZONES.items()]
        said.append(f"{whose} autoencoder: {', '.join(f'{SAID[one.seen]} {words}' for words, one in seen)}.")
        pictures += [Picture(f"{whose}, {words}: {SAID[one.seen]}", places.measured(one).image) for words, one in seen]
    plain, filled = (hole_maps.counted(card)["far"].holes for card in cards(RAGGED, FILLED))
    text = (
        f"You saw: {' '.join(said)} Counted over all places far out: on the plain map, {100 * plain:.0f} % are unlike "
        f"every copy of a digit, on the variational map {100 * filled:.0f} %."
    )
    return Outcome(text, "broken" if plain else "clean", pictures)


def why(doing: Doing) -> None:
    """Show where the holes of both maps are, and what the reason for them is."""
    plain, variational = cards(RAGGED, FILLED)
    hole_maps.show(plain, variational, places.kept(doing, (RAGGED, FILLED)))
    clouds.show(plain, variational, doing.kept["image"], doing.kept["whose"])


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
    "a **plain autoencoder** put them. It is the network of step 1 that keeps two numbers, and it was trained only to "
    "copy. Its decoder draws something for every place, even where there is no dot.",
    asks="You point at places far away from all dots. What does this decoder draw there?",
    guess=Choices({"paper": "Empty paper", "clean": "Always a clean digit", "broken": "Sometimes no clean digit"}),
    tasks=(
        "Tap three places: among the dots, in a gap, far out. Say each time what is drawn there.",
        "Now switch to “Variational”, a variational autoencoder: it was trained in another way.",
        "Again: tap among the dots, in a gap and far out, and say what is drawn there.",
    ),
    do=do,
    sentence="No decoder was taught what to draw far from all digits' codes: such places can be **holes**. But a "
    "**variational autoencoder** (VAE) had to draw each of its training digits from all over a small cloud, not from "
    "one point, and its codes were held close together. So little of its map is far from where it has learnt to draw.",
    page="latent_plane",
    address={"model": FILLED},
    shown=before,
    figure=why,
)
