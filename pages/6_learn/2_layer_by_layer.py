"""Layer by layer

How deep networks were trained before they could be trained at once, and what the difference is.
"""

import streamlit as st

from aemodels.checkpoints.results import layer_by_layer
from aemodels.experiments import stages
from ui import layout, sample, trouble, words
from ui.sections.layer_by_layer import figures, pictures

STAGES = {
    "greedy.outer": ("1. Outer layers", "784-100-784. A shallow autoencoder of its own."),
    "greedy.both": ("2. Inner layers", "100-30-100, trained on the codes of the outer one, which rests."),
    "greedy.tuned": ("3. Fine-tuning", "784-100-30-100-784. Both together, all weights move."),
}
RIVALS = {
    "stacked": ("End to end", "The same shape, all layers from the start."),
    "tied": ("End to end, tied", "The decoder uses the encoder's weights: half of them."),
}
DEEP = {
    "small_weights": ("2006, all at once", "Sigmoid units, small random weights, plain gradient descent."),
    "pretrained": ("2006, layer by layer", "The same, but each layer was trained alone first."),
    "today": ("Today, all at once", "SELU units, Glorot weights, Adam."),
}

st.title("Layer by layer")
words.markdown(
    "Why were deep networks once trained one layer at a time, and why not today? **Greedy layer-wise training** makes "
    "a shallow autoencoder, then another one inside it, and puts them together at the end. Draw a digit and compare "
    "what comes back."
)
with trouble.needed():
    results = layer_by_layer()
    stages.digest()

left, right = layout.beside()
with left:
    study = sample.choose()
with right, trouble.reported():
    words.markdown("**One phase after the other**")
    pictures.reconstructions("stages", STAGES, study)
    words.markdown("**All layers at once**")
    pictures.reconstructions("rivals", RIVALS, study)
with trouble.reported():
    words.markdown("**The codes after each phase**, as squares of colours: blue below zero, orange above")
    pictures.codes("codes", {name: title for name, (title, _) in STAGES.items()}, study)

st.header("How the error falls")
figures.curves("shallow", "shallow")
shallow = results["shallow"]
words.markdown(
    f"In the first phase 100 numbers come through, so the error is small: {shallow['greedy']['outer_mse']:.4f}. "
    f"When the inner layers press this to 30 numbers, it is {shallow['greedy']['before_tuning_mse']:.4f}, for the "
    "outer layers did not know that only 30 would come through. **Fine-tuning** adapts all of them to one another. "
    "Dotted lines part the phases."
)
figures.compare("shallow-table", "shallow")
words.caption(
    "All three have the same shape and saw the same images equally often. The greedy one had only a third of the "
    "passes with all its layers, but began there with weights that already fit: with few passes, a good start pays."
)

st.header("Why it was needed in 2006")
words.markdown(
    "Here is a deeper network, 784-200-100-50-30 and back, with the means of that time: **sigmoid** units and small "
    "random weights. A sigmoid's slope is at most ¼, so the gradient shrinks at every layer on its way back "
    "(**vanishing gradient**). The first layers hardly learn, and the network answers with nearly the same blur, the "
    "mean of all digits, whatever you draw."
)
with trouble.reported():
    pictures.reconstructions("deep", DEEP, study, given=True)
figures.curves("deep-curves", "deep")
figures.compare("deep-table", "deep")

st.header("Why it is not needed today")
words.markdown(
    "Three things keep the gradient alive in a deep network: units whose slope does not vanish (ReLU, SELU), random "
    "weights of the right size (**Glorot**), and an optimiser that scales each weight's step (**Adam**). The table "
    "shows what each does. With all three, training everything at once is simpler, and better from the first passes on."
)
words.caption(
    f"Measured by `python -m aemodels.experiments.layer_by_layer` on {results['images']:,} MNIST digits, equally many "
    "passes for each. Learning rates were chosen on validation images. Source: Hinton and Salakhutdinov 2006; Bengio "
    "et al. 2006. The greedy, stacked and tied autoencoders for clothes are on the page “Models”."
)
