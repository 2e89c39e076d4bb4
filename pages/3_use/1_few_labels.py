"""Few labels

What a code is good for: a classifier that learns from a few labelled pictures.
"""

import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints.results import few_labels
from ui import layout, sample, state, trouble
from ui.components.table import table_of
from ui.controls import Control
from ui.sections.few_labels import accuracy, asked
from ui.words import caption, markdown

CONTROLS = {
    "labelled": Control("Pictures", "mnist", ("mnist", "fashion")),
    "labels": Control("Labelled digits", 100, (50, 100, 500, 1000)),
}

st.title("Few labels")
markdown(
    "**How few examples are enough to tell digits apart?** Pictures are cheap, **labels** are expensive: somebody has "
    "to write down what each picture shows. Six **classifiers**, programs that name the digit, learnt from 50, 100, "
    "500 or 1,000 labelled digits. Four of them use a **code** that was learnt first, without labels. Does it help? "
    "Draw a digit."
)
with trouble.needed():
    results = few_labels()

left, right = layout.beside()
with left:
    study = sample.choose(live=False)
with right, trouble.reported():
    if study.data == "mnist":
        asked.ask("verdicts", study)
    else:
        st.info("These classifiers only learnt digits. Draw one, or pick one from the digits.")

st.header("The six methods")
accuracy.methods("methods")

st.header("How often they are right")
data = state.switch(
    "labelled", words={name: f"{entry.noun.capitalize()} ({entry.title})" for name, entry in datasets.TABLE.items()}
)
accuracy.chart("accuracy", data)
caption(
    "**Accuracy**: the share of 10,000 test images that get the right label; higher is better. Mean over "
    f"{len(results['plan']['seeds'])} random choices of labelled images, equally many of each class; the bars show "
    "how far these choices usually lie apart (**standard deviation**). Settings were chosen on other images, the "
    "**validation images**."
)
with st.expander("All figures"):
    table_of("accuracies", figures.models.accuracy_rows(results, data))

st.header("Which digits they get wrong")
count = state.switch("labels", words=lambda labels: f"{labels:,} labels")
with trouble.reported():
    asked.errors("errors", count)
caption(
    "One random choice of labelled digits, that of the classifiers above. With another choice the figures for 50 and "
    "100 labels differ by several points."
)

st.header("What it shows")
markdown(
    "Look at the averages: your one digit may show the opposite. On digits, the encoder of a **denoising "
    "autoencoder** helps most when labels are fewest, with its weights left as they are. From 500 labels on it pays "
    "to train these weights further. On clothes, the gain at 50 and 100 labels is too small to be told from chance. A "
    "plain autoencoder's code of 30 numbers was trained for rebuilding, not for recognising, and helps nowhere: to "
    "rebuild a picture is not yet to understand it."
)
