"""Denoise

Noise is added to a picture, and every model and filter that can remove it shows its result.
"""

import streamlit as st

from ui import layout, models, sample, state, words
from ui.components.own_models import own_models
from ui.controls import Control
from ui.sections.denoise import corruptions, denoisers, gain, noise_robustness, passes, vector_field

CONTROLS = {
    "spoil": Control("Corruption", "gaussian:0.5"),
    "noise_seed": Control(
        *("Other noise (seed)", 0, range(10_000)),
        help="Another number gives other noise; the same number gives the same noise again.",
    ),
    "denoiser": Control("Denoiser", "denoising_conv", help="Its result stands below, all others further down."),
    "taken": Control(
        *("Show what each one removed", False, (False, True)),
        help="The result minus the noisy picture: blue was removed, orange was added. A good denoiser removes noise "
        "and nothing else. If you can make out the digit here, a part of the digit was lost.",
    ),
    "closer": Control("Look closer", "again", ("again", "how much", "why")),
}
CLOSER = {"again": "Again and again", "how much": "How much noise", "why": "What it learnt"}
AGAIN = (
    "If one pass removes noise, do more passes remove more? Here the result goes back in as the next noisy picture, "
    "eight times. Look where each curve is lowest: with moderate noise mostly after the first pass or soon after it, "
    "with strong noise or a second corruption perhaps later. A denoiser always changes what it gets, so after the "
    "lowest place it removes parts of the digit. What it did to this picture stands below."
)
HOW_MUCH = (
    "The mean error on test images against the strength of the noise: lower is better. From mark to mark the "
    "error about doubles. The upright line is the strength that is on now."
)
MIXED = ("denoising_conv_mixed",)
USUAL = 0.5
WHY = "A denoiser changes every picture. On a flat map of pictures, each change is an arrow."

st.title("Denoise")
words.markdown(
    "**Can a network remove noise that it never saw?** Add noise to a digit: drag the amount. A **denoising "
    "autoencoder** saw only **corrupted** pictures in training and had to output the clean ones. So copying was no "
    "help: it had to learn what digits look like. Below its result stands which noise it saw: try another kind, too."
)
cards = models.usable()
left, right = layout.beside()
with left:
    study = sample.choose()
    with layout.later("seed"):
        seed = state.number("noise_seed")
clean = study.normalised.image
methods = denoisers.methods(models.known_for(cards, study.data), study.data)
with right:
    corrupted = corruptions.choose(study, seed)
    with layout.later("denoiser"):
        name = denoisers.choose(methods)
    results = denoisers.clean_with_all(methods, corrupted.noisy, clean)
    chosen = next((cleaned for cleaned in results if cleaned.name == name), None)
    if chosen:
        denoisers.show_one("cleaned", chosen, corrupted, clean)
        words.caption(f"{gain.said(chosen, results)} {chosen.method.text}")

st.header("All denoisers on the same picture")
words.markdown(
    "Best first. Plain autoencoders never saw noise, and some of it passes through their code; through PCA or a code "
    "of 3 numbers little passes, since they can draw so little. Filters never saw another picture. Networks are "
    "strongest against the kind of noise they were trained on; against another kind they may end up behind plain ones. "
    "Click a result to see it above."
)
words.caption(
    "**Error**, which sets the order: squared difference to the clean picture, mean over the pixels; 0 is perfect. In "
    "the other two, more is better. **PSNR** is the error in decibels: 10 more is a tenth of the error. **SSIM** "
    "compares patterns in small patches: 1 is the same, 0 has nothing in common."
)
removed = state.toggle("taken")
own_models("own_models", "denoise", corrupted.noisy, clean=clean, drawn=corrupted.drawn)
denoisers.compare("denoisers", results, corrupted, name, study, removed)
corruptions.answer()

st.header("Look closer")
corrupted = corruptions.rested(corrupted)
closer = state.switch("closer", words=CLOSER)
networks = [other for other in methods if other in cards]
network = name if name in cards else networks[0]
if closer == "again":
    words.markdown(AGAIN)
    repeated = dict.fromkeys([network, *(other for other in MIXED if other in networks)])
    passes.show(clean, corrupted.noisy, list(repeated))
elif closer == "how much":
    words.markdown(HOW_MUCH)
    noise_robustness.show(clean, corrupted.stack.gaussian, [name, *networks], seed, study.data)
else:
    words.markdown(WHY)
    vector_field.show(network, corrupted.stack.gaussian or USUAL)
