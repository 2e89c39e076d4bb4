"""What a teacher may say and ask on every page: shown in the window of notes while the page is presented."""

NOTES = {
    "start_here": (
        "Ask first: how would you describe a digit over the phone, with only thirty numbers?",
        "Draw a 3 slowly. Let the class watch the picture on the right follow.",
        "Point at the narrow middle: 784 numbers go in, 20 get through.",
        "Then draw a star. Why does something like a digit come back?",
    ),
    "lesson": (
        "Go step by step with the arrow keys; let students draw on their own screens.",
        "At each question wait for hands before you show the answer.",
        "The step’s number stands in the address: students can catch up by it.",
    ),
    "reconstruct": (
        "Let somebody come and draw. Ask which model will win, before looking.",
        "Compare PCA with the deep autoencoder of the same size.",
        "Draw a letter: all models answer with strokes they know.",
    ),
    "pca_against_autoencoder": (
        "Move the slider for components from 0 upwards: grey ghosts become a digit.",
        "Ask: why can PCA not bend? Because it may only add fixed patterns.",
        "Press “Train it” and let the class guess where the plane will stop.",
    ),
    "latent_plane": (
        "Move slowly from one class to another. What does the digit in between look like?",
        "Draw a 4 that could be a 9 and see where it lands.",
        "Change to a model that is not variational: find a hole together.",
    ),
    "between_two_digits": (
        "First show the mixture of pixels: a double exposure. Then the mixture of codes.",
        "Ask: which step is still a 4, which one already a 9?",
        "Choose a model with 100 numbers and more: its middle looks like mixed pixels. Why?",
    ),
    "sample": (
        "Nobody drew these. Ask which ones the class would take for real.",
        "Turn the temperature up to 2: what breaks first?",
        "Then show “Why not with any autoencoder?” further down.",
    ),
    "what_the_loss_does": (
        "Start at β = 1. Ask what happens if the penalty counts nothing, then move to 0.",
        "Go to β = 4: everything blurs. What is the network afraid of?",
        "The last one is the commonest mistake in practice: mean instead of sum.",
    ),
    "map_of_codes": (
        "Nobody told the network the classes. Let the class say where 4 and 9 meet.",
        "Point at a stray dot: is it drawn badly, or labelled badly?",
        "Warn: on a map by t-SNE, distances between islands mean nothing.",
    ),
    "what_the_units_see": (
        "Switch units off one by one. When does the class lose the digit?",
        "Look at first-layer weights: which look like strokes, which like noise?",
    ),
    "denoise": (
        "Turn the noise up until the class cannot read the digit, then show the result.",
        "Ask: is that still your digit, or one that the model made up?",
        "Switch to a kind of noise that the model was not trained on.",
    ),
    "odd_one_out": (
        "Let the class vote for each example: alarm or not?",
        "Move the false alarms from 1 % to 10 %: who pays for each kind of mistake?",
        "End with the failures: some odd things are easy to rebuild.",
    ),
    "few_labels": (
        "Ask who would label 55,000 pictures by hand, and for how much.",
        "Read the chart from the left: with 50 labels, what helps?",
        "A plain code does not help: to rebuild is not to understand.",
    ),
    "row_by_row": (
        "Cover the lower half of a picture with your hand: what would you expect there?",
        "The network only has its memory of the rows above.",
    ),
    "sentences": (
        "Type a short sentence about oil or wheat; then a long one.",
        "Which words get lost? Mostly rare ones, and later ones in long sentences.",
        "Then type something from today’s news: why does it fail?",
    ),
    "train_one": (
        "Press Train once and say nothing until the digits become readable.",
        "Ask for one change each: fewer numbers, more noise, a larger learning rate. Guess first.",
        "Students can keep their model and compare it on “Reconstruct”.",
    ),
    "layer_by_layer": (
        "Ask: why not train all layers at once? In 2006 that did not work yet.",
        "Show the error before and after fine-tuning.",
    ),
    "models": (
        "Sort by error, then by code size: more numbers, smaller error.",
        "Pick one card and read “Where it fails” aloud.",
    ),
    "glossary": ("Let students test each other: one reads a sentence, the others name the term.",),
    "for_teachers": ("This page is for you: choose a plan before the lesson, not in it.",),
}
"""By page, as the address names it; each a sentence or two, in the order in which they are said."""
