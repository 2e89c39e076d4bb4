"""Sample

Pictures that nobody drew: codes are drawn by chance, and the decoder paints them.
"""

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.errors import AutoencoderError
from aemodels.latent import sampling
from ui import download, layout, models, realism, state
from ui.components.tiles import tiles
from ui.sections.sample import sampler

OUT = {0.25: "0.25, very cautious", 0.5: "0.5, cautious", 1.0: "1, as trained", 1.5: "1.5, bold", 2.0: "2, too far"}


def _closeness(pictures: np.ndarray, data: str) -> str:
    errors, usual = realism.errors(pictures, data), realism.usual(data)
    if errors is None or usual is None:
        return ""
    return f" Error to the most similar real picture: **{errors.mean():.4f}** on average; for a real one, {usual:.4f}."


st.title("Sample")
st.markdown(
    "Nobody drew these. A **variational autoencoder** learnt to keep all its codes in one round hill around zero, the "
    "*prior*. So one can draw a code from that hill by chance, decode it, and get a new picture."
)
known = models.usable()
variational = {name: card for name, card in known.items() if card.has_prior}
if not variational:
    st.info(
        "No variational model has been trained yet. Run `make train` and reload this page.", icon=":material/build:"
    )
    st.stop()
left, right = layout.beside()
with left:
    name = models.choose(known, variational)
    card, data = known[name], known[name].spec.data
    classes = datasets.TABLE[data].classes
    kind = state.select("kind", words=lambda value: "anything" if value == "any" else f"only: {classes[int(value)]}")
    temperature = state.select("temperature", words=lambda value: OUT.get(value, f"{value:g}"))
    seed = state.number("seed")
try:
    drawn = sampler.draw(name, card, kind, temperature, seed)
    weighed = sampler.weigh(name, card)
    chosen = state.read("sampled")
    near = sampler.neighbours(drawn.codes[chosen], name, card)
    share = 0.0 if kind == "any" else sampler.share_nearest_to(kind, drawn.codes, name, card)
except AutoencoderError as error:
    st.warning(str(error), icon=":material/build:")
    st.stop()
with right:
    tiles("samples_drawn", drawn.tiles(chosen), 74, on_choose=lambda id: state.write("sampled", int(id)))
    if kind == "any":
        how = f"{card.spec.code_size} numbers each, normal around 0 with standard deviation {temperature:g}."
    else:
        how = (
            f"Drawn around the codes of “{classes[int(kind)]}” in the test set, with their mean and spread (times "
            f"{temperature:g}): the kind of picture is chosen, which a plain generator cannot do. The nearest code of "
            f"a test picture is of that class for {share:.0%} of them."
        )
    st.caption(f"{how}{_closeness(drawn.pictures, data)} Click one to look at it more closely.")
    download.grid_button("Download this grid", drawn.pictures, 6, f"{name}-samples.png")

st.subheader("One of them, number by number")
st.markdown(
    f"Sample {chosen + 1} is these numbers. Turn one and watch what it does. The number that carries most stands "
    "first; the orange bar shows how much."
)
with st.columns(3)[0]:
    dimension = state.select("dimension", weighed.order, lambda place: f"number {place + 1}")
origin = f"{name} {kind} {temperature} {seed} {chosen}"
sampler.turn(name, origin, drawn.codes[chosen], dimension, weighed, sampler.CARRIES[data])
st.caption(sampler.explain(weighed, data))

st.subheader("Its neighbours")
tiles("neighbours", near, 84)
st.caption(
    "The nearest codes among those of the first test pictures, painted by the decoder from these codes: they are "
    "reconstructions, not the pictures themselves. With many numbers a sample lies far from all of them, and those "
    "near zero come first. If none looks like your sample, the model made up something new."
)

plain = {other: each for other, each in models.known_for(known, data).items() if other not in variational}
if plain:
    st.subheader("Why not with any autoencoder?")
    st.markdown(
        "A plain autoencoder only has to find its own pictures again, so it puts their codes wherever it likes and "
        "leaves holes between them. Codes drawn by chance fall into the holes, and its decoder was never asked what "
        "to paint there. With two or three numbers hardly any holes are left: try that, too."
    )
    with st.columns(3)[0]:
        beside = state.select("plain", list(plain), lambda other: plain[other].spec.title)
    try:
        guessed = sampler.guess(beside, plain[beside], temperature, seed)
        size = sampling.usual(models.gallery(beside, plain[beside].digest)["codes"])
        tiles("guesses", guessed.tiles(), 74)
        st.caption(
            f"{plain[beside].spec.code_size} numbers each, normal around {size.mean:.2f} with standard deviation "
            f"{temperature:g} × {size.deviation:.2f}: the mean and the standard deviation of all code numbers of the "
            f"first test pictures.{_closeness(guessed.pictures, data)}"
        )
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")
if datasets.available(data):
    st.caption(realism.EXPLAINED)
