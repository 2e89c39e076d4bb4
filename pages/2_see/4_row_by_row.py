"""Row by row

A recurrent autoencoder reads a picture like a text, one row after the other, and has a code after every row.
"""

import streamlit as st

from aemodels import datasets
from aemodels.experiments.row_by_row import MODELS
from ui import layout, models, sample, state, trouble, words
from ui.controls import Control
from ui.sections.row_by_row.reading import reader

CONTROLS = {
    "rows": Control("Rows read", 14, range(1, 29)),
    "other_reader": Control(
        "Let the other model read it", False, (False, True), "One model learnt digits, the other one clothes."
    ),
}

st.title("Row by row")
words.markdown(
    "How much of a picture does a network know before it has seen all of it? A **recurrent autoencoder** reads a "
    "picture like a text: one row of pixels after the other. After every row its memory, called an **LSTM**, holds 30 "
    "numbers, the **latent code** so far. Press **Read**, or drag across the picture."
)
cards = models.only(
    models.usable(),
    lambda card: card.name in MODELS.values(),
    "No recurrent model has been trained yet. Run `python -m aemodels.train recurrent_digits` and reload this page.",
)
left, right = layout.beside()
with left:
    study = sample.choose()
    with layout.later("reader"):
        swapped = state.toggle("other_reader")
        if swapped:
            taught = datasets.TABLE["fashion" if study.data == "mnist" else "mnist"].noun
            words.caption(f"This one learnt nothing but {taught}, and rebuilds everything from them.")
with right:
    own, other = (MODELS["mnist"], MODELS["fashion"])[:: 1 if study.data == "mnist" else -1]
    name = other if swapped else own
    if name in cards:
        with trouble.reported():
            reader("reader", cards[name], study)
    else:
        models.say_untrained(name)

st.header("What to notice")
words.markdown(
    "- **It knows little for a long time.** With half a digit read, the rebuilt picture is still a blot: until row "
    "19 it is on average further from the digit than an empty sheet would be.\n"
    "- **Nonsense at the top.** When only a line or two of ink was read, the model for digits may paint everything "
    "black. It was trained to rebuild only after row 28, so its decoder never met such codes.\n"
    "- **The last rows count.** For the same reason the error falls steeply at the end: over the last four rows from "
    "0.07 to 0.006 on average.\n"
    "- **Early rows have to last.** What was read first has to stay in the memory until the end. An LSTM has "
    "**gates** for that: units that learn when to keep a number and when to change it."
)
words.caption(
    "The dotted line in the chart is the mean over 2,000 test images, and so are the figures here; they are those of "
    "the model for digits. “Models” says how both models were trained."
)
