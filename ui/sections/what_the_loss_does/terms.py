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
WEIGHTS = {name: f"β = {beta}" for name, beta in BETAS.items()} | {AVERAGED: "as if β = 784"}
SEEN = {
    "vae_beta_0": "Nine dots in ten lie outside the rings: that costs nothing. Where no dots are, at the lower right, "
    "the pictures are crumbs and no digits.",
    "vae_beta_01": "One dot in four lies outside the rings: that costs little. Where dots are, places show digits; far "
    "from them, at the lower right, pictures break up.",
    "vae_beta_1": "98 dots in 100 lie within the rings, and nearly every place there shows a digit. Where two digits "
    "meet, it shows a mix of both.",
    "vae_beta_4": "The dots crowd within the rings. Those of 4, 7 and 9 lie over one another, and pictures there are "
    "soft mixtures of them.",
    AVERAGED: "All dots lie on one spot: the code says nothing, and every place shows the mean of all digits. The blue "
    "discs are your picture’s cloud, as wide as the prior.",
}
"""What the map of each model shows; counted among the 5,000 codes of its gallery."""
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
