"""What the units see

A unit of a network is a row of weights. Seen as pictures, they show what it looks for and what it is good for.
"""

import streamlit as st

from aemodels import datasets
from ui import layout, models, sample, trouble, words
from ui.controls import Control
from ui.sections.what_the_units_see import code_units, first_layer

CONTROLS = {
    "off": Control("Units switched off", ""),
    "instead": Control("Output of a unit that is off", "zero", ("zero", "mean")),
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
        st.header("Switch a unit off")
        words.markdown(
            "The units of the bottleneck put out the code, and the decoder works with nothing else. What happens if "
            "you switch some of them off?"
        )
        code_units.switches(card, study)
    if first_layer.begins_with_filters(card):
        st.header("What its filters look for")
        first_layer.filters(card, study)
    else:
        st.header("What its first layer looks for")
        words.markdown(
            "Every unit of the first layer has a weight for each of the 784 pixels, so its weights are a picture. "
            "Strokes and blots mean that it looks for a part of a digit. Random speckle means that training never made "
            "it look for anything particular."
        )
        first_layer.weights(name)
    st.header("What a unit of the code responds to most")
    words.markdown(
        "Start from faint noise (or from a digit, if noise leads nowhere). Change every pixel a little so that the "
        "unit's activation grows, forty times over, with no more ink than a digit has. The result is close to the "
        "picture that the unit likes best: this is **activation maximisation**. From noise it seldom becomes a digit, "
        "because it only has to suit this one unit."
    )
    code_units.favourites(card)
    words.caption(
        "Below each: the unit's activation, and its largest activation for any of 5,000 test images. A test image wins "
        "if it has more ink, or if the search stopped at a lower maximum."
    )

st.header("How active units are")
words.markdown(
    "**Above**: how strong the activations of all units are, over the test images. **Below**: how active each unit is "
    "on average. The plain network keeps its units on all the time. A penalty on activity (**L1**) turns most units "
    "down, some more than others. A target for every unit (**KL**) makes them all equally active: the dashed line."
)
with trouble.reported():
    code_units.activity(cards)
words.caption(
    "Activations as stated on the models' cards, over 10,000 test images; means over the first 5,000 of them. The "
    "plain one and the one beside it were trained on digits, the other two on clothes."
)
