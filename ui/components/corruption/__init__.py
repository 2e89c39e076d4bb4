"""The spoiler: a stack of corruptions with a slider each, and the spoilt picture that follows the hand."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels.corruption.stack import KINDS, MOST_LAYERS, NOTHING, Kind, Stack, parse
from aemodels.corruption.strokes import PEN, coverage
from ui import state
from ui.components.shared import courier
from ui.components.shared.message import pack

HERE = Path(__file__).parent
KEY = "spoil"
STUDY = "study.spoil"
RESTED = "spoil.rested"

_component = st.components.v2.component(
    "spoil",
    html=(HERE / "corruption.html").read_text(),
    css=(HERE / "corruption.css").read_text(),
    js=courier.SOURCE
    + "".join((HERE / name).read_text() for name in ("../shared/paint.js", "rules.js", "corruption.js")),
)


class Spoilt(NamedTuple):
    """A picture with what was done to it.

    Attributes:
        stack: The corruptions; a new seed or amount spoils other pictures the same way.
        noisy: (28, 28) float32; some corruptions leave [0, 1].
        live: Whether the hand is still moving.
    """

    stack: Stack
    noisy: np.ndarray
    live: bool


def choose(image: np.ndarray, seed: int) -> Spoilt:
    """Show the spoiler and give the spoilt picture.

    Args:
        image: (28, 28) in [0, 1].
        seed: Of the noise.
    """
    kept, live = _kept()
    stack, refused = parse(kept["text"])
    if refused:
        st.warning(
            f"The address asks for “{', '.join(refused)}”, which is no way to spoil a picture that this page knows. "
            "Choose from the lists below."
        )
    fields = stack.fields(image.shape, seed, coverage(kept["strokes"]))
    _show(image, kept, stack, fields)
    if not live:
        state.write(KEY, str(stack))
    return Spoilt(stack, stack.apply(image, fields), live)


def rested(spoilt: Spoilt) -> Spoilt:
    """Give what was spoilt when the hand last rested: for what need not follow every movement."""
    if not spoilt.live or RESTED not in st.session_state:
        st.session_state[RESTED] = spoilt
    return st.session_state[RESTED]


def answer() -> None:
    """Tell the spoiler that its newest state has been dealt with, so that it may send the next."""
    said = st.session_state.get(KEY, {}).get("spoiling")
    if said:
        courier.answer(KEY, "spoil-answered", said["serial"])


def _kept() -> tuple[dict, bool]:
    """Find out how the picture is spoilt: by a new address, by the component, or as it was on an earlier visit.

    What the component is handed over has a version; what it still says about an older one is not listened to.
    """
    fresh = {"version": 0, "text": state.CONTROLS[KEY].default, "strokes": [], "handed": None}
    kept = st.session_state.setdefault(STUDY, fresh)
    said = st.session_state.get(KEY, {}).get("spoiling")
    address = state.news(KEY)
    if address is None and said and said["version"] == kept["version"]:
        kept |= {"text": said["text"], "strokes": said["strokes"]}
        return kept, said["live"]
    if address is not None:
        kept["text"] = address
    if address is not None or KEY not in st.session_state:
        kept["version"] += 1
        kept["handed"] = (kept["text"], kept["strokes"])
    return kept, False


def _show(image: np.ndarray, kept: dict, stack: Stack, fields: list[np.ndarray | None]) -> None:
    handed, strokes = kept["handed"]
    random = [field for layer, field in zip(stack.layers, fields, strict=True) if layer.corruption]
    header = {
        "version": kept["version"],
        "layers": [(layer.kind, layer.amount) for layer in parse(handed)[0].layers],
        "strokes": strokes,
        "kinds": {name: _words(kind) for name, kind in KINDS.items()},
        "most": MOST_LAYERS,
        "nothing": NOTHING,
        "pen": PEN,
        "drawn": [layer.kind for layer in stack.layers if layer.corruption],
    }
    drawn = np.stack(random) if random else np.zeros(0, np.float32)
    _component(key=KEY, data=pack(header, clean=image, fields=drawn), on_spoiling_change=lambda: None)


def _words(kind: Kind) -> dict:
    """What the component needs to know about a kind of corruption."""
    words = kind._asdict()
    return words | {"corruption": None, "random": kind.corruption is not None}
