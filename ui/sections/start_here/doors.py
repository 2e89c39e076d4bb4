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
        "Every place on a plane is a digit: move, and watch one turn into another.",
        ":material/touch_app:",
    ),
    Door(
        "6_learn/1_train_one.py",
        "Train one",
        "Press one button: a network learns in your browser, before your eyes.",
        ":material/model_training:",
    ),
)


def show() -> None:
    """Show the doors side by side, one below the other on a phone; only to pages that there are."""
    there = {file.path for file in PAGES}
    doors = [door for door in DOORS if FOLDER / door.path in there]
    for column, door in zip(st.columns(len(doors)), doors, strict=True):
        with column, st.container(border=True, height="stretch", gap="xsmall"):
            st.page_link(f"../pages/{door.path}", label=f"**{door.title}**", icon=door.icon)
            st.markdown(door.text)
