"""Reconstruct

A picture goes in, a few numbers are all that is kept, and a picture comes out: for one model step by step, then for
all of them side by side.
"""

import streamlit as st

from aemodels.errors import AutoencoderError
from ui import download, layout, models, sample, state, story
from ui.flow import flow
from ui.sections.reconstruct import comparison

st.title("Reconstruct")
st.markdown("Give it a digit. The **encoder** squeezes it into a few numbers, the **decoder** paints it from them.")
known = models.usable()
left, right = layout.beside()
with left:
    study = sample.choose()
with right:
    name = models.choose(known)
    try:
        shown = models.rebuild(name, known[name], study.normalised.image)
        flow("flow", shown, waiting=study.example)
        st.caption(story.verdict(shown, study))
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")
    story.tell(known[name])

st.subheader("The same picture through every model")
st.markdown(
    "Best first. **PCA** is the baseline: the best that straight lines can do with as many numbers. Not every model "
    "wants to copy exactly; some learnt to clean or to be sparing. Click one to see it above."
)
fitting = models.known_for(known, study.data)
rebuilt = models.rebuild_with_all(fitting, study.normalised.image)
comparison.show("comparison", rebuilt, name, live=study.live)
download.button(study.normalised.image, rebuilt)

others = {other: card for other, card in known.items() if other not in fitting}
if others and state.toggle("others"):
    st.markdown(
        "These have never seen such a picture. They rebuild it out of the pieces they know, and so betray what they "
        "have learnt."
    )
    comparison.show("foreign", models.rebuild_with_all(others, study.normalised.image), name, live=study.live)

if state.toggle("steps"):
    st.markdown(
        "The models learnt from digits that were cut out, shrunk to 20 pixels and centred. "
        "Your picture goes the same way:"
    )
    comparison.show_steps(study.normalised)
