"""What a plane's holes are, in words with their share, and a button that goes from one to the next."""

from collections.abc import Callable

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import words
from ui.sections.latent_plane import holes
from ui.sections.latent_plane.holes import Holes

NEXT = "plane.hole"
FILLED = (
    "**Hardly any holes: {share} of this square.** A **variational autoencoder** (VAE) turns every digit into a small "
    "cloud of codes, its **posterior**, and in training all clouds together have to fill the **prior**, the area that "
    "the rings show. So nearly every point within it decodes to something like a digit. Draw an unclear digit and its "
    "cloud grows. **Resample** picks points in the cloud and shows how much the reconstruction varies."
)
RAGGED = (
    "**Holes: {share} of this square{against}.** Nothing made this model fill its plane: each digit in training got "
    "one point, and nobody asked what lies between these points or beyond them. There, digits melt into each other or "
    "fall apart. Two numbers are so few that digits crowd together and leave little room for holes; a code of 30 "
    "numbers is nearly all hole. [Draw codes at random](sample) to see that."
)
LINEAR = (
    "**{share} of this square are holes, and yet hardly a place shows a clear digit.** PCA adds two fixed patterns to "
    "the mean of all digits, so every place is the same blur with more or less of each. It cannot bend its plane."
)
MEASURED = (
    "**Hole**: a place whose picture another model, the Deep autoencoder (30-D), rebuilds worse than 99 % of the "
    "pictures that this model makes of real test digits. Measured at 400 places of the square around the dots."
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
    icon, none = ":material/travel_explore:", not len(found.places)
    st.button("Go to a hole", on_click=_go, args=(card.name, found, on_go), icon=icon, disabled=none, width="stretch")


def explain(card: Card, flat: dict[str, Card]) -> None:
    """Say how much of a model's plane is holes, and why; `flat` has all such models, errors are as in `button`."""
    words.markdown(_words(card, holes.find(card), flat))
    words.caption(MEASURED)


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
    on_go([round(float(number), 3) for number in found.places[index]])
