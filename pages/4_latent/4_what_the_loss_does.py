"""What the loss does

Five models that differ only in how much each of two terms counts in their loss, and therefore in everything you see.
"""

import streamlit as st

from aemodels import figures
from ui import layout, models, sample, state, trouble
from ui.chart import chart
from ui.controls import Control
from ui.flow import flow
from ui.sections.latent_plane.grid import grid
from ui.sections.latent_plane.plane import plane

LESSON = ("vae_beta_0", "vae_beta_01", "vae_beta_1", "vae_beta_4", "vae_collapsed")
CONTROLS = {"loss": Control("Weight of the KL divergence, β", "vae_beta_1", LESSON)}

st.title("What the loss does")
st.markdown(
    "In training, a **variational autoencoder** (VAE) makes the sum of two terms small, its **loss**. One is the "
    "**reconstruction error**. The other is a penalty, the **KL divergence**, that grows the further the code's "
    "distribution is from a standard normal. One factor, **β**, says how much the penalty counts. Move it, and watch "
    "everything change."
)
cards = models.usable(lesson=True)
lesson = [cards[name] for name in LESSON if name in cards]
titles = {name: cards[name].spec.title if name in cards else name for name in LESSON}
name = state.slide("loss", words=titles)
if name not in cards:
    models.say_untrained(name)
    st.stop()
card = cards[name]
lowest = min(cards, key=lambda other: cards[other].figures.test["negative_elbo"])
st.markdown(f"**{card.spec.title}.** {card.story.idea}")
wide, narrow = layout.before()
with trouble.reported():
    with narrow:
        study = sample.choose(live=False)
    with wide:
        plane("plane", card, study)
    st.markdown(f"{card.story.how} **What you see:** {card.story.fails}")
    left, right = st.columns(2)
    with left:
        st.subheader("What is minimised")
        for index, (term, formula) in enumerate(card.formulas.items()):
            st.latex(("+ " if index else "") + rf"\underbrace{{{formula}}}_{{\text{{{term}}}}}")
        st.subheader("Your digit")
        flow("flow", models.rebuild(card, study.normalised.image), study)
    with right:
        st.subheader("The balance")
        chart(figures.loss.balance(lesson, name), key="balance")
        st.caption(
            "Both terms without their weights. A smaller error costs a larger KL divergence; β says how much of the "
            f"one is worth how much of the other. The lowest sum: {titles[lowest]}."
        )
    st.subheader("The whole plane at once")
    grid("manifold", card)
