"""Row by row

A recurrent autoencoder reads a picture like a text, one row after the other, and has a code after every row.
"""

import streamlit as st

from aemodels.experiments.row_by_row import MODELS
from ui import layout, models, sample, state, trouble, words
from ui.controls import Control
from ui.sections.row_by_row.reading import reader

CONTROLS = {
    "rows": Control("Rows read", 14, range(1, 29)),
    "other_reader": Control("Let the model for other pictures read it", False, (False, True)),
}

st.title("Row by row")
words.markdown(
    "How much of a picture does a network know before it has seen all of it? A **recurrent autoencoder** reads a "
    "picture like a text: one row of pixels after the other. After every row its memory, an **LSTM**, holds 30 "
    "numbers, its **latent code** so far. Press **Read**, or drag across the picture."
)
cards = models.only(
    models.usable(),
    lambda card: card.name in MODELS.values(),
    "No recurrent model has been trained yet. Run `python -m aemodels.train recurrent_digits` and reload this page.",
)
left, right = layout.beside()
with left:
    study = sample.choose()
    swapped = state.toggle("other_reader")
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
    "- **It guesses ahead.** From the first rows the decoder already draws a whole picture: what usually comes below "
    "such a beginning. Every row corrects the guess.\n"
    "- **Nonsense at the very top.** As long as the rows are empty, or only one line of ink was read, the code is one "
    "that the decoder never met in training. The model for digits may then paint everything black.\n"
    "- **It changes its mind.** Draw a 7, then add a loop to make it a 9, and watch at which row the guess changes.\n"
    "- **The last rows count.** The model was trained to rebuild only after row 28. So its code is tuned to that "
    "moment, and the error falls steeply at the end.\n"
    "- **Early rows have to last.** What it read first has to stay in its memory until the end. That is why recurrent "
    "networks have gates that can hold a number fast."
)
words.caption(
    "The grey line is the mean over 2,000 test images, measured by `python -m aemodels.experiments.row_by_row`. "
    "“Models” says how both models were trained."
)
