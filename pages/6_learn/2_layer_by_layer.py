"""Layer by layer

How deep networks were trained before they could be trained at once, and what the difference is.
"""

import streamlit as st

from aemodels.checkpoints.results import layer_by_layer
from aemodels.experiments import stages
from ui import layout, sample, trouble, words
from ui.sections.layer_by_layer import figures, pictures

STAGES = {
    "greedy.outer": ("1. Outer layers", "784 → 100 → 784 numbers: a small autoencoder of its own."),
    "greedy.both": ("2. Inner layers", "100 → 30 → 100, trained on the codes of the outer one, which rests."),
    "greedy.tuned": ("3. Fine-tuning", "Both together, 784 → 100 → 30 → 100 → 784: all weights move."),
}
RIVALS = {
    "stacked": ("End to end", "The same layers, all of them trained from the start."),
    "tied": ("End to end, tied", "The decoder uses the encoder's weights, so there are half as many."),
}
DEEP = {
    "small_weights": ("2006, all at once", "All layers from the start, with the means of 2006."),
    "pretrained": ("2006, layer by layer", "The same, but each layer was trained alone first."),
    "today": ("Today, all at once", "All layers from the start, with the means of today."),
}

st.title("Layer by layer")
words.markdown(
    "**Why were networks of many layers once trained one layer at a time, and why seldom today?** The old way, "
    "**greedy layer-wise training**, trains a small autoencoder, then another one inside it, and puts them together at "
    "the end. It helps the small network here, but in the deep one today’s means do better. Draw a digit and compare."
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
    words.markdown(
        "**The codes after each phase.** Each small square is one number of the code, blue below zero, orange above: "
        "first 100 of them, then 30. See how fine-tuning changes the 30."
    )
    pictures.codes("codes", {name: title for name, (title, _) in STAGES.items()}, study)

st.header("How the error falls")
figures.curves("shallow", "shallow")
shallow = results["shallow"]
words.markdown(
    "Lower is better; dotted lines part the phases. In the first phase 100 numbers come through, so the error is "
    f"small: {shallow['greedy']['outer_mse']:.4f}. With only 30 numbers in the middle it is larger: "
    f"{shallow['greedy']['before_tuning_mse']:.4f}, for the outer layers were not trained for that. **Fine-tuning** "
    f"adapts all layers to one another: {shallow['greedy']['mse']:.4f}."
)
figures.compare("shallow-table", "shallow")
words.caption(
    "All three have the same layers and saw the same images equally often, only 30 times. Layer by layer, all layers "
    "moved in just the last third of that time, but began there with weights that already fit. After so few passes, "
    "this good start is worth more than training all layers from the beginning without tied weights."
)

st.header("Why it was needed in 2006")
words.markdown(
    "Here is a deeper network, with four layers down to the code (784 → 200 → 100 → 50 → 30) and four back. In "
    "training, a correction runs back through all layers, the **gradient**. The units of that time (**sigmoid**) pass "
    "on a quarter of it at most, so hardly any reaches the first layers (**vanishing gradient**), and they hardly "
    "learn. Whatever you draw, the network answers with nearly the same blur, the mean of all digits. Trained layer by "
    "layer first, it learns."
)
with trouble.reported():
    pictures.reconstructions("deep", DEEP, study, given=True)
figures.curves("deep-curves", "deep")
figures.compare("deep-table", "deep")

st.header("Why it is not needed today")
error = {name: f"{entry['mse']:.4f}" for name, entry in results["deep"].items()}
words.markdown(
    "Today’s networks have units that pass more of the gradient on (**ReLU**, **SELU**), random weights of the right "
    "size to start with (**Glorot**), and an optimiser that fits the step to each weight (**Adam**). In the table, "
    f"Glorot weights alone bring the error from {error['small_weights']} down to {error['glorot_only']}; Adam alone "
    f"does not help ({error['adam_only']}). All three together reach {error['today']}, less than layer by layer "
    f"({error['pretrained']}), and training everything at once is simpler, too."
)
words.caption(
    f"Measured on {results['images']:,} handwritten digits (MNIST), one training of each, equally many passes. "
    "Learning rates were chosen on other images (validation). Source: Hinton and Salakhutdinov 2006; Bengio et al. "
    "2006. The greedy, stacked and tied autoencoders for clothes are on the page “Models”."
)
