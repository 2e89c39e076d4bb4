"""PCA or autoencoder

The same digits on the map of PCA and on those of three networks: what a non-linear network gains.
"""

import streamlit as st

from ui import layout, models, sample, trouble, words
from ui.controls import Control
from ui.error_chart import error_chart
from ui.sections.pca_against_autoencoder import linear_side, live_training

CONTROLS = {
    "components": Control("Components", 10, range(33)),
    "plane_seed": Control(
        *("Seed of the start", 0, range(10_000)),
        help="Another number gives other random weights to start with; the same number, the same training again.",
    ),
    "taught": Control("Train it", False, (False, True)),
}

st.title("PCA or autoencoder")
words.markdown(
    "**What does a network gain over plain statistics?** **Principal component analysis** (PCA) also describes a "
    "picture by a few numbers, but all that it can do with them is to add up fixed patterns: it is **linear**. A "
    "network with **non-linear** units can do more, and keeps apart what PCA mixes up."
)
usable = models.usable()
digits = models.known_for(usable, "mnist")

st.header("One component after another")
words.markdown(
    "PCA starts from the mean of all digits and adds patterns, the **principal components**, each as strongly as one "
    "number says. Move the slider; the graph below shows how the error falls with every component."
)
left, right = layout.beside()
with left:
    study = sample.choose()
with right, trouble.reported():
    linear_side.components(digits, study)

st.header("The same 5,000 test digits on four maps")
words.markdown(
    "On the map of PCA, most digits lie on top of each other in the middle. A linear network’s map is no better. The "
    "two deep networks keep two numbers, too, but most digits lie among their own class; 4 and 9 still mix."
)
with trouble.reported():
    linear_side.maps(digits, study)
words.caption(
    "**Neighbours agree**: of 5,000 test digits, the share that are of the same class as most of their 15 nearest "
    "dots. 100% would be perfect; by chance it would be 10%. The **linear autoencoder** keeps 32 numbers, so its error "
    "is small; its map shows only the two directions in which these codes differ most. **Error**: squared difference "
    "per pixel, over 10,000 test digits; less is better."
)

st.header("What is lost, by how much is kept")
error_chart("error_by_size", digits.values())
linear_side.errors_by_size(digits | models.known_for(usable, "fashion"))
words.caption("Less is better. Where no model for digits keeps that many numbers, one for clothes stands in.")

st.header("Why a linear network finds PCA")
words.markdown(
    "Take three numbers instead of 784, so that you can see them. These points lie near a tilted plane. PCA computes "
    "the plane that is closest to all of them. A **linear autoencoder** has to encode every point in two numbers and "
    "decode it again, so all that it can return is a point on a plane, too. Train one, and watch where its plane goes."
)
live_training.show()
linear_side.angle(digits)
