"""Models

Every model with its figures; a click on a row opens its card.
"""

import streamlit as st

from aemodels import datasets
from aemodels.errors import AutoencoderError
from ui import model_card, models, state, story

st.title("Models")
st.markdown(
    "Every model on the architecture of its published source, measured on 10,000 test images that it has never seen. "
    "Click a row to open its card below, a heading to sort."
)
known = models.usable()
families = sorted({card["spec"]["family"] for card in known.values()})
left, right, _ = st.columns([2, 2, 3])
with left:
    family = state.select("family", ["all", *families], lambda value: "all families" if value == "all" else value)
with right:
    knows = state.select("knows", words=lambda value: "digits and clothes" if value == "all" else datasets.NOUNS[value])
listed = {
    name: card
    for name, card in known.items()
    if family in ("all", card["spec"]["family"]) and knows in ("all", card["spec"]["data"])
}
if listed:
    story.league(listed, on_choose=lambda name: state.put("model", name))
else:
    st.info("No model is in this family and knows these pictures. Choose “all” in one of the lists.")

name = models.choose(known, listed)
st.subheader(models.full_title(known[name]))
try:
    model_card.show(name, known[name])
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
