"""Doors: where to go from the first page."""

from typing import NamedTuple

import streamlit as st

from ui.pages import FOLDER, PAGES


class Door(NamedTuple):
    """A way on.

    Attributes:
        path: Of a page's file, below `pages/`.
        title: What one does there.
        text: What one sees there, in a sentence.
        icon: Beside the title.
    """

    path: str
    title: str
    text: str
    icon: str


DOORS = (
    Door(
        "1_begin/2_lesson.py",
        "Lesson",
        "Ten short steps, from your first digit to your own model.",
        ":material/school:",
    ),
    Door(
        "4_latent/1_latent_plane.py",
        "Play",
        "A map of digits: move over it, and watch one turn into another.",
        ":material/touch_app:",
    ),
    Door(
        "6_learn/1_train_one.py",
        "Train one",
        "Press one button: a network learns in your browser, before your eyes.",
        ":material/model_training:",
    ),
)


WHOLE = """<style>
[class*=st-key-door_] { position: relative; transition: border-color 0.15s; }
[class*=st-key-door_]:is(:hover, :focus-within) { border-color: currentColor; }
[class*=st-key-door_] :is(a, :has(a)) { position: static; }
[class*=st-key-door_] [data-testid=stPageLink] a::after {
    content: ""; position: absolute; z-index: 1; inset: 0; border-radius: 10px;
}
</style>"""
"""All of a door can be clicked, not only its title."""


def show() -> None:
    """Show the doors side by side, one below the other on a phone; only to pages that there are."""
    st.html(WHOLE)
    there = {file.path for file in PAGES}
    doors = [door for door in DOORS if FOLDER / door.path in there]
    for column, door in zip(st.columns(len(doors)), doors, strict=True):
        with (
            column,
            st.container(
                border=True, height="stretch", gap="xsmall", key=f"door_{door.title.lower().replace(' ', '_')}"
            ),
        ):
            st.page_link(f"../pages/{door.path}", label=f"**{door.title}**", icon=door.icon)
            st.markdown(door.text)  # no terms linked: the whole door is one link
