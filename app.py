"""The server's entry: `streamlit run app.py`."""

import streamlit as st

from ui.front_door import layers
from ui.routes import routes
from ui.warm import lifespan

app = st.App("ui/frame.py", lifespan=lifespan, routes=routes(), middleware=layers())
