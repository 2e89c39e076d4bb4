"""A walk through latent space: a strip of pictures and a player, both decoded in the browser, and a film to keep."""

import numpy as np
import streamlit as st

from aemodels.latent import scales
from ui import state
from ui.components.plane import halves, place
from ui.components.shared.message import pack
from ui.components.shared.modules import component
from ui.components.walk import film

FROM, TO = 3, 8

_component = component("latent_walk", "walk", styles=("controls",))


def walk(key: str, name: str, card: dict) -> None:
    """Show the walk whose stops stand in the address, and offer it as pictures; needs a plane on the same page.

    Args:
        key: Of this walk on its page.
        name: Variant with two code numbers.
        card: Its card.
    """
    stops, spherical = place.stops(), state.read("course") == "circle"
    header = {
        "model": name,
        "stops": stops,
        "spherical": spherical,
        "typical": np.round(scales.typical(*halves.dots(name, card["digest"])).astype(float), 3).tolist(),
        "classes": halves.classes(card),
        "from": FROM,
        "to": TO,
        "seen": _told(key).get("serial", 0),
    }

    def laid() -> None:
        place.put_stops(_told(key)["stops"])
        state.write("course", "circle" if _told(key)["spherical"] else "straight")

    _component(key=key, data=pack(header), on_walk_change=laid)
    if len(stops) > 1:
        _offer(name, np.array(stops), spherical)


def _told(key: str) -> dict:
    return st.session_state.get(key, {}).get("walk") or {}


def _offer(name: str, stops: np.ndarray, spherical: bool) -> None:
    with st.container(horizontal=True):
        for label, make, kind in (("Film (GIF)", film.film, "gif"), ("Strip (PNG)", film.strip, "png")):
            st.download_button(
                label,
                lambda make=make: make(name, stops, spherical),
                f"walk.{kind}",
                f"image/{kind}",
                icon=":material/download:",
                on_click="ignore",
            )
