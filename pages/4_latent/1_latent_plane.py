"""Latent plane

Every point of a plane is a digit: move over it and watch the digit change.
"""

import streamlit as st

from aemodels.errors import AutoencoderError
from ui import layout, models, sample, state
from ui.components.manifold import manifold
from ui.components.plane import halves, plane
from ui.components.walk import walk

WORDS = {"explore": "Explore", "walk": "Walk", "manifold": "All at once"}
FILLED = (
    "**No holes.** A variational autoencoder makes a small cloud of every digit, and all clouds together have to fill "
    "the hill that the rings show. So every place within them decodes to something like a digit. Draw an unclear digit "
    "and its cloud grows; **Resample** picks places in it and shows how far the reconstruction trembles."
)
RAGGED = (
    "**Look for holes.** Nothing made this model fill its plane: it has a point for every digit it saw, and what lies "
    "between or beyond them it was never asked to paint. Go there, and ghosts appear. Then choose a variational model "
    "above: its plane has none."
)
BLENDED = (
    "This decoder is too large to run under your hand: while you move, the page blends pictures that were decoded on a "
    "grid of 48 x 48 places, and shows the exact one as soon as you let go."
)

st.title("Latent plane")
st.markdown(
    "**Every point of this plane is a digit. Move over it.** Two numbers are all that the decoder gets, and it paints "
    "a picture from them. The dots are real test digits, where the encoder put them. Draw one: it lands among its kin."
)
known = models.usable()
flat = {name: card for name, card in known.items() if card.spec.code_size == 2}
if not flat:
    st.info("No model with two code numbers has been trained. Run `python -m aemodels.train vae_2d`.")
    st.stop()

left, right = st.columns(2)
with left:
    name = models.choose(known, dict(sorted(flat.items(), key=lambda entry: not entry[1].has_prior)))
with right:
    shown = state.switch("show", words=WORDS.get)
card = known[name]
row = st.container(horizontal=True, gap="medium", horizontal_alignment="center")
wide, narrow = row.container(width="stretch", gap=None), row.container(width=layout.LEFT)
try:
    blended = not halves.decoder_runs_in_browser(name)
    with narrow:
        study = sample.choose(live=not halves.encoder_runs_in_browser(name))
    with wide:
        plane("plane", name, card, study, walking=shown == "walk")
    if shown == "walk":
        st.subheader("A walk from digit to digit")
        walk("walk", name, card)
    elif shown == "manifold":
        st.subheader("The whole plane at once")
        manifold("manifold", name, card)
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
    st.stop()

st.markdown(FILLED if card.has_prior else RAGGED)
if blended:
    st.caption(BLENDED)
