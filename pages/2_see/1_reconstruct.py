"""Reconstruct

A picture goes in, a few numbers are all that is kept, and a picture comes out: for one model step by step, then for
all of them side by side.
"""

import streamlit as st

from ui import download, layout, models, sample, state, story, trouble, words
from ui.components.own_models import own_models
from ui.controls import Control
from ui.flow import flow
from ui.sections.reconstruct import comparison

CONTROLS = {
    "all_digits": Control("Rebuild all digits of the photo", False, (False, True)),
    "others": Control(
        "Show models that learnt other pictures",
        False,
        (False, True),
        "Digits instead of clothes, or clothes instead of digits.",
    ),
    "steps": Control("Show how the computer sees it", False, (False, True)),
}

st.title("Reconstruct")
words.markdown(
    "**How much of a picture survives in a few numbers?** Draw a digit. The **encoder** turns it into a few numbers, "
    "the **latent code**; the **decoder** rebuilds a picture from them, the **reconstruction**."
)
cards = models.usable()
left, right = layout.beside()
with left:
    study = sample.choose()
with right:
    name = models.choose(cards)
    with trouble.reported():
        rebuilt = models.rebuild(cards[name], study.normalised.image)
        flow("flow", rebuilt, study)
        words.caption(story.verdict(rebuilt, study))
    story.tell(cards[name])
if study.normalised.digits and state.toggle("all_digits"):
    with trouble.reported():
        comparison.show_digits("digits_rebuilt", cards[name], study.normalised)

st.header("The same picture through every model")
words.markdown(
    "Best first: the smallest **error**. **PCA** is the baseline, a simple method that only adds up fixed patterns. "
    "Not every model was trained to copy exactly: some learnt to remove noise, some to use few units. Click one to "
    "see it above."
)
fitting = models.known_for(cards, study.data)
all_rebuilt = models.rebuild_with_all(fitting, study.normalised.image)
own_models("own_models", "rebuild", study.normalised.image, drawn=study.drawn)
comparison.show("comparison", all_rebuilt, name, study)
download.button(study.normalised.image, all_rebuilt)

others = {other: card for other, card in cards.items() if other not in fitting}
if others and state.toggle("others"):
    words.markdown(
        "Some models learnt only digits, others only clothes. These have never seen a picture like yours: they rebuild "
        "it from the shapes that they know, and so show what those are."
    )
    comparison.show("foreign", models.rebuild_with_all(others, study.normalised.image), name, study)

if state.toggle("steps"):
    words.markdown(
        "The models learnt from digits that were cut out, shrunk to 20 pixels and centred. "
        "Your picture goes through the same steps:"
    )
    comparison.show_steps(study.normalised)
