"""A linear autoencoder that the student trains on a cloud of points, and how its plane turns into PCA's."""

import numpy as np
import streamlit as st

import aemodels
from ui import kept, state, trouble
from ui.components.cloud import UNTRAINED, Plane, Training, cloud
from ui.words import markdown

KEY = "cloud"
SHOWN = "cloud.shown"


def show() -> None:
    """Show the cloud, the button that trains a network on it, and what came of it."""
    trained = state.read("taught")
    left, right = st.columns([1, 3], vertical_alignment="bottom")
    with left:
        seed = state.number("plane_seed")
    with right:
        words = "Train another, from the next seed" if trained else "Train a linear autoencoder now"
        st.button(words, key="teach", icon=":material/play_arrow:", on_click=_train, args=(trained, seed))
    with trouble.reported():
        if trained:
            with st.spinner("Training …"):
                _trained(seed)
            _show_training(seed)
        else:
            points, plane, centre = aemodels.cloud_points()
            cloud(KEY, points, Plane(centre, plane), UNTRAINED, _note("none"), play=False, keep=kept.by_address)


def _train(trained: bool, seed: int) -> None:
    """Ask for a training; a second one begins with the next seed."""
    if trained:
        state.put("plane_seed", (seed + 1) % len(state.CONTROLS["plane_seed"].options))
    state.write("taught", True)


def _note(run: str) -> str:
    """Note which training is on the page, so that a new one is played."""
    st.session_state[SHOWN] = run
    return run


@st.cache_resource(max_entries=32, show_spinner=False)
def _trained(seed: int):
    return aemodels.learn_plane(seed)


def _show_training(seed: int) -> None:
    turning, before, run = _trained(seed), st.session_state.get(SHOWN), _note(f"seed {seed}")
    planes = np.concatenate([turning.centres[:, None], turning.planes], axis=1)
    pca = Plane(turning.pca_centre, turning.pca_plane)
    cloud(KEY, turning.points, pca, Training(planes, turning.angles), run, play=before not in (None, run))
    markdown(
        f"**{len(turning.angles) - 1} epochs of training, in {turning.seconds:.1f} seconds.** The network began with a "
        f"plane {turning.angles[0]:.0f}° away from PCA's and ended {turning.angles[-1]:.2f}° away. Nothing in its loss "
        "mentions PCA: it only learnt to rebuild every point from two numbers."
    )
