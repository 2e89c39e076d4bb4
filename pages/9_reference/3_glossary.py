"""Glossary

Every term that pages use, with a sentence and a picture each.
"""

import streamlit as st

from ui import state, words
from ui.components.glossary import glossary
from ui.controls import Control
from ui.glossary import TERMS, route

CONTROLS = {"term": Control("Term", "", ("", *TERMS))}

st.title("Glossary")
words.markdown(
    "What does a word mean? On every page, words with a dotted line explain themselves: point at one, or tap it. Here "
    "are all of them. **New here?** Begin with these ten: pixel, network, unit, training, autoencoder, encoder, latent "
    "code, decoder, reconstruction, model."
)
glossary("glossary", route.address(), state.read("term") or None)
