"""Between two digits

What lies between two pictures: half of each on top of the other, or something new?
"""

import streamlit as st

from aemodels import datasets
from ui import kept, layout, models, realism, sample, state, trouble, words
from ui.components import interpolation
from ui.components.own_models import own_models
from ui.controls import Control
from ui.sections.between_two_digits import pair

CONTROLS = {
    "goal": Control("Second picture", "0", (*datasets.TABLE["mnist"].classes, "mine")),
    "against": Control("Compared with", "vae_20d"),
    "path": Control("Path", "straight", ("straight", "spherical")),
}
PATHS = {"straight": "Straight path", "spherical": "Around zero"}

st.title("Between two digits")
words.markdown(
    "**What lies between two pictures?** Mix the **pixels** of two pictures half and half, and you see both at once, "
    "like a double exposure. Mix their **latent codes** and decode the mixture, and a good model turns one picture "
    "into the other step by step: **interpolation** in latent space."
)
cards = models.usable()
left, right = layout.beside()
with left:
    words.markdown("**First picture**")
    study = sample.choose()
    words.markdown("**Second picture**")
    second = pair.choose_second(study)
fitting = models.known_for(cards, study.data)
with right:
    first_choice, second_choice = st.columns(2)
    with first_choice:
        name = models.choose(cards, fitting)
    with second_choice:
        against = state.select("against", pair.rivals(name, fitting), lambda other: models.full_title(fitting[other]))
    variational = [chosen for chosen in (name, against) if fitting[chosen].spec.family == "variational"]
    path = state.switch("path", words=PATHS) if variational else "straight"
    rows, image = [], study.normalised.image
    for chosen in (name, against):
        with trouble.reported():
            taken = path if chosen in variational else "straight"
            rows.append(pair.decoded(fitting[chosen], taken, image, second))
    rows = pair.measured([*rows, pair.blended(image, second)], study.data)
    interpolation.show("ways", rows, image, second, study.drawn, kept.if_same(study.example))
    words.caption(
        "The slider, or the pointer on a row, moves along all rows at once. Rows of models begin and end with "
        f"reconstructions, the last row with the pictures themselves. {pair.farthest(rows)}"
    )
    if datasets.available(study.data):
        words.caption(realism.EXPLAINED)

spherical = path == "spherical"
own_models("own_models", "between", image, second=second, spherical=spherical, drawn=study.drawn)

st.header("What to look for")
words.markdown(
    "- **Sparse codes, and codes of a hundred numbers and more,** have room for both pictures at once. Halfway you see "
    "nearly the mixture of the pixels.\n"
    "- **Plain and convolutional codes of some 30 numbers** change the strokes, but nothing in training asked what "
    "lies between two codes: look for gaps, crumbs and pale shadows.\n"
    "- **Variational codes** were trained to leave no holes: more often than with the others, every step is a digit.\n"
    "- **Two numbers** make a map, and you pass whatever lies on the way: a 4 may become a 2 before it is an 8.\n"
    "- **Straight or around zero?** Variational codes of many numbers lie in a shell around zero, hardly any near zero "
    "itself. The straight path cuts through that empty middle; the path around zero (**spherical interpolation**) "
    "stays in the shell. Often the difference is small. The other models always go straight, because zero means "
    "nothing special to them."
)
