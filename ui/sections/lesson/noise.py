"""Step 6: noise, and who can take it away."""

import numpy as np
import streamlit as st

from ui import layout, sample
from ui.components import corruption
from ui.components.tiles import Tile, tiles
from ui.sections.denoise import corruptions, denoisers
from ui.sections.lesson import smoothing
from ui.sections.lesson.smoothing import Seen
from ui.sections.lesson.step import DRAW, Doing, Outcome, Picture, Scale, Step, cards, is_drawn

TRAINED, PLAIN, SMOOTHED = "denoising_conv", "deep_30d", "median_filter"
TITLES = {TRAINED: "Denoising autoencoder", PLAIN: "Plain autoencoder", SMOOTHED: "Smoothing, no network"}
ABOUT = {
    TRAINED: "It learnt to remove noise.",
    PLAIN: "It never saw noise in training.",
    SMOOTHED: "Each pixel: the middle one, by size, of the 9 values there and around it.",
}
GOOD, FAIR = 0.25, 0.5  # of the error of empty paper
LITTLE, MUCH = "gaussian:0.2", 0.6


def do(doing: Doing) -> Outcome | None:
    """Set an amount of noise, and see what comes back from a denoising and from a plain autoencoder."""
    by_name = {card.name: card for card in cards(TRAINED, PLAIN)}
    _begin_with_little()
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    clean = study.normalised.image
    methods = {name: method for name, method in denoisers.methods(by_name, "mnist").items() if name in TITLES}
    with right:
        with doing.place(1):
            corrupted = corruptions.choose(study, 0)
        results = {one.name: one for one in denoisers.clean_with_all(methods, corrupted.noisy, clean)}
        if not TITLES.keys() <= results.keys():
            st.stop()
        _show(results, clean, corrupted)
    corruptions.answer()
    doing.did(0, is_drawn(study))
    amount = sum(layer.amount for layer in corrupted.stack.layers)
    touched = corruption.newest(corruptions.KEY) is not None
    doing.did(1, doing.done[0] and touched and amount >= MUCH)
    if amount < MUCH:  # hardly anything to remove: what was seen with more noise stands
        return doing.kept.get("outcome")
    doing.kept["seen"] = Seen(clean, corrupted.noisy, results[TRAINED].x_hat)
    doing.kept["outcome"] = _outcome(results, clean)
    return doing.kept["outcome"]


def _outcome(results: dict[str, denoisers.Cleaned], clean: np.ndarray) -> Outcome:
    """Say what each method repaired, in percent of the damage and in a word."""
    noisy, blank = results[denoisers.UNTOUCHED].error, float(np.square(clean).mean())
    removed = {name: 100 * (1 - results[name].error / max(noisy, 1e-9)) for name in TITLES}
    said = {name: _words(results[name].error, blank, removed[name]) for name in TITLES}
    text = (
        f"With the noise your digit has an error of {noisy:.3f}. The denoising autoencoder's result has "
        f"{said[TRAINED]}. The plain autoencoder, which never saw noise in training, has {said[PLAIN]}. Smoothing "
        f"has {said[SMOOTHED]}. (Empty paper would "
        f"have {blank:.3f}. An error below {GOOD * blank:.3f} is called good here, one above {FAIR * blank:.3f} poor.)"
    )
    shown = {"denoising": TRAINED, "smoothed": SMOOTHED, "plain": PLAIN, "with noise": denoisers.UNTOUCHED}
    pictures = [
        Picture(f"{title}: error {results[name].error:.3f}", results[name].x_hat) for title, name in shown.items()
    ]
    return Outcome(text, max(0, round(removed[TRAINED])), [Picture("yours", clean), *pictures])


def _begin_with_little() -> None:
    """Begin with a little of the one kind of noise that the step is about."""
    kept = st.session_state.get(corruptions.STUDY, {}).get("text", "")
    asked = st.query_params.get(corruptions.ADDRESS, kept)
    if not asked.startswith("gaussian:") or "," in asked:
        st.query_params[corruptions.ADDRESS] = LITTLE


def _show(results: dict[str, denoisers.Cleaned], clean: np.ndarray, corrupted: corruptions.Corrupted) -> None:
    """Show what both networks make of the noisy picture, following the hand, and what smoothing makes of it."""
    entries = [
        Tile(name, results[name].x_hat, f"Result of the {title}", title)._replace(
            facts=f"error {results[name].error:.4f}",
            text=ABOUT[name],
            network=results[name].method.network,
            following="error {error}",
        )
        for name, title in TITLES.items()
    ]
    entries.append(Tile("clean", clean, "Your digit without noise", "Without noise", text="No method saw this."))
    tiles("lesson_cleaned", entries, 130, drawn=corrupted.drawn, first=True)


def _words(error: float, blank: float, removed: float) -> str:
    """Say how good an error is, given that of empty paper, and how much of the damage was repaired, in percent."""
    grade = "good" if error < GOOD * blank else "poor" if error > FAIR * blank else "fair"
    repaired = f"{removed:.0f} % of the damage is gone" if removed >= 0 else "worse than before"
    return f"{error:.3f}, {grade} ({repaired})"


def why(doing: Doing) -> None:
    """Show what smoothing does to strokes and to paper, beside what the denoising autoencoder does."""
    if "seen" in doing.kept:
        smoothing.show(doing.kept["seen"])


STEP = Step(
    title="Noise",
    question="Can a network see through noise?",
    idea="**Plain autoencoders** were trained only to copy what they are given. A **denoising "
    "autoencoder** was trained otherwise: it is given pictures full of **noise**, which is random grey, and has to "
    "draw them without it.",
    asks="You cover your digit with noise until you can hardly read it. How much of the damage does the denoising "
    "autoencoder repair, measured by the error? (100 %: all, your digit as it was. 0 %: nothing.)",
    guess=Scale(0, 100, 5, "% of it repaired"),
    tasks=(
        DRAW,
        f"Move the slider “Amount of noise” to {MUCH} or more. Can you still read your digit? And the networks?",
    ),
    do=do,
    sentence="The **denoising autoencoder** was given noisy pictures in training. Copying was no use: to draw "
    "a digit without its noise, it had to learn to tell strokes from noise. Smoothing knows no strokes.",
    page="denoise",
    address={},
    figure=why,
)
