"""Map of codes

Thousands of digits as points: those with like codes lie together, and yours lands among its kin.
"""

import streamlit as st

from aemodels.errors import AutoencoderError
from ui import models, state
from ui.sections.map_of_codes import finished, map_views, tsne

SECTIONS = {"look": finished.section, "run": tsne.section}
WORDS = {"look": "Look at finished maps", "run": "Run t-SNE yourself"}

heading, views, chooser = st.columns([3, 4, 3], vertical_alignment="bottom")
heading.title("Map of codes")
with views:
    view = state.switch("maps_view", list(SECTIONS), WORDS.get)
known = {name: card for name, card in models.usable(lesson=None).items() if card.spec.data in map_views.MAPPED}
if not known:
    st.info("No model of pictures has been trained yet. Run `make train` and reload this page.")
    st.stop()
with chooser:
    name = models.choose(known)
try:
    SECTIONS[view](known, name)
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
