"""Models

Every model with its figures; a click on a row opens its card.
"""

import streamlit as st

from aemodels import datasets
from aemodels.errors import AutoencoderError
from ui import models, state, story
from ui.sections.models import model_card

SIZES = {"all": "codes of any size", "2-3": "2 or 3 numbers", "10-32": "10 to 32 numbers", "64-": "64 and more"}


def _in_range(code_size: int, size: str) -> bool:
    low, _, high = size.partition("-")
    return size == "all" or int(low) <= code_size <= int(high or code_size)


st.title("Models")
st.markdown(
    "Every model on the architecture of its published source, measured on test data that it has never seen. "
    "Click a row to open its card below, a heading to sort."
)
known = models.usable((*datasets.PICTURES, "reuters", "cloud"), lesson=None)
families = sorted({card.spec.family for card in known.values()})
left, right, last = st.columns(3)
with left:
    family = state.select("family", ["all", *families], lambda value: "all families" if value == "all" else value)
with right:
    knows = state.select("knows", words=lambda value: "all data" if value == "all" else datasets.TABLE[value].noun)
with last:
    size = state.select("size", words=SIZES.get)
listed = {
    name: card
    for name, card in known.items()
    if family in ("all", card.spec.family) and knows in ("all", card.spec.data) and _in_range(card.spec.code_size, size)
}
if listed:
    story.league(listed, on_choose=lambda name: state.put("model", name))
else:
    st.info("No model fits all three lists. Choose “all” in one of them.")

name = models.choose(known, listed)
st.subheader(models.full_title(known[name]))
try:
    model_card.show(name, known[name])
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
