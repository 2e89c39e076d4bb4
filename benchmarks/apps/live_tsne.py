"""The live t-SNE alone on a page."""

import sys
from pathlib import Path

import streamlit as st

sys.path.append(str(Path(__file__).parents[2]))
from ui import models, tsne

st.set_page_config(layout="wide")
known = models.usable()
tsne.section(known, models.choose(known))
