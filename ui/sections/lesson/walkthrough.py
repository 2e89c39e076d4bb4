"""One step on the page: guess, do, compare, one sentence, and on."""

import os
from pathlib import Path

import streamlit as st

import ui
from ui import state, trouble, words
from ui.components import lesson as widget
from ui.components.lesson import Compared
from ui.pages import PAGES
from ui.sections.lesson import guesses, looks
from ui.sections.lesson.step import Doing, Outcome, Step, text_of
from ui.sections.lesson.steps import STEPS


def go(name: str) -> None:
    """Put a step, or another view of the lesson, into the address."""
    state.write("step", name)


def show(number: str) -> None:
    """Show a step.

    Args:
        number: Its key in `STEPS`.
    """
    step = STEPS[number]
    if number == "1":
        widget.entrance(go)
    st.header(f"{number}. {step.question}", anchor=False)
    words.markdown(step.idea)
    place = st.container()
    guessed = guesses.ask(number, step)
    if step.shown:
        with place, trouble.reported():
            step.shown(guessed)
    if guessed:
        _do(number, step)
    _onward(number)


def _do(number: str, step: Step) -> None:
    """Show what is to be done, what happened, and what to keep."""
    tasks = st.container(key="lesson_tasks")
    doing, outcome = Doing(number, len(step.tasks)), None
    doing.kept["places"] = doing.kept.get("places") or widget.places(number)
    with trouble.reported():
        outcome = step.do(doing)
    seen = widget.seen(number)
    if seen:  # what only the browser can see
        doing.did(0, True)
    with tasks:
        widget.tasks(number, list(step.tasks), doing.done, widget.was_done(number), doing.kept["places"])
    st.html(looks.highlighted(doing.next))
    finished = doing.next is None
    told = _told(outcome) if finished and outcome else None
    widget.compare(number, Compared(guesses.told(step), told, finished, step.page == "train_one"))
    known = finished or widget.was_done(number)
    if known and step.figure:
        with trouble.reported():
            step.figure(doing)
    if known:
        with st.container(border=True, key="lesson_sentence"):
            words.markdown(step.sentence)
            page = next(page for page in PAGES if page.url_path == step.page)
            link = os.path.relpath(page.path, Path(ui.__file__).parent)  # as Streamlit wants it
            label = f"More: {page.title}"
            st.page_link(link, label=label, icon=":material/arrow_forward:", query_params=step.address)


def _told(outcome: Outcome) -> dict:
    """Return what happened, for the browser."""
    pictures = [{"caption": caption, "ink": text_of(image)} for caption, image in outcome.pictures]
    return {"text": outcome.text, "answer": outcome.answer, "pictures": pictures}


def _onward(number: str) -> None:
    """Show the ways to the steps before and after."""
    place = int(number)
    before = str(place - 1) if place > 1 else "before"
    after = str(place + 1) if str(place + 1) in STEPS else "after"
    titles = {name: step.title for name, step in STEPS.items()} | looks.VIEWS
    widget.onward(number, [(name, titles[name]) for name in (before, after)], go)
