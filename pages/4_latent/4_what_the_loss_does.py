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
CONTROLS = {"loss": Control("Weight of the penalty, β", "vae_beta_1", LESSON)}

st.title("What the loss does")
words.markdown(
    "**What changes when codes that lie far out cost something?** In training, a model makes a sum small, its "
    "**loss**. A **variational autoencoder** (VAE) pays for every wrong pixel (the **reconstruction error**), and it "
    "pays a penalty for codes that stray from one round cloud around zero (the **KL divergence**). **β** is the weight "
    "of that penalty."
)
cards = models.usable(lesson=True)
lesson = [cards[name] for name in LESSON if name in cards]
titles = {name: cards[name].spec.title if name in cards else name for name in LESSON}
slider, seen = st.columns([2, 3])
with slider:
    name = state.slide("loss", words=terms.WEIGHTS)
if name not in cards:
    models.say_untrained(name)
    st.stop()
card = cards[name]
lowest = min(cards, key=lambda other: cards[other].figures.test["negative_elbo"])
half = halves.home(card)["half"]
seen.markdown(words.linked(f"**What you see:** {terms.SEEN[name]}"))
words.caption(
    f"**The map now reaches from −{half:.3g} to {half:.3g}.** The rings show that round cloud, the **prior**."
)
wide, narrow = layout.before()
with trouble.reported():
    with narrow:
        study = sample.choose(live=False)
    with wide:
        plane("plane", card, study)
    words.markdown(f"**{card.spec.title}.** {card.story.idea} {card.story.how} {card.story.fails}")
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
            "Both terms without β, as means over the test images; shorter is better. From model to model one shrinks "
            "while the other grows, though for a single digit, as above, the order may differ. The smallest sum: "
            f"{titles[lowest]}."
        )
    st.header("The whole map at once")
    grid("manifold", card)
