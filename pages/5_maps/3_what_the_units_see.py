"""What the units see

A unit of a network is a row of weights. Seen as pictures, they show what it looks for and what it is good for.
"""

import streamlit as st

from aemodels import datasets
from ui import layout, models, sample, trouble, words
from ui.controls import Control
from ui.sections.what_the_units_see import activity, code_units, first_layer

CONTROLS = {
    "off": Control("Units switched off", ""),
    "instead": Control("What a unit that is off puts out", "zero", ("zero", "mean")),
    "every": Control("Show all of them", False, (False, True)),
}

st.title("What the units see")
words.markdown(
    "**What does a single unit look for?** A network is made of **units**. Each unit multiplies its inputs by "
    "**weights**, adds them up, and puts out one number, its **activation**. Here you see what units look for, how "
    "they respond to your digit, and what is missing without them."
)
cards = models.usable()
visible = models.only(
    cards, first_layer.can_be_seen, "No model with weights to look at has been trained. Run `make train`."
)
asked = st.query_params.get("model")
if asked in cards and asked not in visible:
    st.info(f"“{cards[asked].spec.title}” does not begin with weights that are pictures. Here is another model.")
st.header("Switch a unit off")
words.markdown(
    "The units in the narrow middle, the **bottleneck**, put out the code: one number each. The decoder has nothing "
    "else. What is missing if you switch some of them off?"
)
left, right = layout.beside()
with left:
    study = sample.choose()
with trouble.reported():
    with right:
        name = models.choose(cards, visible)
        card = visible[name]
        if card.spec.data != study.data:
            words.caption(
                f"This model was trained on nothing but {datasets.TABLE[card.spec.data].noun}, whatever you draw."
            )
        code_units.switches(card, study)
    if first_layer.begins_with_filters(card):
        st.header("What its filters look for")
        first_layer.filters(card, study)
    else:
        st.header("What its first layer looks for")
        words.markdown(
            "These are other units: those of the layer that the picture enters first. Each has a weight for each of "
            "the 784 pixels, so its weights are a picture. Arcs and blots show where it looks for ink, mostly a small "
            "piece of a stroke. Where there is only speckle, training never made it look for anything particular."
        )
        first_layer.weights(card)
    st.header("What a unit of the code responds to most")
    words.markdown(
        "Take faint noise (or a digit, if noise leads nowhere). Change every pixel a little so that the unit's "
        "activation grows, forty times over, with no more ink than a digit has: **activation maximisation**. What "
        "comes out seldom looks like a digit, mostly like crumbs, because it only has to suit this one unit."
    )
    code_units.favourites(card)
    words.caption(
        "**This**: how strongly the unit responds to the picture. **Images**: its strongest response to any of "
        "5,000 test images, nearly always weaker. Where a test image does better, it has more ink, or the search "
        "stopped early."
    )

st.header("How active units are")
words.markdown(
    "Four networks. **Above**: how often an activation of each strength occurs, over all units and test images. "
    "**Below**: how many units have which mean activation. The plain network keeps its units on most of the time. A "
    "penalty on every activation (**L1**) turns most units down. A wanted mean for every unit (**KL**) makes them all "
    "about equally active: the dashed line."
)
with trouble.reported():
    activity.show(cards)
words.caption(
    "Activations over 10,000 test images, means over the first 5,000 of them. The plain one and the one beside it were "
    "trained on digits, the other two on clothes."
)
