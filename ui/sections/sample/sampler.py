"""Random codes, what they decode to, and what is known about them."""

from typing import NamedTuple

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card, ModelId
from aemodels.images import normalise
from aemodels.latent import dimensions, interpolation, sampling
from aemodels.latent.dimensions import Dimensions
from aemodels.latent.nearest import Known
from ui import models, state
from ui.components.dials import Strip, dials, turned
from ui.components.tiles import Tile
from ui.sample import on_paper

COUNT = 24
NEIGHBOURS = 8
MEASURED_ON = 200
CARRIES = {"mnist": "{:.2f} nats", "fashion": "variance {:.2f}"}
MEASURES = {
    "mnist": "A **nat** measures information: 0.7 nats are enough for one yes-or-no question, 0 nats tell nothing. "
    "The figure is the **KL divergence** from the prior: how far a picture moves that number away from it, on average "
    f"over {MEASURED_ON} small digits that come with the software.",
    "fashion": "The variance says how much a number changes from one test picture to another: near 1 it tells pictures "
    "apart, near 0 it stays the same whatever the picture.",
}


class Draw(NamedTuple):
    """Codes and what they decode to.

    Attributes:
        codes: (COUNT, D).
        pictures: (COUNT, 28, 28).
    """

    codes: np.ndarray
    pictures: np.ndarray

    def tiles(self, model: Card, selected: int | None = None) -> list[Tile]:
        """Return the pictures as tiles, named after the model that made them, one of them marked."""
        return [
            Tile(str(index), picture, f"Sample {index + 1} by {model.spec.title}", selected=index == selected)
            for index, picture in enumerate(self.pictures)
        ]


def draw(card: Card, kind: str, temperature: float, seed: int) -> Draw:
    """Draw from a variational model's prior, or around the codes of one class; see `aemodels.latent.sampling`.

    Args:
        card: Of the model.
        kind: "any" for the prior, else a class as a digit.
        temperature: Factor of the standard deviation.
        seed: Of the codes.

    Raises:
        BadCheckpoint: Weights or gallery are missing or damaged.
    """
    if kind == "any":
        codes = sampling.prior(COUNT, card.spec.code_size, temperature, seed)
    else:
        gallery = models.gallery(card.id)
        codes = sampling.around(gallery["codes"][gallery["labels"] == int(kind)], COUNT, temperature, seed)
    return Draw(codes, aemodels.decode(card.name, codes))


def guess(card: Card, temperature: float, seed: int) -> Draw:
    """Draw codes of the usual size for a model without a prior; arguments and errors as for `draw`."""
    codes = sampling.guesswork(models.gallery(card.id)["codes"], COUNT, temperature, seed)
    return Draw(codes, aemodels.decode(card.name, codes))


def share_nearest_to(kind: str, codes: np.ndarray, card: Card) -> float:
    """Return the share of codes whose nearest code of a test picture belongs to a class, 0 to 1."""
    gallery = models.gallery(card.id)
    nearest = Known(gallery["codes"]).nearest(codes).positions[:, 0]
    return float((gallery["labels"][nearest] == int(kind)).mean())


def neighbours(code: np.ndarray, card: Card) -> list[Tile]:
    """Decode the codes of test pictures that lie nearest to a code, the nearest first."""
    gallery = models.gallery(card.id)
    nearby = Known(gallery["codes"]).nearest(code[None], NEIGHBOURS)
    classes = datasets.TABLE[card.spec.data].classes
    labels = [classes[label] for label in gallery["labels"][nearby.positions[0]]]
    pictures = aemodels.decode(card.name, gallery["codes"][nearby.positions[0]])
    return [
        Tile(
            *(f"near-{rank}", picture, f"Neighbour {rank + 1}, from: {label}", f"From: {label}"),
            facts=f"{distance:.2f} away",
        )
        for rank, (picture, label, distance) in enumerate(zip(pictures, labels, nearby.distances[0], strict=True))
    ]


def weigh(card: Card) -> Dimensions:
    """Measure what each number of a code carries: nats for digits, the variance of the mean for clothes."""
    return _weighed(card.id, card.spec.data)


def explain(weighed: Dimensions, data: str) -> str:
    """Return how the numbers were measured, and what the dead ones are."""
    dead = int(weighed.dead.sum())
    if not dead:
        alive = f"All {len(weighed.dead)} numbers tell something; one that tells nothing would be grey."
        return f"{MEASURES[data]} {alive}"
    return (
        f"{MEASURES[data]} {dead} of {len(weighed.dead)} numbers are **dead** and greyed out: they do not "
        "depend on the picture, and the decoder has learnt to ignore them. Turn one and nothing happens."
    )


@st.cache_resource(max_entries=16, show_spinner="Measuring what each number carries …")
def _weighed(model: ModelId, data: str) -> Dimensions:
    if data == "mnist":
        mean, log_variance = aemodels.posterior(model.name, _small_digits())
        if log_variance is not None:
            return dimensions.by_kl(mean, log_variance)
    return dimensions.by_spread(models.gallery(model)["codes"])


@st.cache_resource(max_entries=1, show_spinner=False)
def _small_digits() -> np.ndarray:
    """Send the first of scikit-learn's digits through the pipeline: (MEASURED_ON, 28, 28), no data set needed."""
    return np.stack([normalise(on_paper(small)).image for small in datasets.bundled_digits().images[:MEASURED_ON]])


def choose_dimension(name: str, weighed: Dimensions) -> int:
    """Let the student choose the number to walk along; with another model (`name`) that of the first dial."""
    if state.has_changed("dimension.model", name):
        state.put("dimension", weighed.order[0])
    with st.columns(3)[0]:
        return state.select("dimension", weighed.order, lambda place: f"number {place + 1}")


@st.fragment
def turn(name: str, origin: str, start: np.ndarray, dimension: int, weighed: Dimensions, carries: str) -> None:
    """Show the dials; alone on the page they run again while a hand turns them.

    Args:
        name: Variant.
        origin: Names where `start` comes from.
        start: (D,) code.
        dimension: Which number the strip walks along.
        weighed: What each number carries.
        carries: How that is said, e.g. "{:.2f} nats".
    """
    now = turned("dials", origin, start)
    walked = interpolation.traverse(now.code, dimension)
    picture, *row = aemodels.decode(name, np.vstack([now.code, walked]))
    dials("dials", origin, start, now, picture, Strip(dimension, np.stack(row), walked[:, dimension]), weighed, carries)
