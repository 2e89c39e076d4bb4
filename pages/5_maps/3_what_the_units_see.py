"""What the units see

A unit of a network is a row of weights. Seen as pictures, they tell what it looks for, and what it is good for.
"""

import streamlit as st

from aemodels import datasets
from aemodels.errors import AutoencoderError
from ui import layout, models, sample
from ui.sections.what_the_units_see import code_units, first_layer

st.title("What the units see")
st.markdown(
    "A network is made of **units**. Each weighs all that it gets, adds it up, and says one number. "
    "Here you see what units look for, what they answer to your digit, and what goes missing without them."
)
known = models.usable()
seen = {name: card for name, card in known.items() if first_layer.can_be_seen(card)}
if not seen:
    st.info("No model with weights to look at has been trained. Run `make train`.", icon=":material/build:")
    st.stop()
asked = st.query_params.get("model")
if asked in known and asked not in seen:
    st.info(f"“{known[asked].spec.title}” does not begin with weights that are pictures. Here is another model.")
left, right = layout.beside()
with left:
    study = sample.choose()
image = study.normalised.image
try:
    with right:
        name = models.choose(known, seen)
        card = seen[name]
        if card.spec.data != study.data:
            st.caption(f"This model has seen nothing but {datasets.TABLE[card.spec.data].noun}, whatever you draw.")
        st.subheader("Switch a unit off")
        st.markdown("The code is a row of units. The decoder paints from what they say. What if some keep silent?")
        code_units.switches(name, card, image)
    if first_layer.begins_with_filters(card):
        st.subheader("What its filters look for")
        first_layer.filters(name, image)
    else:
        st.subheader("What its first layer looks for")
        st.markdown(
            "Every unit of the first layer has a weight for each of the 784 pixels: a picture. Strokes and blots mean "
            "that it looks for a part of a digit; mere speckle, that it never had to decide what to look for."
        )
        first_layer.weights(name)
    st.subheader("What a unit of the code answers to most")
    st.markdown(
        "Begin with faint noise (or with a digit, if noise leads nowhere), and change every pixel a little so that the "
        "unit says more; forty times. No more ink is allowed than a digit has. What comes out is the unit's favourite "
        "picture, or near it. From noise it seldom becomes a digit: nothing makes it please any unit but this one."
    )
    code_units.favourites(name, card)
    st.caption(
        "Below each: what the unit says to it, and the most that it says to any of 5,000 test images. An image "
        "wins where it has more ink, or where the climb ended on a lower hill."
    )
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")

st.subheader("How active units are")
st.markdown(
    "**Above**: of all activations of all units over the test images, how many are how strong. **Below**: how active "
    "each unit is on average. The plain network keeps its units on all the time. A price on activity (L1) turns most "
    "of them down, some more and some less. A goal for every unit (KL) gives each the same ration: the dashed line."
)
try:
    code_units.activity(known)
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
st.caption(
    "Activations as stated on the models' cards, over 10,000 test images; means over the 5,000 of the galleries. The "
    "plain one and the one beside it know digits, the other two clothes."
)
