"""Latent plane

What lies between the digits that a model has seen? Move over the plane of its codes and watch.
"""

import streamlit as st

from ui import layout, models, sample, state, trouble, words
from ui.components.own_models import own_models
from ui.controls import Control
from ui.sections.latent_plane import gaps, place
from ui.sections.latent_plane.grid import grid
from ui.sections.latent_plane.plane import plane
from ui.sections.latent_plane.walk import offer, walk
from ui.sections.train_one import sheets

CONTROLS = {
    "show": Control("On the plane", "explore", ("explore", "walk", "manifold")),
    "stops": Control("Stops of the walk", ""),
    "course": Control("Course of the walk", "straight", ("straight", "circle")),
}
SHOW = {"explore": "Explore", "walk": "Walk", "manifold": "All at once"}


def go_there(code: list[float]) -> None:
    """Put the point on a code and show it on the plane."""
    place.put_point(code)
    state.put("show", "explore")


st.title("Latent plane")
words.markdown(
    "**What lies between the digits that a model has seen?** Move over the plane (on a phone, below the drawing). The "
    "two numbers of a point are a **latent code**; the **decoder** makes a picture from nothing else. The dots are "
    "real test digits, where the **encoder** put them. Draw one: it lands among similar digits, mostly of its own kind."
)
cards = models.usable()
flat = models.only(
    cards,
    lambda card: card.spec.code_size == 2,
    "No model with two code numbers has been trained. Run `python -m aemodels.train vae_2d`.",
)
ordered = sorted(flat.values(), key=lambda card: not card.has_prior)
left, middle, right = st.columns([4, 4, 2], vertical_alignment="bottom")
with left:
    name = models.choose(cards, {card.name: card for card in ordered})
with middle:
    shown = state.switch("show", words=SHOW)
card = cards[name]
with trouble.needed():
    with right:
        gaps.button(card, go_there)
    with st.container():
        if shown == "walk":
            walk("walk", card)
        wide, narrow = (st.container(), st.container()) if shown == "manifold" else layout.before()
        with narrow:
            study = sample.choose(live=False)
        with wide:
            if shown == "manifold":
                grid("manifold", card, go_there)
            else:
                plane("plane", card, study, walking=shown == "walk")
    if shown == "walk":
        offer(card)
    gaps.explain(card, flat, at_point=shown == "explore")

own_models("own_models", "plane", study.normalised.image, sheets=sheets.available())
