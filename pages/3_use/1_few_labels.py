"""Few labels

What a code is good for: a classifier that learns from a few labelled pictures.
"""

import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints.results import few_labels
from ui import state, trouble
from ui.chart import chart
from ui.components.table import table_of
from ui.controls import Control

CONTROLS = {"labelled": Control("Pictures", "mnist", ("mnist", "fashion"))}

st.title("Few labels")
st.markdown(
    "Pictures are cheap, **labels** are expensive: somebody has to write down what each picture shows. An autoencoder "
    "learns from pictures without labels. Does its **latent code** then help a **classifier** that gets only 50, 100, "
    "500 or 1,000 labels?"
)
with trouble.needed():
    results = few_labels()

data = state.switch("labelled", words={name: entry.title for name, entry in datasets.TABLE.items()})
chart(figures.models.accuracy_by_labels(results, data))
st.caption(
    f"**Accuracy**, the share of 10,000 test images that get the right label: mean and standard deviation over "
    f"{len(results['plan']['seeds'])} random choices of labelled images, with equally many of each class. Settings "
    "were chosen on validation images."
)
for method in results["methods"].values():
    st.markdown(f"- **{method['title']}.** {method['explanation']}")

st.subheader("What it shows")
st.markdown(
    "On digits, the encoder of a **denoising autoencoder** helps most when labels are fewest, with its weights left as "
    "they are. From 500 labels on it pays to train these weights further. On clothes, the gain at 50 and 100 labels is "
    "too small to be told from chance. A plain autoencoder's code of 30 numbers was trained for rebuilding, not for "
    "recognising, and helps nowhere: to rebuild a picture is not yet to understand it."
)
with st.expander("All figures"):
    table_of("accuracies", figures.models.accuracy_rows(results, data))
