"""Step 6: noise, and who can take it away."""

import numpy as np
import streamlit as st

from ui import layout, sample
from ui.components import corruption
from ui.components.tiles import Tile, tiles
from ui.sections.denoise import corruptions, denoisers
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards, is_drawn

TRAINED, PLAIN = "denoising_conv", "deep_30d"


def do(doing: Doing) -> Outcome:
    """Set an amount of noise, and see what comes back from a denoising and from a plain autoencoder."""
    by_name = {card.name: card for card in cards(TRAINED, PLAIN)}
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    clean = study.normalised.image
    methods = {name: method for name, method in denoisers.methods(by_name, "mnist").items() if name in by_name}
    with right:
        with doing.place(1):
            corrupted = corruptions.choose(study, 0)
        results = {one.name: one for one in denoisers.clean_with_all(methods, corrupted.noisy, clean)}
        if TRAINED not in results or PLAIN not in results:
            st.stop()
        _show(results, clean, corrupted)
    corruptions.answer()
    doing.did(0, is_drawn(study))
    doing.did(1, doing.done[0] and corruption.newest(corruptions.KEY) is not None)
    noisy = results[denoisers.UNTOUCHED]
    removed, plain = (100 * (1 - results[name].error / max(noisy.error, 1e-9)) for name in (TRAINED, PLAIN))
    text = (
        f"The noise made an error of {noisy.error:.3f} a pixel. The denoising autoencoder {_words(removed)}. A plain "
        f"autoencoder, which never saw noise, {_words(plain)}."
    )
    pictures = [
        Picture("with noise", noisy.x_hat),
        Picture("denoising", results[TRAINED].x_hat),
        Picture("plain", results[PLAIN].x_hat),
    ]
    return Outcome(text, max(0, round(removed)), pictures)


def _show(results: dict[str, denoisers.Cleaned], clean: np.ndarray, corrupted: corruptions.Corrupted) -> None:
    """Show what both networks make of the noisy picture, following the hand."""
    titles = {TRAINED: "Denoising autoencoder", PLAIN: "Plain autoencoder"}
    entries = [
        Tile(name, results[name].x_hat, f"Result of the {title}", title)._replace(
            facts=f"error {results[name].error:.4f}",
            network=results[name].method.network,
            following="error {error}",
        )
        for name, title in titles.items()
    ]
    entries.append(Tile("clean", clean, "The clean picture", "Clean original", text="No network saw it."))
    tiles("lesson_cleaned", entries, 130, drawn=corrupted.drawn, first=True)


def _words(removed: float) -> str:
    return f"removed {removed:.0f} % of it" if removed >= 0 else "made it worse"


STEP = Step(
    title="Noise",
    question="Can a network see through noise?",
    idea="A **denoising autoencoder** is trained with pictures full of noise, and has to give back the clean ones.",
    asks="You cover your digit with noise. How much of the error that the noise makes does the network remove?",
    guess=Scale(0, 100, 5, "% of the error"),
    tasks=("Draw a digit, or tap one.", "Drag the noise until you can only just read it."),
    do=do,
    sentence="It was trained on **corrupted** pictures, so copying did not help: to give back the clean ones, it had "
    "to learn what digits look like.",
    page="denoise",
    address={},
)
