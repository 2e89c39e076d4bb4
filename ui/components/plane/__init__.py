"""The latent plane: every place of it is decoded in the browser, under the hand and without the server."""

from pathlib import Path

import numpy as np
import streamlit as st

import aemodels
from aemodels import datasets
from aemodels.checkpoints.card import Card
from ui import state
from ui.components.plane import halves, place
from ui.components.shared.message import ink_bytes, pack
from ui.sample import Sample

HERE = Path(__file__).parent
SHARED = HERE.parent / "shared"
PARTS = ("mlp", "ink", "course", "mosaic", "scene", "board", "hand", "panel", "dice", "plane")

_component = st.components.v2.component(
    "latent_plane",
    html=(HERE / "plane.html").read_text(),
    css=(HERE / "plane.css").read_text(),
    js="".join(path.read_text() for path in (SHARED / "paint.js", *(HERE / f"{part}.js" for part in PARTS))),
)


def plane(key: str, name: str, card: Card, study: Sample, walking: bool = False) -> None:
    """Show the plane of a model with two code numbers, what its places decode to, and where the input lies.

    The point that the hand puts down, and the stops of a walk, stand in the address; a new input or model takes the
    point away, and the plane shows the input's place.

    Args:
        key: Of this plane on its page.
        name: Variant.
        card: Its card.
        study: The input.
        walking: Whether a tap adds a stop to the walk.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    _forget_point_of_another_input(name, study)

    def rested() -> None:
        place.put_point(_hand(key)["point"])
        if walking:
            place.put_stops(_hand(key)["stops"])

    told = {"walking": walking, "seen": _hand(key).get("serial", 0)}
    _component(key=key, data=_message(name, card, study, told), on_hand_change=rested)
    halves.carry(f"{key}.{name}", name, card.digest)


def _message(name: str, card: Card, study: Sample, told: dict) -> bytes:
    mean, log_variance = aemodels.posterior(name, study.normalised.image[None])
    deviation = None if log_variance is None else np.exp(log_variance[0] / 2).tolist()
    header = _facts(name, card, study) | {
        "posterior": {"mean": mean[0].tolist(), "deviation": deviation},
        "point": place.point(),
        "stops": place.stops() if told["walking"] else [],
        "spherical": state.read("course") == "circle",
    }
    arrays = {"input": ink_bytes(study.normalised.image)}
    if not halves.decoder_runs_in_browser(name):
        header["decoded"] = header["point"] or np.round(mean[0].astype(float), 3).tolist()
        arrays["decoded"] = aemodels.decode(name, np.array([header["decoded"]]))
    return pack(header | told, **arrays)


def _hand(key: str) -> dict:
    """What the plane last told: "point", "stops" and "serial", its number."""
    return st.session_state.get(key, {}).get("hand") or {}


def _forget_point_of_another_input(name: str, study: Sample) -> None:
    about = name, study.normalised.image.tobytes()
    if st.session_state.get("plane.about", about) != about:
        place.put_point(None)
    st.session_state["plane.about"] = about


def _facts(name: str, card: Card, study: Sample) -> dict:
    spec = card.spec
    noun = datasets.TABLE[spec.data].noun
    codes, labels = halves.dots(name, card.digest)
    classes = halves.classes(card)
    return {
        "model": name,
        "prior": card.has_prior,
        "home": halves.home(name, card),
        "middles": [np.median(codes[labels == label], axis=0).tolist() for label in range(len(classes))],
        "classes": classes,
        "most_stops": place.MOST_STOPS,
        "given": "Example digit" if study.example else "Your input",
        "label": f"Plane of the codes of {spec.title}: every point is one of its {noun}. Move over it.",
    }
