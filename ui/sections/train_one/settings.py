"""The settings of a training, as they stand in the address."""

import streamlit as st

from ui import state
from ui.components.training import Handed, Texts

KEYS = (
    *("train_data", "train_pictures", "train_network", "train_widths", "train_code", "train_kind"),
    *("train_corruption", "train_amount", "train_weight", "train_target", "train_activation", "train_loss"),
    *("train_optimiser", "train_rate", "train_batch", "train_seed"),
)
PREFIX = "train_"
STUDY = "study.training"
MOST_CHARACTERS = 40


def handed(shown: bool) -> Handed:
    """Return the settings: those of a new address, or those of before.

    Args:
        shown: Whether the training is on the page already; if not, it has to take them.
    """
    kept = st.session_state.setdefault(STUDY, {"version": 0, "texts": {}})
    news = {key: text for key in KEYS if (text := state.news(key)) is not None}
    if news:
        kept["texts"] = kept["texts"] | {_name(key): text[:MOST_CHARACTERS] for key, text in news.items()}
    if news or not shown:
        kept["version"] += 1
    put(kept["texts"])
    return Handed(kept["version"], kept["texts"])


def put(texts: Texts) -> None:
    """Keep settings and put them into the address."""
    st.session_state[STUDY]["texts"] = texts
    for key in KEYS:
        state.write(key, texts.get(_name(key), ""))


def _name(key: str) -> str:
    return key.removeprefix(PREFIX)
