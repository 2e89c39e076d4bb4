"""A button that brings MNIST into the data folder: one download for all, whose progress everybody sees who comes by."""

import streamlit as st

from aemodels import datasets
from ui.literal import sentence
from ui.sections.train_one.download_job import DownloadJob

NAME = "mnist"
MEGABYTES = datasets.TABLE[NAME].download_bytes // 2**20
EVERY = 0.5
"""Seconds between two looks at a download."""
HELP = "MNIST: 70,000 handwritten digits, more than came with this app. It is fetched once, for everybody here."
WATCHED, FAILED = "train_one.watched", "train_one.failed"


def offer() -> None:
    """Show the button where MNIST is missing, or how far its download is; the page runs again when that has ended."""
    if datasets.available(NAME):
        return
    under_way = _job().progress() is not None
    st.fragment(_offer, run_every=EVERY if under_way else None)()


def _offer() -> None:
    share = _job().progress()
    if share is not None:
        st.session_state[WATCHED] = True
        st.progress(share, f"MNIST is being downloaded: {share * MEGABYTES:.0f} of {MEGABYTES} MB")
        return
    if st.session_state.pop(WATCHED, False):
        st.session_state[FAILED] = _job().failed
        st.rerun()
    if reason := st.session_state.get(FAILED):
        st.error(sentence(reason), icon=":material/cloud_off:")
    if st.button(f"Get MNIST ({MEGABYTES} MB)", icon=":material/download:", help=HELP):
        _job().begin()
        st.session_state[WATCHED] = True
        st.rerun()


@st.cache_resource(show_spinner=False)
def _job() -> DownloadJob:
    return DownloadJob(NAME)
