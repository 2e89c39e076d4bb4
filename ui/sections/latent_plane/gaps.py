"""What a plane's holes are, in words with their share, and a button that goes from one to the next."""

from collections.abc import Callable

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import models, words
from ui.sections.latent_plane import holes, place
from ui.sections.latent_plane.holes import Holes

NEXT = "plane.hole"
FILLED = (
    "**Hardly any holes: {share} of this square.** In training, a **variational autoencoder** (VAE) makes a small "
    "cloud of every digit, its **posterior**, instead of a single point. All clouds together have to fill the round "
    "area that the rings show, the **prior**: 1σ, 2σ and 3σ are one, two and three standard deviations from 0. So "
    "nearly every place there shows something like a digit, if only a mix of two. **Resample** picks 24 places in your "
    "digit’s cloud. Draw an unclear digit: its cloud is larger."
)
RAGGED = (
    "**Holes: {share} of this square{against}.** Nothing made this model fill its plane: in training each digit got "
    "one point, and nobody asked what lies between these points or beyond them. There, digits melt into each other or "
    "fall apart. Two numbers still leave little room for holes, because digits crowd together. A code of 30 numbers "
    "has far more: [take such codes at random](sample) and look."
)
LINEAR = (
    "**Holes: {share} of this square, and yet hardly a place shows a clear digit.** PCA takes the mean of all digits "
    "and adds two fixed patterns, so every place shows the same blur with more or less of each."
)
MEASURED = (
    "**Hole**: a place whose picture looks like none of the pictures that this model makes of {count:,} test digits. "
    "That is, to each of them its error is more than {like:g} a pixel. Measured at {places} places around the dots."
)
THERE = (
    "**You are in a hole.** No test digit gives a picture like this one: the decoder never had to learn what to show "
    "here."
)
COMPARED = "vae_2d"


def button(card: Card, on_go: Callable[[list[float]], None]) -> None:
    """Offer to go to a hole of a model's plane, at every click to another one.

    Args:
        card: Of a model with two code numbers.
        on_go: Called with the place of the hole.

    Raises:
        BadCheckpoint: Weights or a gallery are missing or damaged.
    """
    found = holes.find(card)
    st.button(
        "Go to a hole",
        on_click=_go,
        args=(card.name, found, on_go),
        icon=":material/travel_explore:",
        disabled=not len(found.places),
        help="A hole is a place whose picture is no digit. Each click goes to another one.",
        width="stretch",
    )


def explain(card: Card, flat: dict[str, Card], at_point: bool) -> None:
    """Say how much of a model's plane is holes, and why; errors are as in `button`.

    Args:
        card: Of the model.
        flat: All such models.
        at_point: Whether the page shows what the point decodes to.
    """
    found = holes.find(card)
    if at_point and place.point() in _rounded(found):
        words.markdown(THERE)
    words.markdown(_words(card, found, flat))
    count = len(models.gallery(card.id)["codes"])
    words.caption(MEASURED.format(count=count, like=holes.LIKE, places=holes.PLACES_A_SIDE**2))


def share_of(name: str, cards_by_name: dict[str, Card]) -> str:
    """Return how much of a model's plane is holes, in brackets; empty where the model is not there."""
    if name not in cards_by_name:
        return ""
    return f" ({holes.find(cards_by_name[name]).share:.0%} of the plane of {cards_by_name[name].spec.title})"


def _words(card: Card, found: Holes, flat: dict[str, Card]) -> str:
    share = f"{found.share:.0%}"
    if card.has_prior:
        return FILLED.format(share=share)
    if card.is_baseline:
        return LINEAR.format(share=share)
    other = flat.get(COMPARED)
    against = f", against {holes.find(other).share:.0%} with {other.spec.title}" if other else ""
    return RAGGED.format(share=share, against=against)


def _go(name: str, found: Holes, on_go: Callable[[list[float]], None]) -> None:
    """Go to the hole after the one that was shown last."""
    last, index = st.session_state.get(NEXT, (name, -1))
    index = (index + 1) % len(found.places) if last == name else 0
    st.session_state[NEXT] = (name, index)
    on_go(_rounded(found)[index])


def _rounded(found: Holes) -> list[list[float]]:
    """Return the places of holes as the address writes them."""
    return [[round(float(number), 3) for number in hole] for hole in found.places]
