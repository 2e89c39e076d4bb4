"""Sentences

Not only pictures: a sentence can go through a code too, and most of it comes back.
"""

import streamlit as st

import aemodels
from aemodels.datasets.tokens import RebuiltSentence
from ui import models, state, trouble
from ui.components.sentence_words import words
from ui.controls import Control
from ui.sections.sentences import charts, likeness
from ui.words import caption, markdown

CONTROLS = {
    "text": Control("Your text", "Oil prices rose sharply after the meeting. The bank said profits fell last year."),
}
MOST_CHARACTERS = 800
EXAMPLES = {
    "Who bought whom?": "The bank bought the company. The company bought the bank.",
    "French": "Bonjour tout le monde.",
}

st.title("Sentences")
markdown(
    "Does a whole sentence fit into one list of numbers? Type one in English. The model reads it word by word and "
    "keeps only some hundred numbers, its **latent code**. From them it has to write all the words again. It learnt "
    "from business news of 1987 and knows 5,000 words: **write about oil, banks or wheat**."
)
cards = models.usable(("reuters",))
text = state.text("text", MOST_CHARACTERS)
with st.container(horizontal=True, gap="small"):
    st.button("Encode", type="primary")  # leaving the field is what hands the text over, on a phone too
    for title, example in EXAMPLES.items():
        st.button(title, on_click=state.put, args=("text", example))
rebuilt: dict[str, list[RebuiltSentence]] = {}
for name, card in cards.items():
    st.header(f"{card.spec.title}: {card.spec.code_size} numbers per sentence")
    markdown(card.story.idea)
    with trouble.reported(icon=":material/edit_note:"):
        rebuilt[name] = aemodels.rebuild_sentences(name, text)
        words(f"words-{name}", rebuilt[name])
caption(
    "Above: your word. Below: what came back, green if right; the bar says how sure the model is. A dotted word is "
    "unknown to the models and not counted. For them, every number is the same word “9”, and a full stop is a word, "
    "too."
)

st.header("Do two sentences have similar codes?")
pairs = {charts.TITLES.get(name, name): found for name, found in rebuilt.items() if len(found) > 1}
if not pairs:
    markdown("Type two sentences or more, or press **Who bought whom?** above.")
else:
    likeness.matrices("likeness", pairs)
    markdown(
        "Each figure is a **cosine**: 1 says that two codes are as good as the same, 0 that they have nothing in "
        "common. The last table only counts words (a **bag of words**). For it, “the bank bought the company” and "
        "“the company bought the bank” are the same: 1. A network reads in order, so its figure for them is below "
        "1. Compare within one table only: the networks' figures are high even for sentences about different things."
    )

st.header("How much comes back")
with trouble.reported():
    charts.by_length("by_length")
    caption(
        "Mean of 500 test sentences, known words only; higher is better. **PCA** is a simpler method without a "
        "network. The bars show how far chance may move a point: with other sentences, 95 % would lie inside."
    )
    charts.by_position("by_position")
    caption(f"Only places that at least {charts.FEWEST} of the 500 sentences reach.")

st.header("Why does a simpler method beat the BiLSTM?")
markdown(
    "**PCA** gets the whole sentence at once, laid out in 50 places of 50 numbers. It keeps 512 of 2,500 numbers, and "
    "each place has its own weights. The BiLSTM has 512 numbers as well, but it has to write all words with the same "
    "weights, one after the other, through a memory of only 50 numbers in each direction. What was lost in this memory "
    "never comes back, however good the code is. The model **with positions** is told at which place it is and has a "
    "larger memory. With 256 numbers it beats PCA with 256 numbers."
)

st.header("Why the cosine says little")
with trouble.reported():
    for column, name in zip(st.columns(len(cards)), cards, strict=True):
        with column:
            markdown(f"**{cards[name].spec.title}**")
            charts.cosines(f"cosines-{name}", name)
    markdown(
        "How alike are two codes? 1 is the same, 0 nothing in common. Blue: the code of a test sentence against that "
        "of its own reconstruction. Orange: against that of **another** sentence. The book that the BiLSTM comes from "
        "judges it by the blue cosine alone, and that is near 1. But for the BiLSTM even a wrong sentence often has a "
        "cosine above 0.8. Count the words instead."
    )
with st.expander("Why is this so much harder than a digit?"):
    markdown(
        "Most digits are variations of ten shapes. A sentence of 26 words out of 5,000 could be almost anything, and "
        "every word counts. The network also works in order: what it read first has to last in its memory while all "
        "the later words come in. So the first words come back best, and short sentences better than long ones. Where "
        "a word is lost stands one that the model finds likely there: at times a related one (“wheat” for “corn”), at "
        "times not."
    )
