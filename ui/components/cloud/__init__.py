"""A cloud of points in space that can be turned, with PCA's plane and the plane that a network finds as it learns."""

import numpy as np
import streamlit as st

import aemodels
from aemodels.errors import AutoencoderError
from ui import state
from ui.components.shared.message import pack
from ui.components.shared.modules import component

KEY = "cloud"
SHOWN = "cloud.shown"

_component = component("cloud", "cloud", styles=("controls", "curves"))


def cloud() -> None:
    """Show the cloud, the button that trains a network on it, and what came of it."""
    taught = state.read("taught")
    left, right = st.columns([1, 3], vertical_alignment="bottom")
    with left:
        seed = state.number("plane_seed")
    with right:
        words = "Train another, from the next seed" if taught else "Train a linear autoencoder now"
        st.button(words, key="teach", icon=":material/play_arrow:", on_click=_teach, args=(taught, seed))
    try:
        if taught:
            with st.spinner("Training …"):
                _learnt(seed)
            _show(_learnt(seed), seed)
        else:
            _show_untaught()
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")


def _teach(taught: bool, seed: int) -> None:
    """Ask for a training; a second one begins with the next seed."""
    if taught:
        state.put("plane_seed", (seed + 1) % state.CONTROLS["plane_seed"].options.stop)
    state.write("taught", True)


def _note(run: str) -> str:
    """Note which training is on the page, so that a new one is played."""
    st.session_state[SHOWN] = run
    return run


@st.cache_resource(max_entries=32, show_spinner=False)
def _learnt(seed: int):
    return aemodels.learn_plane(seed)


def _show_untaught() -> None:
    points, plane, centre = aemodels.cloud_points()
    header = {"angles": [], "run": _note("none"), "play": False}
    _component(
        key=KEY, data=pack(header, points=points, pca=np.vstack([centre, plane]), planes=np.zeros(0, np.float32))
    )


def _show(found, seed: int) -> None:
    before, run = st.session_state.get(SHOWN), _note(f"seed {seed}")
    header = {
        "angles": np.round(found.angles.astype(float), 3).tolist(),
        "run": run,
        "play": before not in (None, run),
    }
    planes = np.concatenate([found.centres[:, None], found.planes], axis=1)
    pca = np.vstack([found.pca_centre, found.pca_plane])
    _component(key=KEY, data=pack(header, points=found.points, pca=pca, planes=planes))
    st.markdown(
        f"**{len(found.angles) - 1} rounds through the points, in {found.seconds:.1f} seconds.** The network began "
        f"with a plane {found.angles[0]:.0f}° away from PCA's and ended {found.angles[-1]:.2f}° away. Nobody told "
        "it about PCA: it only tried to give every point back, from two numbers."
    )
