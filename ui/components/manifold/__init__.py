"""The manifold at once: pictures decoded on a lattice of codes, with axes, and a sheet of it to print."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.latent import scales
from ui import state
from ui.components.manifold.sheet import mosaic, sheet
from ui.components.shared.message import ink_bytes, pack
from ui.components.shared.modules import component

SPACINGS = {"even": "Even steps", "quantile": "As the prior has it"}

_component = component("latent_manifold", "manifold")


def manifold(key: str, name: str, card: dict) -> None:
    """Show the figure with its controls; a plane on the same page follows the pointer.

    Args:
        key: Of this figure on its page.
        name: Variant with two code numbers.
        card: Its card.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    left, middle, right = st.columns([2, 2, 3], vertical_alignment="bottom")
    with left:
        count = state.number("side")
    with middle:
        reach = state.select("reach", words=lambda value: f"−{value:g} to {value:g}")
    with right:
        by_quantiles = state.switch("spacing", words=SPACINGS.get) == "quantile"
    values = scales.ticks(count, reach, by_quantiles)
    pictures = _pictures(name, card["digest"], count, reach, by_quantiles)
    header = {
        "values": np.round(values.astype(float), 3).tolist(),
        "label": f"{count} by {count} decoded pictures, both code numbers from {-reach:g} to {reach:g}",
    }
    _component(key=key, data=pack(header, pictures=ink_bytes(mosaic(pictures))))
    st.download_button(
        "For print (PNG)",
        lambda: sheet(pictures, values),
        "manifold.png",
        "image/png",
        icon=":material/download:",
        on_click="ignore",
    )


@st.cache_resource(max_entries=12, show_spinner=False)
def _pictures(name: str, digest: str, count: int, reach: float, by_quantiles: bool) -> np.ndarray:
    return aemodels.decode(name, scales.lattice(scales.ticks(count, reach, by_quantiles)))
