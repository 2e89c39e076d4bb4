"""What a denoiser has learnt, as arrows on a map of clean pictures."""

import plotly.graph_objects as go
import streamlit as st

import aemodels
from aemodels import datasets, figures
from aemodels.checkpoints import cards
from aemodels.errors import AutoencoderError
from aemodels.experiments import vector_field

STEP = 0.1


def show(name: str, amount: float) -> None:
    """Show where a model brings noisy pictures.

    Args:
        name: Variant.
        amount: Standard deviation of the noise, rounded to tenths.
    """
    try:
        figure, seen = _seen(name, round(round(amount / STEP) * STEP, 1), cards.read(name).digest)
    except AutoencoderError as error:
        st.warning(str(error), icon=":material/build:")
        return
    spec = aemodels.spec(name)
    noun = datasets.TABLE[spec.data].noun
    st.plotly_chart(figure, config={"displayModeBar": False}, key="field")
    st.markdown(
        f"Each arrow begins where {noun} were pushed off their place, and ends where the model brings them back after "
        "noise. Nobody told it where they live. But whoever wants to undo noise well has to move every picture to "
        "where such pictures are frequent: a good denoiser's arrows climb the hill of likely pictures. They point to "
        "the crowd, and within it they are short."
    )
    st.caption(
        f"**{spec.title}**: {seen.nearer:.0%} of the arrows that begin outside the crowd end nearer to a clean "
        f"picture. They are {seen.outside:.1f} long on average, those within the crowd {seen.inside:.1f}. The map "
        "shows 2 directions of 784, those in which clean pictures differ most: the first two principal components."
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _seen(name: str, amount: float, digest: str) -> tuple[go.Figure, vector_field.Reading]:
    found = vector_field.field(name, amount)
    return figures.denoising.field(found, aemodels.spec(name).data), vector_field.reading(found)
