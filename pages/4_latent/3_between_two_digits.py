"""Between two digits

What lies between two pictures: half of each on top of each other, or something new?
"""

import streamlit as st

from aemodels import datasets
from aemodels.errors import AutoencoderError
from ui import layout, models, realism, sample, state
from ui.components import interpolation
from ui.sections.between_two_digits import pair

PATHS = {"straight": "Straight path", "spherical": "Around zero"}

st.title("Between two digits")
st.markdown(
    "Mix the **pixels** of two pictures half and half, and you see both at once, like a photo exposed twice. Mix their "
    "**codes** and decode the mixture: a good model bends one picture into the other, and every step looks drawn."
)
known = models.usable()
left, right = layout.beside()
with left:
    st.markdown("**First picture**")
    study = sample.choose()
    st.markdown("**Second picture**")
    second = pair.choose_second(study)
fitting = models.known_for(known, study.data)
with right:
    first_choice, second_choice = st.columns(2)
    with first_choice:
        name = models.choose(known, fitting)
    with second_choice:
        against = state.select("against", pair.rivals(name, fitting), lambda other: models.full_title(fitting[other]))
    variational = [each for each in (name, against) if fitting[each].has_prior]
    path = state.switch("path", words=PATHS.get) if variational else "straight"
    rows, image = [], study.normalised.image
    for each in (name, against):
        taken = path if each in variational else "straight"
        try:
            rows.append(pair.decoded(each, fitting[each], taken, image, second))
        except AutoencoderError as error:
            st.warning(str(error), icon=":material/build:")
    rows.append(pair.blended(image, second, study.data))
    interpolation.show("ways", rows)
    st.caption(
        "The slider, or the pointer on a row, walks along all rows at once. Rows of models begin and end with "
        f"reconstructions, the last row with the pictures themselves. {pair.farthest(rows)}"
    )
    if datasets.available(study.data):
        st.caption(realism.EXPLAINED)

st.subheader("What to look for")
st.markdown(
    "- **Sparse codes, and codes of a hundred numbers and more,** have room for both pictures at once. Halfway you see "
    "nearly what the pixels show.\n"
    "- **Plain and convolutional codes of some 30 numbers** bend the strokes, but nobody asked them to paint anything "
    "between two codes: look for gaps, crumbs and pale ghosts.\n"
    "- **Variational codes** learnt to leave no holes: more often than with the others, every step is a digit.\n"
    "- **Two numbers** make a map: you walk through whatever lies on the way; a 4 may become a 2 before it is an 8.\n"
    "- **Straight or around zero?** Variational codes of many numbers lie in a shell around zero, hardly any near zero "
    "itself. The straight path cuts through that empty middle, the other keeps its distance. Often the difference is "
    "small. For the other models zero means nothing in particular, so they always go straight."
)
