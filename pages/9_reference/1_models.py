"""Models

Every model with its figures; a click on a row opens its card.
"""

import streamlit as st

from aemodels import datasets
from ui import models, state, story, trouble, words
from ui.controls import Control
from ui.error_chart import error_chart
from ui.sections.models import model_card

CONTROLS = {
    "family": Control("Family", "all"),
    "knows": Control("Trained on", "all", ("all", "mnist", "fashion", "reuters", "cloud")),
    "size": Control("Code size", "all", ("all", "2-3", "10-32", "64-")),
}
SIZES = {"all": "codes of any size", "2-3": "2 or 3 numbers", "10-32": "10 to 32 numbers", "64-": "64 and more"}


def _in_range(code_size: int, size: str) -> bool:
    low, _, high = size.partition("-")
    return size == "all" or int(low) <= code_size <= int(high or code_size)


st.title("Models")
words.markdown(
    "**Which model rebuilds best, and how many numbers does it need for that?** The smaller the **error**, the better. "
    "Click a heading to sort. Click a row, and its card opens **below the table**: scroll down."
)
NOUNS = {"all": "all data"} | {name: entry.noun for name, entry in datasets.TABLE.items()}
cards = models.usable((*datasets.PICTURES, "reuters", "cloud"), lesson=None)
families = sorted({card.spec.family for card in cards.values()})
left, middle, right = st.columns(3)
with left:
    family = state.select("family", ["all", *families], lambda value: "all families" if value == "all" else value)
with middle:
    knows = state.select("knows", words=NOUNS)
with right:
    size = state.select("size", words=SIZES)
listed = {
    name: card
    for name, card in cards.items()
    if family in ("all", card.spec.family) and knows in ("all", card.spec.data) and _in_range(card.spec.code_size, size)
}
above = st.container()
name = models.choose(cards, listed)
with above:
    if listed:
        story.league(listed, name, on_choose=lambda name: state.put("model", name))
    else:
        st.info("No model fits all three lists. Choose “all” in one of them.")
st.header(models.full_title(cards[name]))
with trouble.reported():
    model_card.show(cards[name])
st.header("All models for digits, and PCA")
words.markdown(
    "Every dot is a model: point at it for its name. Lower is better. The line is **PCA** (principal component "
    "analysis), the best that can be done with that many numbers by adding up fixed patterns. The models above the "
    "line were not trained to copy: they learnt to remove noise, to keep most of their units silent, or have only a "
    "few small filters."
)
error_chart("errors", [card for card in models.known_for(cards, "mnist").values() if not card.lesson])
words.caption(
    "Measured on 10,000 test images that no model has seen before. Most models follow a published architecture, the "
    "others are our own; each card says which, and whose figure it quotes."
)
