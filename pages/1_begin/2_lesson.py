"""Lesson

Ten steps in which a student guesses, tries and compares: what autoencoders do, and what that is good for.
"""

import streamlit as st

from ui import next_page, state
from ui.components import lesson as widget
from ui.controls import Control
from ui.sections.lesson import guesses, looks, quiz, walkthrough
from ui.sections.lesson.steps import STEPS

CONTROLS = {
    "step": Control("Step", "1", (*map(str, range(1, 11)), "before", "after", "certificate", "class")),
    "kept": Control("Numbers that pass", "30", ("30", "2")),
    "method": Control("Method", "pca_2", ("pca_2", "deep_2d")),
    "codes_seed": Control("Seed of the random codes", 4, range(1000)),
    "trained": Control("Trained as", "deep_2d", ("deep_2d", "vae_2d")),
}

step = state.read("step")
with st.container(key="lesson_top"):
    heading, idea = st.columns([1, 4], vertical_alignment="bottom")
    heading.title("Lesson")
    begins = step in ("1", "before")
    idea.container(key="lesson_about" if begins else "lesson_about_on").markdown(
        "**What does an autoencoder learn, and what is that good for?** Guess, try, compare: ten steps in 20 minutes."
    )
with st.container(key="lesson_places"):
    widget.rail(step, {number: each.title for number, each in STEPS.items()}, looks.VIEWS, walkthrough.go)
st.html(looks.STICKY)
if step in STEPS:
    walkthrough.show(step)
elif step in ("before", "after"):
    widget.quiz(step, quiz.told(), walkthrough.go)
else:
    told = [
        {
            "number": number,
            "title": each.title,
            "question": each.question,
            "sentence": each.sentence,
            "guess": guesses.told(each),
        }
        for number, each in STEPS.items()
    ]
    if step == "certificate":
        st.html(looks.PRINTED)
        widget.certificate(told, quiz.told())
        next_page.line("lesson")
    else:
        widget.classroom(told, quiz.told())
