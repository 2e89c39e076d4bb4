"""The server's entry: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from ui.compression import Compression
from ui.routes import routes
from ui.warm import lifespan

app = st.App("ui/frame.py", lifespan=lifespan, routes=routes(), middleware=[Middleware(Compression)])
