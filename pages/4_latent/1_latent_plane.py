"""Latent plane

Every point of a plane is a digit: move over it and watch the digit change.
"""

import streamlit as st

from ui import layout, models, sample, state, trouble
from ui.components.own_models import own_models
from ui.controls import Control
from ui.sections.latent_plane.grid import grid
from ui.sections.latent_plane.plane import plane
from ui.sections.latent_plane.walk import walk
from ui.sections.train_one import sheets

CONTROLS = {
    "show": Control("On the plane", "explore", ("explore", "walk", "manifold")),
    "stops": Control("Stops of the walk", ""),
    "course": Control("Course of the walk", "straight", ("straight", "circle")),
}
SHOW = {"explore": "Explore", "walk": "Walk", "manifold": "All at once"}
FILLED = (
    "**No holes.** A **variational autoencoder** (VAE) turns every digit into a small cloud of codes, its "
    "**posterior**, and in training all clouds together have to fill the **prior**, the area that the rings show. So "
    "every point within it decodes to something like a digit. Draw an unclear digit and its cloud grows. **Resample** "
    "picks points in the cloud and shows how much the reconstruction varies."
)
RAGGED = (
    "**Look for holes.** Nothing made this model fill its plane: each digit in training got one point, and nobody "
    "asked what lies between these points or beyond them. Go there, and the digits fall apart. Then choose a "
    "variational model above: its plane has no holes."
)

st.title("Latent plane")
st.markdown(
    "**Every point of this plane is a digit. Move over it.** The two numbers of a point are a **latent code**, and the "
    "**decoder** makes a picture from nothing else. The dots are real test digits, where the **encoder** put them. "
    "Draw a digit: it lands among similar digits."
)
cards = models.usable()
flat = models.only(
    cards,
    lambda card: card.spec.code_size == 2,
    "No model with two code numbers has been trained. Run `python -m aemodels.train vae_2d`.",
)
ordered = sorted(flat.values(), key=lambda card: not card.has_prior)
left, right = st.columns(2)
with left:
    name = models.choose(cards, {card.name: card for card in ordered})
with right:
    shown = state.switch("show", words=SHOW)
card = cards[name]
wide, narrow = layout.before()
with trouble.needed():
    with narrow:
        study = sample.choose(live=False)
    with wide:
        plane("plane", card, study, walking=shown == "walk")
    if shown == "walk":
        st.subheader("A walk from digit to digit")
        walk("walk", card)
    elif shown == "manifold":
        st.subheader("The whole plane at once")
        grid("manifold", card)

own_models("own_models", "plane", study.normalised.image, sheets=sheets.available())
st.markdown(FILLED if card.has_prior else RAGGED)
