"""The plain way to show what a code decodes to: a slider, a rerun, an image."""

import sys
from pathlib import Path

import streamlit as st

sys.path.append(str(Path(__file__).parents[2]))
import aemodels

z1 = st.slider("z1", -3.0, 3.0, 0.0, 0.05)
st.image(aemodels.decode("vae_2d", [[z1, 0.0]])[0].clip(0, 1), width=280, output_format="PNG")
