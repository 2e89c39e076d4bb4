"""What the loss does

Five models that differ in nothing but the weights of two numbers in their loss, and in everything one sees.
"""

import streamlit as st

from aemodels import figures
from aemodels.errors import AutoencoderError
from ui import layout, models, sample, state
from ui.flow import flow
from ui.sections.latent_plane.grid import grid
from ui.sections.latent_plane.plane import plane

PLAIN = {"displayModeBar": False}

st.title("What the loss does")
st.markdown(
    "A variational autoencoder minimises a sum of two numbers: the **error** of the reconstruction, and the **price** "
    "of the code, which is the higher the farther the code strays from a round hill around zero. How much the price "
    "counts is one factor in one line of code, called β. Move it, and watch everything change."
)
known = models.usable(lesson=True)
cards = [known[name] for name in state.CONTROLS["loss"].options if name in known]
titles = {card.name: card.spec.title for card in cards}
name = state.slide("loss", words=lambda choice: titles.get(choice, choice))
if name not in known:
    st.info(f"“{name}” has not been trained yet. Run `python -m aemodels.train {name}`.", icon=":material/build:")
    st.stop()
card = known[name]
lowest = min(known, key=lambda other: known[other].figures.test["negative_elbo"])
st.markdown(f"**{card.spec.title}.** {card.story.idea}")
row = st.container(horizontal=True, gap="medium", horizontal_alignment="center")
wide, narrow = row.container(width="stretch", gap=None), row.container(width=layout.LEFT)
try:
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
        flow("flow", models.rebuild(name, card, study.normalised.image), waiting=study.example)
    with right:
        st.subheader("The balance")
        st.plotly_chart(figures.loss.balance(cards, name), config=PLAIN, key="balance")
        st.caption(
            "Both terms at their true size, whatever weight they had in training. Less error costs a higher price; "
            f"β says how much of the one is worth how much of the other. The lowest sum: {titles[lowest]}."
        )
    st.subheader("The whole plane at once")
    grid("manifold", card)
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
