"""Models on their way into the browser: their layers and weights, fetched once by HTTP and kept there for ever."""

from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

import aemodels
from aemodels.checkpoints.card import Card, Half, ModelId
from ui.components.shared.message import pack

if TYPE_CHECKING:
    from aemodels.inspection.browser_weights import Chain

ROUTE = "networks"
FORMAT = 2
"""Part of the address: another number whenever the same weights are packed in another way."""


def described(card: Card) -> dict | None:
    """Return what a component has to know to run a model; None for one that a browser cannot run.

    Returns:
        "name", "address" of its halves relative to the app's own, "bytes" of both and "code", numbers in a code.
    """
    if not (card.encoder_runs_in_browser and card.decoder_runs_in_browser):
        return None
    address = f"{ROUTE}/{FORMAT}/{card.name}/{card.digest}"
    return {"name": card.name, "address": address, "bytes": 2 * card.parameters, "code": card.spec.code_size}


@st.cache_resource(max_entries=96, show_spinner=False)
def packed(model: ModelId, half: Half) -> bytes | None:
    """Pack one half of a model; None if a browser cannot run it.

    Raises:
        BadCheckpoint: The weights are missing or damaged.
    """
    chain = getattr(aemodels.halves(model.name), half)
    return None if chain is None else pack_chain(chain)


def pack_chain(chain: "Chain") -> bytes:
    """Pack layers: weights are float16, all low bytes before all high ones, which are alike and so shrink more."""
    weights = [array.ravel() for layer in chain for array in layer.weights]
    biases = np.concatenate([layer.biases for layer in chain])
    both = np.concatenate([np.zeros(0, np.float16), *weights]).view(np.uint8).reshape(-1, 2)
    return pack({"layers": [layer.facts() for layer in chain]}, weights=both.T.ravel(), biases=biases)
