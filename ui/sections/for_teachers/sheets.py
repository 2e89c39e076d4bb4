"""The sheets for teachers, each shown as it will be printed."""

from html import escape

import streamlit as st

from ui import words
from ui.sections.for_teachers.answers import ANSWERS
from ui.sections.for_teachers.in_class import TROUBLE
from ui.sections.for_teachers.plans import PLANS, Plan
from ui.sections.for_teachers.worksheet import TASKS


def plan(name: str) -> None:
    """Show a lesson plan: goal, preparation, and each step with its minutes."""
    chosen = PLANS[name]
    st.header(f"A lesson of {name} minutes")
    words.markdown(f"**Goal.** {chosen.goal}\n\n**You need.** {chosen.needs}")
    words.markdown(_steps(chosen))


def trouble() -> None:
    """Show what goes wrong in class, and the remedies."""
    st.header("What goes wrong in class, and what to do")
    words.markdown("\n\n".join(f"**{problem}** {remedy}" for problem, remedy in TROUBLE))


def worksheet(answers: bool) -> None:
    """Show the tasks with lines to write on, or with their answers."""
    st.header("Worksheet: answers" if answers else "Worksheet: what does the network keep?")
    if not answers:
        st.html('<p class="sheet-name"><span>Name</span><span>Class</span><span>Date</span></p>')
    for number, task in enumerate(TASKS, 1):
        answer = f"\n\n:material/check: {task.answer}" if answers else ""
        words.markdown(f"**{number}. [{task.screen}]({task.address})** {task.text}{answer}")
        if not answers:
            st.html(_lines(task.lines, f"Room for the answer to task {number}"))


def _steps(chosen: Plan) -> str:
    """Return the steps in Markdown, each with the minutes at which it begins and ends."""
    shown, at = [], 0
    for step in chosen.steps:
        ask = f"  \n*Ask: {step.ask}*  \nAnswer: {ANSWERS[step.ask]}" if step.ask else ""
        span = f"{at} to {at + step.minutes} min"
        alone = f"  \nAlone: [step {step.lesson} of the lesson](lesson?step={step.lesson})." if step.lesson else ""
        shown.append(f"**{span}: [{step.screen}]({step.address})**  \n{step.do}{ask}{alone}")
        at += step.minutes
    return "\n\n".join(shown)


def _lines(count: int, label: str) -> str:
    return f'<div class="writing" role="img" aria-label="{escape(label)}">{"<div></div>" * count}</div>'
