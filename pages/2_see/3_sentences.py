"""Sentences

Not only pictures: a sentence goes through a code, too, and comes back more or less.
"""

import streamlit as st

import aemodels
from aemodels import figures
from aemodels.errors import AutoencoderError
from ui import models, state, story
from ui.components.sentence_words import words

MOST_CHARACTERS = 800
PLAIN = {"displayModeBar": False}

st.title("Sentences")
st.markdown(
    "Type a sentence in English. The model reads it word by word, keeps one list of numbers, the code, "
    "and has to write all the words again from it. Under each word of yours stands the word that came back."
)
known = models.usable(("reuters",))
text = state.text("text", MOST_CHARACTERS)
for name, card in known.items():
    st.subheader(f"{card.spec.title}: {card.spec.code_size} numbers a sentence")
    st.markdown(card.story.idea)
    try:
        words(f"words-{name}", aemodels.rebuild_sentences(name, text))
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/edit_note:")
st.caption(
    "They learnt from business news of 1987 and know 5,000 words of it: write about oil, banks or wheat. A dotted word "
    "is unknown to them, every number is the same word “9”, and a full stop is a word, too."
)

st.subheader("How much comes back")
st.plotly_chart(figures.sentences.words_by_length(list(known.values())), config=PLAIN)
st.plotly_chart(figures.sentences.words_by_position(list(known.values())), config=PLAIN)
for card in known.values():
    st.markdown(f"**{card.spec.title}.** {story.sentence_figures(card.figures.test)}")
with st.expander("Why is this so much harder than a digit?"):
    st.markdown(
        "Most digits are variations of ten shapes. A sentence of 26 words out of 5,000 could be almost anything, and "
        "every word counts. The network also has to do it in order: what it read first has passed through its memory "
        "at every later word. So it keeps the gist, puts a related word where it lost the right one "
        "(“wheat” for “corn”), and is best at the ends of a sentence."
    )
