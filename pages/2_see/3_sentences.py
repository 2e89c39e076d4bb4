"""Sentences

Not only pictures: a sentence can go through a code too, and most of it comes back.
"""

import streamlit as st

import aemodels
from aemodels import figures
from ui import models, state, story, trouble
from ui.chart import chart
from ui.components.sentence_words import words
from ui.controls import Control

CONTROLS = {
    "text": Control("Your text", "Oil prices rose 3 pct after the meeting. The bank said profits fell last year."),
}
MOST_CHARACTERS = 800

st.title("Sentences")
st.markdown(
    "Type a sentence in English. The model reads it word by word and keeps one list of numbers, the **latent code**. "
    "From the code it has to write all the words again. Under each of your words stands the word that came back."
)
cards = models.usable(("reuters",))
text = state.text("text", MOST_CHARACTERS)
for name, card in cards.items():
    st.subheader(f"{card.spec.title}: {card.spec.code_size} numbers per sentence")
    st.markdown(card.story.idea)
    with trouble.reported(icon=":material/edit_note:"):
        words(f"words-{name}", aemodels.rebuild_sentences(name, text))
st.caption(
    "They were trained on business news of 1987 and know 5,000 words of it: write about oil, banks or wheat. A dotted "
    "word is unknown to them, every number is the same word “9”, and a full stop is a word, too."
)

st.subheader("How much comes back")
chart(figures.sentences.words_by_length(list(cards.values())))
chart(figures.sentences.words_by_position(list(cards.values())))
for card in cards.values():
    st.markdown(f"**{card.spec.title}.** {story.sentence_figures(card.figures.test)}")
with st.expander("Why is this so much harder than a digit?"):
    st.markdown(
        "Most digits are variations of ten shapes. A sentence of 26 words out of 5,000 could be almost anything, and "
        "every word counts. The network also works in order: what it read first has to last in its memory while all "
        "the later words come in. So it keeps the general meaning, puts a related word where it lost the right one "
        "(“wheat” for “corn”), and does best at the beginning and the end of a sentence."
    )
