"""The two terms of the loss: as formulas with every symbol explained, and as bars for all models of the lesson."""

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import words
from ui.components import stacked_bars as widget
from ui.components.stacked_bars import Stack

TERMS = {"reconstruction_nats": "reconstruction error", "kl_nats": "KL divergence"}
BETAS = {"vae_beta_0": 0, "vae_beta_01": 0.1, "vae_beta_1": 1, "vae_beta_4": 4, "vae_collapsed": 1}
"""What each model of the lesson multiplies its KL divergence by."""
AVERAGED = "vae_collapsed"
SYMBOLS = r"""
| symbol | what it is |
|---|---|
| $\sum$ | add up what follows, for every pixel $i$ or every number $j$ |
| $x_i$ | pixel $i$ of the picture, 0 (paper) to 1 (ink); there are 784 |
| $\hat x_i$ | the same pixel of the reconstruction |
| $\mu_j$, $\sigma_j$ | the encoder turns a picture into a small cloud of codes: middle and width of it, in number $j$ |
| $D$ | how many numbers a code has, here 2 |
| $\ln$ | natural logarithm; so the unit is the **nat** |
"""
COLLAPSED = (
    "The weight that slipped in is $\\tfrac{1}{784}$, in front of the **first** term; β is still 1. Only the ratio of "
    "the two weights counts, so this is as if β were **784**."
)


def formulas(card: Card) -> None:
    """Show what is minimised in the training of a model, and what its symbols stand for."""
    names = {"reconstruction": r"\text{reconstruction error}"}
    names["kl"] = rf"\beta \,\times\, \text{{KL divergence, with }} \beta = {BETAS[card.name]:g}"
    for index, (term, formula) in enumerate(card.formulas.items()):
        st.latex(("+ " if index else "") + rf"\underbrace{{{formula}}}_{{{names[term]}}}")
    if card.name == AVERAGED:
        words.markdown(COLLAPSED)
    words.markdown(SYMBOLS)


def balance(lesson: list[Card], chosen: str) -> None:
    """Show both terms of every model in nats, as if both counted alike; the chosen one stands out."""
    measured = tuple((card.name, card.spec.title, *(card.figures.test[term] for term in TERMS)) for card in lesson)
    widget.stacked_bars("balance", _bars(measured, chosen))


@st.cache_resource(max_entries=8, show_spinner=False)
def _bars(measured: tuple[tuple[str, str, float, float], ...], chosen: str) -> bytes:
    stacks = [Stack(title, list(nats), name == chosen) for name, title, *nats in measured]
    return widget.packed("Nats an image, on test images", list(TERMS.values()), stacks)
