"""Start here

What an autoencoder is, in one screen, and where to go from here.
"""

import streamlit as st

from ui import models

st.title("Start here")
known = models.usable("mnist")
st.write(list(known))
