"""t-SNE that the student runs: the points move while it optimises, in the browser and without the server."""

import json
from pathlib import Path

import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.errors import AutoencoderError
from aemodels.latent import placement
from ui import models, state
from ui.components.tsne import material
from ui.controls import CONTROLS

HERE = Path(__file__).parent
ALGORITHM = ("neighbours", "affinities", "start", "quadtree", "descent")
PARTS = ("map", "cost", "measures", "earlier", "files", "panel", "tsne")
IDEA = (
    "**t-SNE** looks for places on a plane where the codes keep their nearest neighbours "
    "([van der Maaten and Hinton 2008](https://jmlr.org/papers/v9/vandermaaten08a.html)). It begins with a heap of "
    "dots and moves all of them a little, hundreds of times. Press **Run** and watch; then change one setting and "
    "see what of the map was the codes, and what was only the setting."
)
TITLES = {"codes": "The codes", "noise": "Pure noise"}
BEFORE_NOISE = "study.tsne_perplexity"


def _read(*names: str) -> str:
    return "".join((HERE / f"{name}.js").read_text() for name in names)


WORKER = _read("../plane/dice", *ALGORITHM, "worker")

_carrier = st.components.v2.component("tsne_carrier", js=_read("../shared/paint", "carrier"))
_component = st.components.v2.component(
    "tsne",
    html=(HERE / "tsne.html").read_text(),
    css="".join((HERE / f"{name}.css").read_text() for name in ("tsne", "curves", "caveats")),
    js=f"const WORKER_SOURCE = {json.dumps(WORKER)};\n" + _read("../shared/paint", *PARTS),
)


def section(known: dict[str, Card], name: str) -> None:
    """Show t-SNE of a model's codes with its controls, and what its map does not tell.

    Args:
        known: Cards by name.
        name: Variant, for digits or clothes.
    """
    st.markdown(IDEA)
    card = known[name]
    if not datasets.TABLE[card.spec.data].classes:
        st.info("t-SNE runs here for models of digits and of clothes. Choose one of those.", icon=":material/info:")
        return
    try:
        available = material.counts(card, len(models.gallery(name, card.digest)["codes"]), _all_counts())
        settings, count = _controls(card, available)
        _run(name, card, settings, count)
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")


def _all_counts() -> tuple[int, ...]:
    return CONTROLS["tsne_codes"].options


def _controls(card: Card, available: list[int]) -> tuple[dict, int]:
    """Show the controls; give the settings as the browser reads them, and how many codes."""
    left, middle, right, more = st.columns([3, 2, 3, 2], vertical_alignment="bottom")
    with left:
        of = state.switch("tsne_of", words=TITLES.get)
    if of == "codes" and BEFORE_NOISE in st.session_state:
        state.put("perplexity", st.session_state.pop(BEFORE_NOISE))
    with middle:
        count = state.select("tsne_codes", available, "{:,}".format)
    with right:
        perplexity = state.slide("perplexity")
    with more, st.popover("More settings", width="stretch"):
        exaggeration = state.slide("exaggeration")
        rate = state.select("tsne_rate")
        start = state.select("tsne_start")
        seed = state.number("tsne_seed")
    missing = [count for count in _all_counts() if count not in available]
    if missing:
        st.caption(_why_capped(card, max(available)))
    settings = {"perplexity": perplexity, "exaggeration": exaggeration, "rate": rate, "start": start, "seed": seed}
    return settings | {"noise": of == "noise"}, count


def _why_capped(card: Card, most: int) -> str:
    """Say why there are no more codes to choose."""
    title = datasets.TABLE[card.spec.data].title
    return (
        f"At most {most:,} codes, those that came with the model: for more, {title} has to be on this computer. "
        "Run `python -m aemodels.datasets` to fetch it."
    )


def _run(name: str, card: Card, settings: dict, count: int) -> None:
    spec = card.spec
    key = f"{name}.{card.digest}.{count}"
    header = {
        "material": key,
        "settings": settings,
        "names": datasets.TABLE[spec.data].classes,
        "title": models.full_title(card),
        "count": count,
        "facts": _what_goes_in(spec.code_size),
    }
    carried = material.message(name, card.digest, count, key)

    def again() -> None:
        asked = st.session_state["tsne"]["again"]
        if asked["noise"] and not settings["noise"]:
            st.session_state[BEFORE_NOISE] = settings["perplexity"]
        state.put("perplexity", asked["perplexity"])
        state.put("tsne_of", "noise" if asked["noise"] else "codes")

    _component(key="tsne", data=material.pack(header), on_again_change=again)
    _carrier(key="tsne.codes", data=carried, height=1)


def _what_goes_in(size: int) -> str:
    """Say which numbers of a code t-SNE gets."""
    if size <= placement.MOST_NUMBERS:
        return f"All {size} numbers of every code go in."
    return (
        f"A code of this model has {size} numbers. As is usual, their {placement.MOST_NUMBERS} principal components go "
        "in instead: nearly the same distances, much faster."
    )
