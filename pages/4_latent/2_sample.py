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
        *("Draw", "any", ("any", *datasets.TABLE["mnist"].classes)),
        help="From the whole prior, or around one class's codes.",
    ),
    "temperature": Control(
        *("Temperature", 1.0, (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)), help="How far from zero codes are drawn."
    ),
    "sampled": Control("Sample", 0, range(24)),
    "dimension": Control("Walk along", None, help="The number of the code that changes in the row of pictures."),
    "plain": Control("Beside it", "deep_30d", help="Any model that is not variational."),
}
TEMPERATURES = {0.25: ", very cautious", 0.5: ", cautious", 1.0: ", as trained", 1.5: ", bold", 2.0: ", too far"}


def _closeness(pictures: np.ndarray, data: str) -> str:
    errors, usual = realism.errors(pictures, data), realism.usual(data)
    if errors is None or usual is None:
        return ""
    return f" Error to the most similar real picture: **{errors.mean():.4f}** on average; for a real one, {usual:.4f}."


st.title("Sample")
words.markdown(
    "**Can a model draw digits that nobody drew?** A **variational autoencoder** (VAE) is trained to keep its codes "
    "close to the **prior**, a standard normal distribution around zero. So you can draw a code from the prior at "
    "random, decode it, and get a new picture, a **sample**."
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
    kind = state.select("kind", words=lambda value: "anything" if value == "any" else f"only: {classes[int(value)]}")
    temperature = state.select("temperature", words=lambda value: f"{value:g}{TEMPERATURES.get(value, '')}")
    seed = state.number("seed")
with trouble.needed():
    drawn = sampler.draw(card, kind, temperature, seed)
    weighed = sampler.weigh(card)
    chosen = state.read("sampled")
    near = sampler.neighbours(drawn.codes[chosen], card)
    share = 0.0 if kind == "any" else sampler.share_nearest_to(kind, drawn.codes, card)
with right:
    tiles("samples_drawn", drawn.tiles(chosen), 74, on_choose=lambda id: state.write("sampled", int(id)))
    if kind == "any":
        how = f"{card.spec.code_size} numbers each, normal around 0 with standard deviation {temperature:g}."
    else:
        how = (
            f"Drawn around the codes of “{classes[int(kind)]}” in the test set, with their mean and spread (times "
            f"{temperature:g}): here you choose the class, which a plain generator cannot do. For {share:.0%} of them "
            "the nearest code of a test picture is of that class."
        )
    words.caption(f"{how}{_closeness(drawn.pictures, data)} Click one to look at it more closely.")
    download.grid_button("Download this grid", drawn.pictures, 6, f"{name}-samples.png")

own_models("own_models", "sample")

st.header("One of them, number by number")
words.markdown(
    f"Sample {chosen + 1} is these numbers. Change one and watch the picture. The number that carries most information "
    "stands first; the orange bar shows how much."
)
dimension = sampler.choose_dimension(name, weighed)
origin = f"{name} {kind} {temperature} {seed} {chosen}"
sampler.turn(name, origin, drawn.codes[chosen], dimension, weighed, sampler.CARRIES[data])
words.caption(sampler.explain(weighed, data))

st.header("Its neighbours")
tiles("neighbours", near, 84)
words.caption(
    "The nearest codes among those of the first test pictures. The decoder makes these pictures from the codes, so "
    "they are reconstructions, not the test pictures themselves. A sample of many numbers lies far from all of them, "
    "and codes near zero come first. If none looks like your sample, the model made something new."
)

plain = {other: spare for other, spare in models.known_for(cards, data).items() if other not in variational}
if plain:
    st.header("Why not with any autoencoder?")
    words.markdown(
        "A plain autoencoder only has to rebuild its own pictures. It puts their codes anywhere and leaves holes "
        "between them. A code that is drawn at random falls into a hole, and the decoder never learnt what to show "
        f"there. A code of two numbers has few holes{gaps.share_of('deep_2d', cards)}, because the digits crowd "
        "together on its plane: try that, too."
    )
    with st.columns(3)[0]:
        beside = state.select("plain", list(plain), lambda other: plain[other].spec.title)
    with trouble.reported():
        guessed = sampler.guess(plain[beside], temperature, seed)
        size = sampling.usual(models.gallery(plain[beside].id)["codes"])
        tiles("guesses", guessed.tiles(), 74)
        words.caption(
            f"{plain[beside].spec.code_size} numbers each, normal around {size.mean:.2f} with standard deviation "
            f"{temperature:g} × {size.deviation:.2f}: the mean and the standard deviation of all code numbers of the "
            f"first test pictures.{_closeness(guessed.pictures, data)}"
        )
if datasets.available(data):
    words.caption(realism.EXPLAINED)
