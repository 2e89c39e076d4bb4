"""Few labels

What a code is good for: a classifier that learns from a handful of labelled pictures.
"""

import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints import results
from aemodels.errors import AutoencoderError
from ui import state

st.title("Few labels")
st.markdown(
    "Labels are dear, for somebody has to write them; pictures are cheap. An autoencoder learns from pictures alone. "
    "Does its code then help a classifier that gets only 50, 100, 500 or 1,000 labels?"
)
try:
    found = results.few_labels()
except AutoencoderError as error:
    st.info(str(error), icon=":material/build:")
    st.stop()

data = state.switch("labelled", words=lambda name: datasets.TABLE[name].title)
st.plotly_chart(figures.models.accuracy_by_labels(found, data), config={"displayModeBar": False})
st.caption(
    f"Share of 10,000 test images named rightly: mean and deviation over {len(found['plan']['seeds'])} draws of "
    "labelled images, as many of each class. Settings were chosen on validation images."
)
for method in found["methods"].values():
    st.markdown(f"- **{method['title']}.** {method['explanation']}")

st.subheader("What it shows")
st.markdown(
    "On digits, an encoder that had to clean spoilt pictures helps most where labels are rarest, with its weights left "
    "alone; from 500 labels on it pays to train it further. On clothes the gain at 50 and 100 labels lies within the "
    "noise. And a plain autoencoder's code of 30 numbers, made for painting and not for naming, helps nowhere: "
    "rebuilding a picture and understanding it are two things."
)
with st.expander("All figures"):
    st.dataframe(figures.models.accuracy_rows(found, data), hide_index=True)
