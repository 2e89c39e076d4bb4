"""A model's plane with the input on it; the point that the hand puts down, and a walk's stops, stand in the address."""

from functools import lru_cache

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from ui.components import plane as widget
from ui.components.plane import Input, Laid, Plane, Point
from ui.sample import Sample
from ui.sections.latent_plane import halves, place

ABOUT = "plane.about"


def plane(key: str, card: Card, study: Sample, walking: bool = False, simple: bool = False, ring: float = 0.0) -> None:
    """Show the plane of a model with two code numbers, what its places decode to, and where the input lies.

    A new input or model takes the point away, and the plane shows the input's place.

    Args:
        key: Of this plane on its page.
        card: Of the model.
        study: The input.
        walking: Whether a tap adds a stop to the walk.
        simple: Whether dots and rings are all that it shows; then no model travels before a hand moves over it.
        ring: Radius of the ring around the point, as a share of the plane's width; 0 for one that is always of a size.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    _forget_point_of_another_input(card, study)

    def rested(point: Point | None, stops: list[Point]) -> None:
        place.put_point(point)
        if walking:
            place.put_stops(stops)

    shown, point = _input(card, study), place.point()
    decoded = aemodels.decode(card.name, np.array([point or shown.mean], np.float32))[0] if simple else None
    stops = place.stops() if walking else []
    laid = Laid(point, stops, place.spherical(), walking, place.MOST_STOPS, decoded)
    widget.plane(key, _ground(card.id, ring), shown, laid, rested)
    halves.carry(f"{key}.{card.name}", card, waits=simple)


def _forget_point_of_another_input(card: Card, study: Sample) -> None:
    about = card.name, study.normalised.image.tobytes()
    if st.session_state.get(ABOUT, about) != about:
        place.put_point(None)
    st.session_state[ABOUT] = about


@lru_cache(maxsize=16)
def _ground(model: ModelId, ring: float) -> Plane:
    card = cards.read(model.name)
    spec, classes = card.spec, datasets.TABLE[card.spec.data].classes
    codes, labels = halves.dots(card.id)
    return Plane(
        model=card.name,
        label=f"Plane of the codes of {spec.title}: every point is one of its {datasets.TABLE[spec.data].noun}. "
        "Move over it.",
        prior=card.has_prior,
        home=halves.home(card),
        middles=[np.median(codes[labels == label], axis=0).tolist() for label in range(len(classes))],
        classes=classes,
        ring=ring * 2 * halves.home(card)["half"],
    )


def _input(card: Card, study: Sample) -> Input:
    image = study.normalised.image
    mean, log_variance = aemodels.posterior(card.name, image[None])
    return Input(
        given="Example digit" if study.example else "Your input",
        image=image,
        mean=mean[0].tolist(),
        deviation=None if log_variance is None else np.exp(log_variance[0] / 2).tolist(),
    )
