"""Start here

What an autoencoder is, in one screen, and where to go from here.
"""

import streamlit as st

from ui import layout, models, sample, story, trouble
from ui.error_chart import error_chart
from ui.flow import flow

RECONSTRUCT = "../pages/2_see/1_reconstruct.py"
THINGS_TO_TRY = (
    (
        "Draw your own digit",
        "Use mouse or finger. Every model rebuilds your digit while you draw.",
        {"model": "deep_30d"},
    ),
    (
        "Keep only two numbers",
        "A code of two numbers is a place on a map. Draw a 4 and see whether a 9 comes back.",
        {"model": "deep_2d"},
    ),
    (
        "Fool it",
        "Draw a letter, a star, your initials. It has only learnt digits, so it answers with a digit.",
        {"model": "vae_2d"},
    ),
)

st.title("See what autoencoders do")
st.markdown(
    "An **autoencoder** is a network with a narrow middle. A picture of 784 numbers goes in, but only a few numbers "
    "get through the middle, called the **bottleneck**. These few numbers are the **latent code**, and from them the "
    "network has to rebuild the picture. Nobody tells it what a 3 is: to get digits through the bottleneck, it has to "
    "find out what they have in common."
)
cards = models.usable()
name = "deep_30d" if "deep_30d" in cards else next(iter(cards))
left, right = layout.beside()
with left:
    study = sample.drawn()
with right:
    with trouble.reported():
        flow("miniature", models.rebuild(cards[name], study.normalised.image), study)
    whose, advice = ("An example", "Draw in the box, or tap a digit below it.") if study.example else ("Your digit", "")
    st.caption(
        f"{whose}, through the model “{cards[name].spec.title}”. {advice} "
        "The error map shows which ink was lost and which was added."
    )

st.subheader("Three things to try")
for column, (title, text, address) in zip(st.columns(3), THINGS_TO_TRY, strict=True):
    with column, st.container(border=True, height="stretch"):
        st.page_link(RECONSTRUCT, label=f"**{title}**", icon=":material/arrow_forward:", query_params=address)
        st.markdown(text)

st.subheader("The models, and how good they are")
st.markdown(
    "Measured on 10,000 test images that no model has seen before. Most models follow a published architecture; "
    "where its source gives a figure, the table shows ours beside it, and what is different here."
)
error_chart("errors", models.known_for(cards, "mnist").values())
st.caption(
    "Digits only; lower is better. The line is **PCA** (principal component analysis), the best that any linear method "
    "can do with that many numbers. The models above the line were not trained to copy: they learnt to remove noise, "
    "to keep most of their units silent, or have only a few small filters."
)
story.league(cards)
