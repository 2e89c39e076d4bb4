"""Latent plane

Every point of a plane is a digit: move over it and watch the digit change.
"""

import streamlit as st

from aemodels.errors import AutoencoderError
from ui import layout, models, sample, state
from ui.plane import halves, plane

WORDS = {"explore": "Explore", "walk": "Walk from digit to digit", "manifold": "All at once"}

st.title("Latent plane")
st.markdown(
    "**Every point of this plane is a digit. Move over it.** Two numbers are all that the decoder gets, and from them it "
    "paints a picture: neighbouring points give similar digits. The dots are real test digits, where the encoder put "
    "them."
)
known = models.usable()
flat = {name: card for name, card in known.items() if card["spec"]["code_size"] == 2}
if not flat:
    st.info("No model with two code numbers has been trained. Run `python -m aemodels.train vae_2d`.")
    st.stop()

left, right = st.columns([1, 1])
with left:
    name = models.choose(known, flat)
with right:
    shown = state.switch("show", words=WORDS.get)
card = known[name]
row = st.container(horizontal=True, gap="medium", horizontal_alignment="center")
wide, narrow = row.container(width="stretch", gap=None), row.container(width=layout.LEFT)
try:
    live = not halves.encoder_runs_in_browser(name)
    with narrow:
        study = sample.choose(live=live)
    with wide:
        plane("plane", name, card, study, walking=shown == "walk")
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
    st.stop()
