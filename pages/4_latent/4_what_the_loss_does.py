"""What the loss does

Five models that differ only in how much each of two terms counts in their loss, and therefore in everything you see.
"""

import streamlit as st

from ui import layout, models, sample, state, trouble, words
from ui.controls import Control
from ui.sections.latent_plane import halves
from ui.sections.latent_plane.grid import grid
from ui.sections.latent_plane.plane import plane
from ui.sections.what_the_loss_does import five, terms

LESSON = ("vae_beta_0", "vae_beta_01", "vae_beta_1", "vae_beta_4", "vae_collapsed")
CONTROLS = {"loss": Control("Weight of the KL divergence, β", "vae_beta_1", LESSON)}

st.title("What the loss does")
words.markdown(
    "**What changes when a model is punished for spreading its codes out?** A **variational autoencoder** (VAE) learns "
    "to make a sum small, its **loss**: the **reconstruction error**, plus **β** times a penalty, the **KL "
    "divergence**, that grows the further its codes are from a standard normal. Move β."
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
half = halves.home(card)["half"]
words.caption(
    f"**The map now reaches from −{half:.3g} to {half:.3g}**, as far as the codes (dots) do. Rings: 1, 2, 3 σ."
)
wide, narrow = layout.before()
with trouble.reported():
    with narrow:
        study = sample.choose(live=False)
    with wide:
        plane("plane", card, study)
    words.markdown(f"**{card.spec.title}.** {card.story.idea} {card.story.how} **What you see:** {card.story.fails}")
    st.header("Your digit, rebuilt by all five")
    five.show("five", lesson, name, study)
    left, right = st.columns(2, gap="large")
    with left:
        st.header("What is minimised")
        terms.formulas(card)
    with right:
        st.header("The balance")
        terms.balance(lesson, name)
        words.caption(
            "Both terms as they are, without β. A smaller error costs a larger KL divergence; β says how much of the "
            f"one is worth how much of the other. The smallest sum: {titles[lowest]}."
        )
    st.header("The whole map at once")
    grid("manifold", card)
