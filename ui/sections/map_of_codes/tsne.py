"""t-SNE of a model's codes that the student runs, with its controls."""

import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.latent import placement
from ui import layout, models, state, trouble, words
from ui.components import tsne as widget
from ui.components.tsne import Material, Settings
from ui.sections.map_of_codes import tsne_material

IDEA = (
    "**How is such a map made?** **t-SNE** ([van der Maaten and Hinton "
    "2008](https://jmlr.org/papers/v9/vandermaaten08a.html)) begins with the flat map of **PCA** and moves all points "
    "a little, hundreds of times, so that nearest neighbours among the codes come together. It is no network and names "
    "no digits: it only draws, and sizes and distances of groups are not to be trusted. Press **Run** and watch groups "
    "form. Then change one setting and run again: what changes then comes from the setting, not from the codes."
)
TITLES = {"codes": "The codes", "noise": "Pure noise"}
BEFORE_NOISE = "study.tsne_perplexity"


def section(cards_by_name: dict[str, Card], name: str) -> None:
    """Show t-SNE of a model's codes with its controls, and what its map does not tell.

    Args:
        cards_by_name: Cards by name.
        name: Variant, for digits or clothes.
    """
    words.markdown(IDEA)
    card = cards_by_name[name]
    if not datasets.TABLE[card.spec.data].classes:
        st.info("t-SNE runs here for models of digits and of clothes. Choose one of those.", icon=":material/info:")
        return
    with trouble.reported():
        in_gallery = len(models.gallery(card.id)["codes"])
        wanted = tuple(state.CONTROLS["tsne_codes"].options)
        available = tsne_material.counts(card, in_gallery, wanted)
        settings, count = _controls(available)
        if len(available) < len(wanted):
            words.caption(_why_capped(card, max(available)))
        _run(card, settings, count)


def _controls(available: list[int]) -> tuple[Settings, int]:
    """Show the controls; return the settings, and how many codes are mapped."""
    left, middle, right, more = layout.row(240, 150, 240, 160)
    with left:
        mapped = state.switch("tsne_of", words=TITLES)
    if mapped == "codes" and BEFORE_NOISE in st.session_state:
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
    return Settings(perplexity, exaggeration, rate, start, seed, mapped == "noise"), count


def _why_capped(card: Card, most: int) -> str:
    """Return why there are no more codes to choose."""
    title = datasets.TABLE[card.spec.data].title
    return (
        f"At most {most:,} codes, those that came with the model: more need the pictures of {title}, which whoever "
        "runs this app can download."
    )


def _run(card: Card, settings: Settings, count: int) -> None:
    key = f"{card.name}.{card.digest}.{count}"
    message = tsne_material.message(card.id, count, key)

    def again(perplexity: int, noise: bool) -> None:
        if noise and not settings.noise:
            st.session_state[BEFORE_NOISE] = settings.perplexity
        state.put("perplexity", perplexity)
        state.put("tsne_of", "noise" if noise else "codes")

    classes, facts = datasets.TABLE[card.spec.data].classes, _what_is_used(card.spec.code_size)
    widget.tsne("tsne", Material(key, models.full_title(card), count, classes, facts), settings, again)
    widget.carry("tsne.codes", message)


def _what_is_used(size: int) -> str:
    """Return which numbers of a code t-SNE gets."""
    if size <= placement.MOST_NUMBERS:
        return f"All {size} numbers of every code are used."
    return (
        f"A code of this model has {size} numbers. As is usual, t-SNE gets their {placement.MOST_NUMBERS} principal "
        "components instead: nearly the same distances, much faster."
    )
