"""A walk through latent space whose stops stand in the address, and the same as pictures to take home."""

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.latent import scales
from ui import download
from ui.components import walk as widget
from ui.components.walk import Point, Walk
from ui.sections.latent_plane import film, halves, place


def walk(key: str, card: Card) -> None:
    """Show the walk; needs a plane on the same page.

    Args:
        key: Of this walk on its page.
        card: Of a model with two code numbers.
    """
    stops, spherical = place.stops(), place.spherical()

    def laid(newest: list[Point], along_a_circle: bool) -> None:
        place.put_stops(newest)
        place.put_course(along_a_circle)

    typical = scales.typical(*halves.dots(card.id))
    widget.walk(key, Walk(card.name, stops, spherical), typical, datasets.TABLE[card.spec.data].classes, laid)


def offer(card: Card) -> None:
    """Offer the walk in the address as pictures to take home, if it has two stops."""
    name, stops, spherical = card.name, np.array(place.stops()), place.spherical()
    if len(stops) < 2:
        return
    with st.container(horizontal=True):
        download.offer("Film (GIF)", lambda: film.film(name, stops, spherical), "walk.gif", "image/gif")
        download.offer("Strip (PNG)", lambda: film.strip(name, stops, spherical), "walk.png", "image/png")
