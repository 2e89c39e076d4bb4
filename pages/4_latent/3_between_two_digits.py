"""Between two digits

What lies between two pictures: half of each on top of the other, or something new?
"""

import numpy as np
import streamlit as st

from aemodels import datasets
from ui import kept, layout, models, realism, sample, state, trouble, words
from ui.components import interpolation
from ui.components.own_models import own_models
from ui.controls import Control
from ui.sections.between_two_digits import pair

CONTROLS = {
    "goal": Control("Second picture", "7", (*datasets.TABLE["mnist"].classes, "mine")),
    "against": Control("Model to compare with", "vae_20d", help="Its way is in the second row of pictures."),
    "path": Control("Path", "straight", ("straight", "spherical")),
}
PATHS = {"straight": "Straight path", "spherical": "Path around zero"}

st.title("Between two digits")
words.markdown(
    "**What lies between two pictures?** Mix their **pixels** half and half, and you see both at once, like a double "
    "exposure. Mix their **latent codes** instead and decode the mixture, and strokes bend, move and fade: one picture "
    "turns into the other. Halfway it may look pale or broken. Going along in small steps is called **interpolation**."
)
cards = models.usable()
left, right = layout.beside()
with left:
    words.markdown("**First picture** (a 3, until you draw)")
    study = sample.choose()
    with layout.later("second"):
        words.markdown("**Second picture**")
        second = pair.choose_second(study)
        if np.array_equal(second, study.normalised.image):
            words.markdown("Both pictures are the same now. **Draw another first picture** above.")
fitting = models.known_for(cards, study.data)
with right:
    with layout.later("models"):
        first_choice, second_choice = st.columns(2, vertical_alignment="bottom")
        with first_choice:
            name = models.choose(cards, fitting)
        with second_choice:
            rivals = pair.rivals(name, fitting)
            against = state.select("against", rivals, lambda other: models.full_title(fitting[other]))
        variational = [chosen for chosen in (name, against) if fitting[chosen].spec.family == "variational"]
        path = state.switch("path", words=PATHS) if variational else "straight"
    rows, image = [], study.normalised.image
    for chosen in (name, against):
        with trouble.reported():
            taken = path if chosen in variational else "straight"
            rows.append(pair.decoded(fitting[chosen], taken, image, second))
    rows = pair.measured([*rows, pair.blended(image, second)], study.data)
    interpolation.show("ways", rows, image, second, study.drawn, kept.if_same(study.example))
    with layout.later("words"):
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
    "- **Codes of a hundred numbers and more** (Vanilla, Sparse and Denoising autoencoders) have room for both "
    "pictures at once. Halfway you see nearly the mixture of the pixels.\n"
    "- **Codes of some 30 numbers** (Deep autoencoder (30-D), Simple, Strided convolutional) change the strokes, but "
    "nothing in training asked what lies between two codes: look for gaps, crumbs and pale shadows.\n"
    "- **Variational codes** (all called VAE) were trained to leave few holes: look for fewer gaps, and softer "
    "strokes.\n"
    "- **Two numbers** (all called 2-D) make a map, and you pass whatever lies on the way, such as a third digit.\n"
    "- **Straight, or around zero?** For a VAE. Its codes of many numbers lie in a shell around the code that is all "
    "zeros, with hardly any inside. The straight path cuts through that empty middle; the path around zero "
    "(**spherical interpolation**) stays in the shell. Often you see no difference."
)
