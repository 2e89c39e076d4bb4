"""Odd one out

Reconstruction error as an alarm: what a model rebuilds badly is unlike what it learnt. When that works, and when not.
"""

import streamlit as st

from aemodels import figures
from aemodels.checkpoints import results
from aemodels.errors import AutoencoderError
from ui import layout, models, sample, state
from ui.components.flow import flow
from ui.sections.odd_one_out import examples
from ui.sections.odd_one_out import judgement as alarms

PLAIN = {"displayModeBar": False}

st.title("Odd one out")
st.markdown(
    "A model that has seen only digits paints everything with the strokes of digits. What it cannot rebuild must be "
    "something else: so a large **error** can raise an alarm, and nobody has to tell the model what else there is."
)
known = models.usable()
left, right = layout.beside()
with left:
    study = sample.choose()
    st.markdown("**Not digits**, one click each. Which ones raise the alarm?")
    examples.offer()
with right:
    name = models.choose(known)
    rate = state.slide("rate", lambda value: f"{value} %")
    try:
        judgement = alarms.judge(models.rebuild(name, known[name], study.normalised.image), rate)
        alarms.verdict(judgement, study, rate)
        flow("flow", judgement.rebuilt, waiting=study.example)
        figure = figures.anomaly.errors_with_alarm(
            judgement.errors, judgement.threshold, judgement.rebuilt.error, judgement.nouns
        )
        st.plotly_chart(figure, config=PLAIN, key="errors")
        st.caption(
            f"The hill: errors of {len(judgement.errors):,} test {judgement.nouns}. The thick line: the picture. Right "
            f"of the dotted line the alarm rings; the more false alarms you allow, the further left it stands."
        )
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")

data = known[name].spec.data
st.subheader("The same picture, other alarms")
st.markdown("Every model has its own idea of odd. Each is measured against its own errors. Click one to see it above.")
alarms.panel(models.known_for(known, data), study.normalised.image, rate, name)

try:
    found = results.anomaly_detection()
except AutoencoderError as error:
    st.info(str(error), icon=":material/build:")
    st.stop()

st.subheader("Digits against clothes: how good is it?")
st.markdown(
    "Slide the threshold from strict to lax: more odd pictures are found, and more ordinary ones ring by mistake. That "
    "makes a curve. The **area** under it is the chance that a random odd picture has a larger error than a random "
    "ordinary one: 1 is perfect, 0.5 is a tossed coin."
)
digits = models.known_for(known, "mnist")
titles = {each: digits[each].spec.title if each in digits else each for each in found["clothes"]}
curve, bars = st.columns(2)
curve.plotly_chart(figures.anomaly.curves(found["clothes"], titles, name, rate / 100), config=PLAIN, key="clothes_roc")
bars.plotly_chart(figures.anomaly.areas(found["clothes"], titles, name), config=PLAIN, key="clothes_areas")
st.markdown(alarms.about_clothes(found, digits))
st.caption(
    "Orange: the model chosen above, where it knows digits. Upright line: the false alarms chosen above. Diagonal: a "
    "tossed coin."
)

st.subheader("A digit it never saw: does it notice?")
st.markdown(
    "Clothes are easy: large and full of ink. Now the harder question. Ten small networks learnt nine digits each "
    "(784 → 32 → 784 numbers); the tenth digit is the odd one. Which one shall be left out?"
)
digit = state.switch("stranger")
titles = {each: f"Without {each}" for each in found["left_out"]}
curve, bars = st.columns(2)
curve.plotly_chart(figures.anomaly.curves(found["left_out"], titles, digit, rate / 100), config=PLAIN, key="digit_roc")
bars.plotly_chart(figures.anomaly.areas(found["left_out"], titles, digit), config=PLAIN, key="digit_areas")
st.markdown(alarms.about_left_out(found, digit))

st.subheader("When this alarm fails, and why")
left, right = st.columns([3, 2])
left.markdown(alarms.reasons(found))
with right:
    st.plotly_chart(figures.anomaly.areas_by_code_size(found["capacity"]["auc"]), config=PLAIN, key="capacity")
    st.caption(f"How well a left-out {found['capacity']['digit']} is told from known digits, by code size.")
