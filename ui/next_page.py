"""What to look at next: one line at the end of every page, in the order of the menu."""

import os

import streamlit as st

from ui.pages import PAGES

NEXT = {
    "start_here": ("lesson", "The whole idea in ten short steps, with your own drawing."),
    "lesson": ("reconstruct", "Your drawing through every model at once."),
    "reconstruct": ("denoise", "A network that was trained to remove noise."),
    "denoise": ("sentences", "Not only pictures: a sentence has a code, too."),
    "sentences": ("row_by_row", "A picture that is read row by row, like a text."),
    "row_by_row": ("few_labels", "Can a code save the work of labelling pictures?"),
    "few_labels": ("odd_one_out", "What comes back badly is unlike the training data: an alarm."),
    "odd_one_out": ("latent_plane", "When a code has two numbers, it is a point of a plane."),
    "latent_plane": ("sample", "Codes drawn at random become digits that nobody drew."),
    "sample": ("between_two_digits", "What lies on the way from one digit to another?"),
    "between_two_digits": ("what_the_loss_does", "Why variational codes have no holes, and what that costs."),
    "what_the_loss_does": ("map_of_codes", "5,000 digits on one map, and yours among them."),
    "map_of_codes": ("pca_against_autoencoder", "What does a network gain over a simpler method?"),
    "pca_against_autoencoder": ("what_the_units_see", "Look inside a network: what does each of its parts do?"),
    "what_the_units_see": ("train_one", "Train an autoencoder yourself, in your browser."),
    "train_one": ("layer_by_layer", "How deep networks were first trained."),
    "layer_by_layer": ("models", "Every model here, with its figures and its source."),
    "models": ("glossary", "Every term, with a sentence and a picture."),
    "glossary": ("start_here", "Back to the beginning."),
    "for_teachers": ("start_here", "What your class sees first."),
}
"""By page: the one that follows, and why; both by their place in the address."""
LEADS_ITSELF = ("lesson",)
"""Pages with a way on of their own; they show the line where that ends."""
_BY_ADDRESS = {page.url_path: page for page in PAGES}
_HERE = os.path.dirname(__file__)


def following(url_path: str) -> tuple[str, str]:
    """Return the page that follows another, and why; a page that this app does not have is passed over.

    Args:
        url_path: The page's place in the address, "" for the first one; what is not in the table leads to that.
    """
    step = NEXT.get(url_path or PAGES[0].url_path, NEXT["glossary"])
    while step[0] not in _BY_ADDRESS:
        step = NEXT[step[0]]
    return step


def path_of(url_path: str) -> str:
    """Return a page's file as Streamlit's links name it."""
    return os.path.relpath(_BY_ADDRESS[url_path].path, _HERE)


def title_of(url_path: str) -> str:
    """Return what the menu calls a page."""
    return _BY_ADDRESS[url_path].title


def show(url_path: str) -> None:
    """Show the line, as the last thing on a page; not on one that leads from step to step by itself."""
    if url_path not in LEADS_ITSELF:
        line(url_path)


def line(url_path: str) -> None:
    """Show what comes after a page, and why."""
    after, why = following(url_path)
    with st.container(key="next_page"):
        st.page_link(path_of(after), label=f"Next: **{title_of(after)}**. {why}", icon=":material/arrow_forward:")
