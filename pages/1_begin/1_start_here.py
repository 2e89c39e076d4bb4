"""Start here

What an autoencoder is, in one screen, and where to go from here.
"""

import streamlit as st

from aemodels import figures
from aemodels.errors import AutoencoderError
from ui import layout, models, sample, story
from ui.flow import flow

RECONSTRUCT = "../pages/2_see/1_reconstruct.py"
THINGS_TO_TRY = (
    (
        "Draw your own digit",
        "With mouse or finger. Watch every model rebuild it while your hand still moves.",
        {"model": "deep_30d"},
    ),
    (
        "Squeeze harder",
        "Allow only two numbers: a place on a map. Draw a 4 and see whether a 9 comes back.",
        {"model": "deep_2d"},
    ),
    (
        "Fool it",
        "Draw a letter, a star, your initials. It knows only digits, so it answers with a digit.",
        {"model": "vae_2d"},
    ),
)

st.title("See what autoencoders do")
st.markdown(
    "An **autoencoder** is a network with a narrow waist. A picture of 784 numbers goes in, only a few numbers (the "
    "*code*) pass the waist, and from them it has to paint the picture again. Nobody tells it what a 3 is: "
    "to get through the waist it must find out what digits have in common."
)
known = models.usable()
name = "deep_30d" if "deep_30d" in known else next(iter(known))
left, right = layout.beside()
with left:
    study = sample.drawn()
with right:
    try:
        flow("miniature", models.rebuild(name, known[name], study.normalised.image), waiting=study.example)
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")
    whose, advice = ("An example", "Draw in the box, or tap a digit below it.") if study.example else ("Your digit", "")
    st.caption(
        f"{whose}, through the model “{known[name].spec.title}”. {advice} "
        "The error map shows which ink got lost and which was made up."
    )

st.subheader("Three things to try")
for column, (title, text, address) in zip(st.columns(3), THINGS_TO_TRY, strict=True):
    with column, st.container(border=True, height="stretch"):
        st.page_link(RECONSTRUCT, label=f"**{title}**", icon=":material/arrow_forward:", query_params=address)
        st.markdown(text)

st.subheader("The models, and how good they are")
st.markdown(
    "Measured on 10,000 test images that none of them has seen. Each stands on a published architecture; where its "
    "source prints a figure, ours is held against it."
)
st.plotly_chart(
    figures.models.error_by_code_size(list(models.known_for(known, "mnist").values())),
    config={"displayModeBar": False},
)
st.caption(
    "Digits only; lower is better. The line is the best that any linear method can do with that many numbers. Models "
    "above it were not trained to copy: they learnt to remove noise, to keep most of their units silent, or have to "
    "find everything with a few small filters."
)
story.league(known)
