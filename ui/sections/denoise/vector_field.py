"""What a denoiser has learnt, as arrows on a map of clean pictures."""

import plotly.graph_objects as go
import streamlit as st

from aemodels import datasets, figures
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, ModelId
from aemodels.experiments import vector_field
from ui import trouble, words
from ui.chart import chart

STEP = 0.1


def show(name: str, amount: float) -> None:
    """Show where a model moves noisy pictures.

    Args:
        name: Variant.
        amount: Standard deviation of the noise, rounded to tenths.
    """
    with trouble.reported():
        _show(cards.read(name), round(round(amount / STEP) * STEP, 1))


def _show(card: Card, amount: float) -> None:
    figure, reading = _figure(card.id, amount, card.spec.data)
    noun = datasets.TABLE[card.spec.data].noun
    chart(figure, f"Arrows from where {noun} were pushed to where the model moves them", key="field")
    words.markdown(
        f"Each arrow begins where {noun} were pushed away from their place, and ends where the model moves them after "
        "noise was added. Nobody told it where they lie. But to remove noise well, it has to move every picture to "
        "where such pictures are frequent: a good denoiser's arrows point to the crowd, to more **probable** pictures."
    )
    words.caption(
        f"**{card.spec.title}**: {reading.nearer:.0%} of the arrows that begin outside the crowd end nearer to a "
        f"clean picture. Their mean length is {reading.outside:.1f}; within the crowd it is {reading.inside:.1f}. A "
        "picture has 784 numbers; the map shows the 2 directions in which clean pictures differ most, the first two "
        "principal components."
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _figure(model: ModelId, amount: float, data: str) -> tuple[go.Figure, vector_field.Reading]:
    field = vector_field.field(model.name, amount)
    return figures.denoising.field(field, data), vector_field.reading(field)
