"""Step 5: the plane of two numbers, and its holes."""

import numpy as np

import aemodels
from aemodels.checkpoints.card import Card
from aemodels.latent.nearest import Known
from ui import layout, models, sample, state
from ui.sections.latent_plane import place
from ui.sections.latent_plane.plane import plane
from ui.sections.lesson.step import Choices, Doing, Outcome, Picture, Step, cards

RAGGED, FILLED = "deep_2d", "vae_2d"


def do(doing: Doing) -> Outcome | None:
    """Put a point far from the dots of a plain model, then one on the plane of a variational one."""
    by_name = dict(zip((RAGGED, FILLED), cards(RAGGED, FILLED), strict=True))
    with doing.place(1):
        trained = state.switch("trained", words={RAGGED: "Plain", FILLED: "Variational (VAE)"})
    wide, narrow = layout.before()
    with narrow:
        study = sample.drawn(live=False)
    with wide, doing.place(0), doing.place(2):
        plane("plane", by_name[trained], study)
    points: dict[str, list[float]] = doing.kept.setdefault("points", {})
    point = place.point()
    if point:
        points[trained] = point
    doing.did(0, RAGGED in points)
    doing.did(1, doing.done[0] and trained == FILLED)
    doing.did(2, doing.done[1] and FILLED in points)
    if set(points) != set(by_name):
        return None
    seen = [_seen(card, points[name]) for name, card in by_name.items()]
    text = " ".join(words for words, _ in seen) + " Judge by the pictures which is a digit."
    captions = ("plain", "variational")
    return Outcome(text, None, [Picture(caption, image) for caption, (_, image) in zip(captions, seen, strict=True)])


def _seen(card: Card, point: list[float]) -> tuple[str, np.ndarray]:
    """Return how far a point is from all codes of test digits, in a sentence, and the picture decoded there."""
    code, window = np.array([point], np.float32), models.plane(card.id)
    away = float(Known(models.gallery(card.id)["codes"]).nearest(code).distances[0, 0])
    share = away / float(np.subtract(window.high, window.low).max())
    words = (
        f"{card.spec.title}: your point is {100 * share:.1f} % of the plane's width away from the nearest test digit."
    )
    return words, aemodels.decode(card.name, code)[0]


STEP = Step(
    title="Holes",
    question="What lies between the digits?",
    idea="A code of **two numbers** is a place on a plane. The dots are real digits, where the encoder put them. "
    "The decoder draws something for every place, even where there is no dot.",
    asks="You point at a place far away from all dots. What does the decoder draw there?",
    guess=Choices({"paper": "Empty paper", "clean": "A clean digit", "broken": "Something that is no digit"}),
    tasks=(
        "Move over the plane of the plain autoencoder, and tap a place far from all dots.",
        "Switch to the variational autoencoder.",
        "Tap between two colours on its plane.",
    ),
    do=do,
    sentence="Places that no digit used in training are **holes**. A **variational autoencoder** (VAE) makes a small "
    "cloud of every digit instead of a point, and the clouds fill its plane.",
    page="latent_plane",
    address={"model": FILLED},
)
