"""Start here

A digit goes through the waist of an autoencoder; draw your own, then choose where to go on.
"""

import streamlit as st

from ui import layout, models, sample, story, trouble, words
from ui.flow import flow
from ui.sections.start_here import doors

MODEL = "vae_20d"  # a fifth of the bytes of the deep one, and the student sees the same
FIRST = ("3", "5", "8", sample.EXAMPLE)
CLOSER = """<style>
[data-testid=stMainBlockContainer] { padding-top: 3.6rem; }
@media (max-width: 640px) {
  [data-testid=stMainBlockContainer] { padding-top: 3.2rem; }
  .st-key-front h1 { padding: 0 0 0.2rem; font-size: min(1.3rem, 5.4vw); }
  .st-key-front, .st-key-front [data-testid=stVerticalBlock] { gap: 0.5rem; }
}
</style>"""


def _how_well(rebuilt: models.Rebuilt) -> str:
    """Return how well the student's picture came back, and if badly, why."""
    quality = story.quality(rebuilt)
    why = ": it is unlike these digits. Draw a plainer one, and compare" if quality in story.BAD else ""
    return f"**{quality}**{why}"


st.html(CLOSER)
with st.container(key="front"):
    st.title("See what autoencoders do")
    cards = models.usable()
    card = cards.get(MODEL) or next(iter(cards.values()))
    words.markdown(f"Can **{card.spec.code_size} numbers** hold your drawing?")
    left, right = layout.beside()
    with left:
        study = sample.drawn(show=FIRST)
    with right, trouble.reported():
        rebuilt = models.rebuild(card, study.normalised.image)
        flow("miniature", rebuilt, study, waist=True)
        yours = "" if study.example else f" Yours came back {_how_well(rebuilt)}."
        words.markdown(
            "A picture is 28 × 28 squares, each one number for its ink: 784 numbers. This network is an "
            f"**autoencoder**: its **encoder** turns them into only {card.spec.code_size} numbers, the **code**. From "
            "this narrow middle, the **bottleneck**, its **decoder** rebuilds the picture. It learnt that from "
            f"pictures of digits alone: nobody told it which is which.{yours}"
        )
    doors.show()
