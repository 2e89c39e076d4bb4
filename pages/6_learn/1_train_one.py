"""Train one

An autoencoder that the student trains in the page: the digits come back blurred, then sharp, while the error falls.
"""

import streamlit as st

from ui import layout, sample, words
from ui.components.own_drawings import own_drawings
from ui.components.training import training
from ui.components.training_figures import figures
from ui.controls import Control
from ui.sections.train_one import get_mnist, settings, sheets

KEY = "training"
CONTROLS = {
    "train_data": Control("Pictures to learn from", ""),
    "train_pictures": Control("How many pictures", ""),
    "train_network": Control("Network", ""),
    "train_widths": Control("Hidden layers", ""),
    "train_code": Control("Code size", ""),
    "train_kind": Control("Kind of autoencoder", ""),
    "train_corruption": Control("Noise", ""),
    "train_amount": Control("Amount of noise", ""),
    "train_weight": Control("Weight of the penalty", ""),
    "train_target": Control("Wanted mean activation", ""),
    "train_activation": Control("Activation", ""),
    "train_loss": Control("Loss", ""),
    "train_optimiser": Control("Optimiser", ""),
    "train_rate": Control("Learning rate", ""),
    "train_batch": Control("Batch size", ""),
    "train_seed": Control("Seed of the training", ""),
}

heading, idea = st.columns([1, 3], vertical_alignment="bottom")
heading.title("Train one")
idea.markdown(
    words.linked(
        "An **autoencoder** learns to copy pictures through a narrow middle. Press **Train** and watch its error fall "
        "below that of **PCA**, a method without a network."
    )
)
wide, narrow = layout.before()
with narrow:
    sample.drawn(live=False)
    strokes = st.session_state.get("study.strokes", [])
    with layout.later("collected"):
        own_drawings("own_drawings", strokes)
        get_mnist.offer()
with wide:
    training(
        KEY,
        settings.handed(shown=KEY in st.session_state),
        sheets.available(),
        strokes,
        on_rest=settings.put,
    )
figures("training_figures")
