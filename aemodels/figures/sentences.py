"""Figures of the models for sentences: which words come back; no torch, no streamlit."""

import plotly.graph_objects as go

from aemodels.checkpoints.card import Card
from aemodels.figures.style import CURVES, GREY, laid_out

LENGTHS = ("5-12", "13-20", "21-30", "31-50")


def words_by_length(cards: list[Card]) -> go.Figure:
    """Draw the share of words that come back in short and in long sentences; a line marks the commonest word.

    Args:
        cards: Of models for sentences.
    """
    figure = go.Figure()
    for card, colour in zip(cards, CURVES, strict=False):
        shares = [100 * share for share in card.figures.test["words_right_by_length"]]
        figure.add_bar(x=LENGTHS, y=shares, name=card.spec.title, marker_color=colour)
    commonest = 100 * cards[0].figures.test["commonest_word"]
    figure.add_hline(commonest, line_dash="dot", line_color=GREY, annotation_text="always the commonest word")
    figure.update_xaxes(title="Words in the sentence", type="category")
    figure.update_yaxes(title="Words that come back, %", rangemode="tozero")
    return laid_out(figure)
