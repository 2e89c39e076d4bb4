"""Sample

Pictures that nobody drew: codes are drawn at random, and the decoder turns them into pictures.
"""

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.latent import sampling
from ui import download, layout, models, realism, state, trouble, words
from ui.components.own_models import own_models
from ui.components.tiles import tiles
from ui.controls import Control
from ui.sections.latent_plane import gaps
from ui.sections.sample import sampler

CONTROLS = {
    "kind": Control(
        *("Which pictures", "any", ("any", *datasets.TABLE["mnist"].classes)),
        help="Any: random codes from the whole cloud around zero, the prior. Or codes around those of one class.",
    ),
    "temperature": Control(
        *("Temperature", 1.0, (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)),
        help="How far from zero they go. Low: usual pictures. High: unusual ones; with 20 numbers, many are no digits.",
    ),
    "sampled": Control("Sample", 0, range(24)),
    "dimension": Control("In the row", None, help="The number of the code that changes in the row of pictures."),
    "plain": Control("Model to compare with", "deep_30d", help="Any model that is not variational."),
}
TEMPERATURES = {0.25: ", very close to zero", 0.5: ", close to zero", 1.0: ", as in training", 2.0: ", twice as far"}


def _closeness(pictures: np.ndarray, data: str) -> str:
    errors, usual = realism.errors(pictures, data), realism.usual(data)
    if errors is None or usual is None:
        return ""
    judged = "closer than real ones are to each other" if errors.mean() < usual else "further than real ones"
    return f" Mean error to the most similar real picture: **{errors.mean():.4f}**, {judged} ({usual:.4f})."


st.title("Sample")
words.markdown(
    "**Can a model draw digits that nobody drew?** Roll dice for the numbers of a code, and let the **decoder** make a "
    "picture of them: a **sample**. It works with a **variational autoencoder** (VAE), which learnt to keep all codes "
    "in one round cloud around zero, the **prior** (a **standard normal distribution**). Random numbers from that "
    "cloud are codes that its decoder knows."
)
cards = models.usable()
variational = models.only(
    cards,
    lambda card: card.has_prior,
    "No variational model has been trained yet. Run `make train` and reload this page.",
)
left, right = layout.beside()
with left:
    name = models.choose(cards, variational)
    card, data = cards[name], cards[name].spec.data
    classes = datasets.TABLE[data].classes
    kind = state.select("kind", words=lambda value: "any" if value == "any" else f"only: {classes[int(value)]}")
    temperature = state.select("temperature", words=lambda value: f"{value:g}{TEMPERATURES.get(value, '')}")
    seed = state.number("seed")
with trouble.needed():
    drawn = sampler.draw(card, kind, temperature, seed)
    weighed = sampler.weigh(card)
    chosen = state.read("sampled")
    near = sampler.neighbours(drawn.codes[chosen], card)
    share = 0.0 if kind == "any" else sampler.share_nearest_to(kind, drawn.codes, card)
with right:
    tiles("samples_drawn", drawn.tiles(card, chosen), 74, on_choose=lambda id: state.write("sampled", int(id)))
    if kind == "any":
        how = f"{card.spec.code_size} random numbers each: normal around 0, with standard deviation {temperature:g}."
    else:
        how = (
            f"Random codes around those of “{classes[int(kind)]}” in the test set, with their mean and spread (times "
            f"{temperature:g}). For {share:.0%} of them the nearest code of a test picture is of that class."
        )
    words.caption(f"{how}{_closeness(drawn.pictures, data)} Click one to look at it more closely.")
    download.grid_button("Download this grid", drawn.pictures, 6, f"{name}-samples.png")

own_models("own_models", "sample")

st.header("One of them, number by number")
words.markdown(
    f"Sample {chosen + 1} is these numbers. Change one and watch. The longer its orange bar, the more a number tells."
)
dimension = sampler.choose_dimension(name, weighed)
origin = f"{name} {kind} {temperature} {seed} {chosen}"
sampler.turn(name, origin, drawn.codes[chosen], dimension, weighed, sampler.CARRIES[data])
words.caption(sampler.explain(weighed, data))

st.header("Its neighbours")
tiles("neighbours", near, 84)
words.caption(
    "Real test pictures whose codes lie nearest. “From: 8” names what was encoded; you see its **reconstruction**, "
    "which may look like another digit. If none looks like your sample, the model made something new."
)

plain = {other: spare for other, spare in models.known_for(cards, data).items() if other not in variational}
if plain:
    st.header("Why not with any autoencoder?")
    words.markdown(
        "A plain autoencoder only has to rebuild its own pictures. It puts their codes anywhere and leaves holes "
        "between them: places where the decoder never learnt what to show. A random code of many numbers nearly "
        f"always falls into one. With two numbers there are fewer{gaps.share_of('deep_2d', cards)}, because digits "
        "crowd together: compare that, too."
    )
    with st.columns(3)[0]:
        beside = state.select("plain", list(plain), lambda other: plain[other].spec.title)
    with trouble.reported():
        guessed = sampler.guess(plain[beside], temperature, seed)
        size = sampling.usual(models.gallery(plain[beside].id)["codes"])
        tiles("guesses", guessed.tiles(plain[beside]), 74)
        words.caption(
            f"{plain[beside].spec.code_size} random numbers each, of the size that this model’s codes have: normal "
            f"around {size.mean:.2f}, with standard deviation {temperature:g} × {size.deviation:.2f}."
            f"{_closeness(guessed.pictures, data)}"
        )
if datasets.available(data):
    words.caption(realism.EXPLAINED)
