"""Step 5: the plane of two numbers, and its holes."""

from functools import partial

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card
from aemodels.latent.nearest import Known
from ui import layout, models, sample, state, words
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.sections.latent_plane import place
from ui.sections.latent_plane.plane import plane
from ui.sections.lesson import code_maps
from ui.sections.lesson.step import Choices, Doing, Outcome, Picture, Step, cards

RAGGED, FILLED = "deep_2d", "vae_2d"
NAMES = {RAGGED: "Plain autoencoder", FILLED: "Variational autoencoder"}
FAR = 0.07  # of the plane's width, at least, from the nearest dot
PAPER = 8.0  # pixels of ink, below which a picture is empty
SEEN = {"clean": "A clean digit", "broken": "No digit"}
DRAWS = 60
MAGNIFIED = 0.03  # of the plane's width


def do(doing: Doing) -> Outcome | None:
    """Put a point far from the dots of a plain and of a variational autoencoder, and say what is drawn there."""
    by_name = dict(zip((RAGGED, FILLED), cards(RAGGED, FILLED), strict=True))
    with doing.place(1):
        trained = state.switch("trained", words=NAMES)
    judged: dict[str, dict] = doing.kept.setdefault("judged", {})
    wide, narrow = layout.before()
    with narrow:
        study = sample.drawn(live=False)
    with wide, doing.place(0), doing.place(2):
        asked = st.container(key="lesson_asked")
        plane("plane", by_name[trained], study)
        with asked:
            _ask(by_name[trained], judged)
        if trained == FILLED:
            words.caption("The dashed circles show where this network's codes were to lie; step 7 says why.")
    doing.kept["image"] = study.normalised.image
    doing.did(0, RAGGED in judged)
    doing.did(1, doing.done[0] and trained == FILLED)
    doing.did(2, doing.done[1] and FILLED in judged)
    return _told(judged) if set(judged) == set(by_name) else None


def _ask(card: Card, judged: dict[str, dict]) -> None:
    """Ask what is seen at a point that is far enough from all dots."""
    point = place.point()
    if not point:
        words.caption("Tap a place where there are no dots around.")
        return
    code = np.array([point], np.float32)
    window = models.plane(card.id)
    away = float(Known(models.gallery(card.id)["codes"]).nearest(code).distances[0, 0])
    if away < FAR * float(np.subtract(window.high, window.low).max()):
        words.caption("That is too near the dots. Tap further away from all of them.")
        return
    image = aemodels.decode(card.name, code)[0]
    if image.sum() < PAPER:
        judged[card.name] = {"image": image, "seen": "paper"}
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("What does the decoder draw there?", width="content")
        for seen, label in SEEN.items():
            found = {card.name: {"image": image, "seen": seen}}
            st.button(label, key=f"lesson_seen_{seen}", on_click=partial(judged.update, found))


def _told(judged: dict[str, dict]) -> Outcome:
    """Return what the student saw far from all dots, by both networks."""
    said = SEEN | {"paper": "Empty paper"}
    plain, filled = judged[RAGGED], judged[FILLED]
    text = (
        f"Far from all dots you saw, with the plain autoencoder: {said[plain['seen']].lower()}; with the variational "
        f"autoencoder: {said[filled['seen']].lower()}."
    )
    pictures = [Picture("plain", plain["image"]), Picture("variational", filled["image"])]
    return Outcome(text, plain["seen"], pictures)


def clouds(doing: Doing) -> None:
    """Show what became of the student's digit in training, through a magnifier: a point, or a cloud of points."""
    image, shown = doing.kept["image"][None], []
    notes = "always the same point", "each time another point of a small cloud"
    epsilon = np.random.default_rng(0).standard_normal((DRAWS, 2))
    for card, note in zip(cards(RAGGED, FILLED), notes, strict=True):
        mean, log_variance = aemodels.posterior(card.name, image)
        deviation = 0.0 if log_variance is None else np.exp(log_variance[0] / 2)
        half = MAGNIFIED * float(np.subtract(*reversed(models.plane(card.id))).max())
        marks = code_maps.shares(mean[0] + deviation * epsilon, mean[0] - half, mean[0] + half)
        shown.append(CodeMap(NAMES[card.name], f"Your digit in training: {note}.", [], marks=marks))
    words.markdown("**Why?** Look at the place of your digit through a magnifier, as the decoder got it in training:")
    widget.maps("lesson_clouds", shown, {"marks": "what the decoder had to draw your digit from"})


STEP = Step(
    title="Holes",
    question="What lies between the digits?",
    idea="A code of **two numbers** is a place on a map, the **plane**. The dots are real digits, where the encoder "
    "put them. But the decoder draws something for every place, even where there is no dot. The faint pictures show "
    "that.",
    asks="You point at a place far away from all dots. What does the decoder of a plain autoencoder draw there?",
    guess=Choices({"paper": "Empty paper", "clean": "A clean digit", "broken": "Something that is no digit"}),
    tasks=(
        "Tap a place far from all dots, in a corner or a gap. Then say what the decoder draws there.",
        "Now switch to the variational autoencoder, a network that was trained in another way.",
        "Again: tap a place far from all dots, and say what is drawn there.",
    ),
    do=do,
    sentence="Nobody taught the plain decoder what to draw where no digit's code lay: such places can be **holes**. "
    "For a **variational autoencoder** (VAE), training turned every digit into a small cloud instead of a point, so "
    "that the places around it had to become digits, too.",
    page="latent_plane",
    address={"model": FILLED},
    figure=clouds,
)
