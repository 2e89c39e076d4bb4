"""The least page after the imports that every page with a model needs."""

import streamlit as st
import torch

st.title("Hello")
st.write(torch.__version__)
