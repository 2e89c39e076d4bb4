"""PCA against autoencoder

The same digits on the map of PCA and on those of three networks: what bending the map is worth.
"""

import streamlit as st

from aemodels import figures
from aemodels.errors import AutoencoderError
from ui import layout, models, sample
from ui.sections.pca_against_autoencoder import linear_side, live_training

PLAIN = {"displayModeBar": False}

st.title("PCA against autoencoder")
st.markdown(
    "**Principal component analysis** describes a picture by a few numbers too, but it may only add up fixed patterns: "
    "its map of the digits is cut out with a straight knife. A network may **bend**. See what that is worth."
)
usable = models.usable()
known = models.known_for(usable, "mnist")

left, right = layout.beside()
with left:
    study = sample.choose()
with right:
    st.subheader("One component after another")
    st.markdown(
        "PCA begins with the mean of all digits and adds patterns, each as strong as one number says. Move the slider."
    )
    try:
        linear_side.components(known, study)
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")

st.subheader("The same 5,000 test digits on four maps")
st.markdown(
    "The straight map piles most digits up in the middle. The linear network may not bend either, and its map is no "
    "better. The two deep ones keep two numbers as well, but most digits lie among their own kind; 4 and 9 still mix."
)
try:
    linear_side.maps(known, study)
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
st.caption(
    "**Neighbours agree**: of 5,000 test digits, the share whose class is the majority among their 15 nearest codes; "
    "each digit is left out of its own vote, and all numbers of the code count. Where the model's card states a figure "
    "of its own, the neighbours are the 55,000 training digits. **Linear** keeps 32 numbers: its map "
    "shows only the two directions along which these codes differ most, so its neighbours agree better than the map "
    "lets you see. **Error**: squared difference a pixel, over 10,000 test digits."
)

st.subheader("What is lost, by how much is kept")
st.plotly_chart(figures.models.error_by_code_size(list(known.values())), config=PLAIN, key="error_by_size")
st.dataframe(
    linear_side.errors_by_size(known | models.known_for(usable, "fashion")),
    hide_index=True,
    key="errors_by_size",
    column_config={
        "Its error": st.column_config.NumberColumn(format="%.4f", help="Squared error a pixel on 10,000 test images"),
        "PCA's error": st.column_config.NumberColumn(format="%.4f", help="PCA with as many numbers, same images"),
    },
)
st.caption("Both from the models' cards. Where no model for digits keeps that many numbers, one for clothes stands in.")

st.subheader("Why a straight network finds PCA")
st.markdown(
    "Take three numbers instead of 784, so that it can be seen. These points lie near a tilted plane. PCA computes the "
    "plane that comes nearest to all of them. A **linear autoencoder** has to squeeze every point into two numbers and "
    "give it back: all that it can return is a place on a plane, too. Train one, and watch where its plane goes."
)
live_training.show()
linear_side.angle(known)
