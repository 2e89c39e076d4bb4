"""Step 9: what the error is good for."""

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import layout, models, sample
from ui.flow import flow
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards
from ui.sections.odd_one_out import charts, examples, judgement
from ui.sections.odd_one_out.judgement import Judgement

MODEL = "deep_30d"
RATE = 5  # % of false alarms
TRIED = 2


def do(doing: Doing) -> Outcome | None:
    """Put things that are no digits before a model that knows nothing but digits."""
    (card,) = cards(MODEL)
    left, right = layout.beside()
    with left:
        with doing.place(0):
            examples.offer(card, RATE, counted=False)
        study = sample.drawn()
    with right:
        judged = judgement.judge(models.rebuild(card, study.normalised.image), RATE)
        judgement.verdict(judged, study, RATE, examples.why_not())
        flow("flow", judged.rebuilt, study)
        charts.errors(judged, RATE)
    tried: set[str] = doing.kept.setdefault("tried", set())
    strokes = st.session_state.get("study.strokes")
    tried |= {name for name, anomaly in examples.ANOMALIES.items() if anomaly == strokes}
    doing.did(0, len(tried) >= TRIED)
    return None if doing.next is not None else _all(card)


def _all(card: Card) -> Outcome:
    """Return how many of the examples set the alarm off, and which did not."""
    judged = _judged(card)
    missed = {name: one for name, one in judged.items() if not one.flagged}
    rang = len(judged) - len(missed)
    slipped = f" These slipped through: {', '.join(missed)}." if missed else ""
    shown = [*list(missed.items())[:2], *[(name, one) for name, one in judged.items() if one.flagged][:2]]
    pictures = [Picture(f"{name}: {'alarm' if one.flagged else 'no alarm'}", one.rebuilt.image) for name, one in shown]
    return Outcome(f"{rang} of {len(judged)} set the alarm off.{slipped}", rang, pictures)


def _judged(card: Card) -> dict[str, Judgement]:
    return {name: judgement.judge(models.rebuild(card, image), RATE) for name, image in _pictures().items()}


@st.cache_resource(max_entries=1, show_spinner=False)
def _pictures() -> dict:
    return {name: sample.of_strokes(strokes).image for name, strokes in examples.ANOMALIES.items()}


STEP = Step(
    title="Odd one out",
    question="What is a large error good for?",
    idea="This network has seen nothing but digits. An alarm goes off when its error is larger than for 95 of 100 real "
    f"digits. Here are {len(examples.ANOMALIES)} pictures that are no digits, or digits turned around.",
    asks="How many of them set the alarm off?",
    guess=Scale(0, len(examples.ANOMALIES), 1, f"of {len(examples.ANOMALIES)}"),
    tasks=("Tap at least two of the pictures, and watch the error. Can you find one that slips through?",),
    do=do,
    sentence="A large **reconstruction error** says: this cannot be built from what I learnt. That is **anomaly "
    "detection**. It is no proof: what consists of familiar strokes slips through.",
    page="odd_one_out",
    address={},
)
