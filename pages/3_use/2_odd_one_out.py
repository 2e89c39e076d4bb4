"""Odd one out

Reconstruction error as an alarm: a picture that a model rebuilds badly is unlike its training data. When that works,
and when it does not.
"""

import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.results import anomaly_detection
from ui import layout, models, sample, state, trouble, words
from ui.controls import Control
from ui.flow import flow
from ui.sections.odd_one_out import charts, examples, judgement, weak_alarm

CONTROLS = {
    "rate": Control(
        *("False alarms allowed among real digits", 5, range(1, 11)),
        help="The alarm goes off where a picture is rebuilt as badly as the worst of the real ones. Here you choose "
        "how many of them. Fewer false alarms, fewer odd ones found.",
    ),
    "stranger": Control(
        *("Digit left out", "8", datasets.TABLE["mnist"].classes), help="Which digit it never saw in training."
    ),
}

st.title("Odd one out")
words.markdown(
    "**Can a model notice what it has never seen?** Trained only on digits, it rebuilds everything as digits, and what "
    "is built otherwise comes back with a large **reconstruction error**. So a large error can set off an alarm: this "
    "is **anomaly detection**. It misses what can be built from a digit's strokes: try both kinds."
)
cards = models.usable()
left, right = layout.beside()
with left:
    study = sample.choose()
with right:
    with layout.later("alarm"):
        name = models.choose(cards)
        if weak := weak_alarm.warning(cards[name], cards):
            words.caption(weak)
        rate = state.slide("rate", lambda value: f"{value} %")
    with trouble.reported():
        judged = judgement.judge(models.rebuild(cards[name], study.normalised.image), rate)
        judgement.verdict(judged, study, rate, examples.why_not())
        with layout.later("examples"):
            words.markdown("**Odd ones**, one click each. Which set off the alarm?")
            examples.offer(cards[name], rate)
        flow("flow", judged.rebuilt, study)
        with layout.later("hill"):
            charts.errors(judged, rate)
            words.caption(
                f"The hill: errors of {len(judged.errors):,} test {judged.nouns}. The thick line: your picture. To the "
                "right of the dotted line, the **threshold**, the alarm goes off. The more false alarms you allow, the "
                "further left it stands."
            )

data = cards[name].spec.data
st.header("The same picture, other models")
words.markdown(
    "For each model something else is odd: each is measured against its own errors. Click one to see it above."
)
judgement.panel(models.known_for(cards, data), study, rate, name)

with trouble.needed():
    results = anomaly_detection()

st.header("Digits against clothes: how good is it?")
words.markdown(
    "Move the threshold from strict to lax: it finds more of the odd pictures, and more ordinary ones set off the "
    "alarm by mistake. The curve of the one against the other is the **ROC curve**. The **area under it (AUC)** sums "
    "it up. Take one odd picture and one ordinary picture, at random: in what share of all such pairs has the odd one "
    "the larger error? 1 is perfect, 0.5 is a tossed coin."
)
digits = models.known_for(cards, "mnist")
titles = {model: digits[model].spec.title if model in digits else model for model in results["clothes"]}
left, right = st.columns(2)
with left:
    charts.curves("clothes_roc", "clothes", titles, name, rate)
with right:
    charts.areas("clothes_areas", "clothes", titles, name)
words.markdown(judgement.about_clothes(results, digits))
words.caption(
    "Orange: the model chosen above, if it was trained on digits. Upright line: the false alarms chosen above. "
    "Diagonal: a tossed coin. AE is short for autoencoder."
)

st.header("A digit it never saw: does it notice?")
words.markdown(
    "Clothes are easy: large and full of ink. Now the harder question. Ten small networks were trained on nine digits "
    "each, with a code of 32 numbers; the tenth digit is the odd one. Choose the one to leave out."
)
digit = state.switch("stranger")
titles = {absent: f"Without {absent}" for absent in results["left_out"]}
left, right = st.columns(2)
with left:
    charts.curves("digit_roc", "left_out", titles, digit, rate)
with right:
    charts.areas("digit_areas", "left_out", titles, digit)
words.markdown(judgement.about_left_out(results, digit))

st.header("When this alarm fails, and why")
left, right = st.columns([3, 2])
left.markdown(judgement.reasons(results))
with right:
    charts.areas_by_code_size("capacity", results["capacity"]["auc"])
    words.caption(
        f"How well a left-out {results['capacity']['digit']} is told from the digits in training, by code size."
    )
