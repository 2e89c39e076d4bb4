"""Denoise

A picture is spoilt on purpose, and everything that claims to clean it shows what it makes of it.
"""

import streamlit as st

from ui import layout, models, sample, state
from ui.sections.denoise import corruptions, denoisers, noise_robustness, passes, vector_field

CLOSER = {"again": "Again and again", "how much": "How much noise", "why": "What it learnt"}
AGAIN = (
    "If one pass removes noise, do more passes remove more? The result goes back in as the next spoilt picture, "
    "eight times. A model that learnt from one strength of noise takes ever more away, though the noise is gone. "
    "On average one that met every strength does less harm, though not to every digit; it, too, is best stopped early."
)
HOW_MUCH = "The error on test images against the strength of the noise; the line marks the strength that is on now."
MIXED = ("denoising_conv_mixed",)
USUAL = 0.5
WHY = "A denoiser moves every picture. Seen from far, on a flat map of pictures, its moves are arrows."

st.title("Denoise")
st.markdown(
    "Spoil a digit and drag the amount. A **denoising autoencoder** got only spoilt pictures to see while it learnt, "
    "and had to paint the clean ones. So it cannot copy: it must know what digits look like."
)
known = models.usable()
left, right = layout.beside()
with left:
    study = sample.choose()
    seed = state.number("noise_seed")
clean = study.normalised.image
found = denoisers.methods(models.known_for(known, study.data), study.data)
with right:
    spoilt = corruptions.choose(clean, seed)
    name = denoisers.choose(found)
    results = denoisers.clean_with_all(found, spoilt.noisy, clean)
    shown = next((cleaned for cleaned in results if cleaned.name == name), None)
    if shown:
        denoisers.show_one("cleaned", shown, spoilt.noisy, clean)
        st.caption(shown.method.text)

st.subheader("Everybody at the same picture")
st.markdown(
    "Best first. Plain autoencoders never saw noise, and rebuild it as far as their code lets it through; filters "
    "never saw another picture. Networks are strongest against the very noise they learnt from: try another one. "
    "Click a result to see it above."
)
st.caption(
    "**Error**: squared difference to the clean picture, mean over the pixels; 0 is perfect. **PSNR** says the same in "
    "decibels: 10 more is a tenth of the error. **SSIM** asks instead whether small patches have the same brightness, "
    "contrast and pattern: 1 is the same, 0 has nothing in common. A grey haze costs much PSNR, a smeared stroke SSIM."
)
taken = state.toggle("taken")
denoisers.compare("denoisers", results, spoilt.noisy, name, spoilt.live or study.live, taken)
corruptions.answer()

st.subheader("Look closer")
spoilt = corruptions.rested(spoilt)
closer = state.switch("closer", words=CLOSER.get)
networks = [other for other in found if other in known]
network = name if name in known else networks[0]
if closer == "again":
    st.markdown(AGAIN)
    passes.show(clean, spoilt.noisy, list(dict.fromkeys([network, *(each for each in MIXED if each in networks)])))
elif closer == "how much":
    st.markdown(HOW_MUCH)
    noise_robustness.show(clean, spoilt.stack.gaussian, [name, *networks], seed, study.data)
else:
    st.markdown(WHY)
    vector_field.show(network, spoilt.stack.gaussian or USUAL)
