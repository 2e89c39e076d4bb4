"""A variant in words: its idea, its figures, where it comes from."""

from collections.abc import Callable

import streamlit as st

from aemodels import datasets
from aemodels.checkpoints.card import Card
from ui import models
from ui.sample import Sample

UNITS = {
    "mse": "squared error a pixel",
    "sse": "squared error an image",
    "bce": "nats a pixel",
    "noisy_bce": "nats a pixel, from noisy input",
    "negative_elbo": "nats an image",
    "importance_weighted_bound": "nats an image at most, by 500 importance-weighted samples",
    "principal_angle": "degrees away from PCA's subspace",
    "mse_to_pca": "times PCA's squared error",
    "noisy_mse": "squared error a pixel, from noisy input",
    "mse_signed": "squared error a pixel, paper at -1 and ink at 1",
    "neighbour_accuracy": "of the images get the right label from their 15 nearest codes",
    "unit_mean_min": "mean activation of the quietest unit",
    "unit_mean_max": "mean activation of the busiest unit",
    "share_below_0.1": "of all activations are below 0.1",
    "share_above_0": "of all activations are above 0",
    "live_share": "of the units are active",
    "kl_nats": "nats an image of KL divergence",
    "prior_spread": "variance of a pixel over pictures decoded from the prior",
    "code_cosine": "cosine between the codes of a sentence and of its reconstruction",
    "words_right": "of the words come back",
    "words_right_short": "of the words come back in sentences up to 12 words",
}


def tell(card: Card) -> None:
    """Show how a model works, where it fails and how good it is."""
    story, spec = card.story, card.spec
    st.markdown(f"**The idea.** {story.idea} {story.how}")
    st.markdown(f"**Where it fails.** {story.fails}")
    tested = "images" if spec.data in datasets.PICTURES else datasets.NOUNS[spec.data]
    st.caption(
        f"On {datasets.TESTED_ON[spec.data]:,} test {tested}: {_own_figure(card)}. {card.parameters:,} weights. "
        f"Source: {spec.source.title}; figure given there: {spec.source.figure}."
    )


def sentence_figures(test: dict) -> str:
    """Return what the figures of a model for sentences mean, the weak ones beside the strong ones."""
    return (
        f"On 500 test sentences, {test['words_right']:.0%} of the words come back "
        f"({test['words_right_known']:.0%} without unknown words); PCA with as many numbers: "
        f"{test['pca_words_right']:.0%}. The cosine between the code of a sentence and the code of its reconstruction "
        f"is {test['code_cosine']:.3f} (5 % of the sentences below {test['code_cosine_p5']:.3f}, 5 % above "
        f"{test['code_cosine_p95']:.3f}); but for the reconstruction of another sentence it is "
        f"{test['shuffled_cosine']:.3f}. Look at the words, not at the cosine."
    )


def verdict(rebuilt: models.Rebuilt, study: Sample) -> str:
    """Return a sentence on how well a picture was rebuilt."""
    knows, given = (datasets.NOUNS[data] for data in (rebuilt.card.spec.data, study.data))
    if knows != given:
        return (
            f"This model was trained on nothing but {knows}. It can only use what it learnt from {knows}: that is why "
            "the result looks odd."
        )
    if study.example:
        return "An example, until you give a picture of your own."
    better = models.share_rebuilt_worse(rebuilt)
    return (
        f"Rebuilt better than {better:.0%} of the test images that this model was measured on. The error only compares "
        "pixels. Whether it is still the same digit, your eyes judge best."
    )


def league(cards_by_name: dict[str, Card], on_choose: Callable[[str], None] | None = None) -> None:
    """Show the models in a table: their figures beside PCA's, the source's and the target.

    Args:
        cards_by_name: The models, in the order of the rows.
        on_choose: Called with the name of a row that is clicked on; None for a table to look at.
    """
    names = list(cards_by_name)

    def chosen() -> None:
        cells = st.session_state["league"]["selection"]["cells"]
        if cells and on_choose:
            on_choose(names[cells[0][0]])

    st.dataframe(
        [_league_row(card) for card in cards_by_name.values()],
        hide_index=True,
        key="league",
        on_select=chosen if on_choose else "ignore",
        selection_mode="single-cell",
        column_config={
            "Error": st.column_config.NumberColumn(format="%.4f", help="Squared error a pixel, clean test images"),
            "PCA's error": st.column_config.NumberColumn(format="%.4f", help="PCA with as many numbers"),
        },
    )


def _league_row(card: Card) -> dict:
    spec = card.spec
    test = card.figures.test if spec.data in datasets.PICTURES else {"mse": None, "pca_mse": None}
    return {
        "Model": spec.title,
        "Code size": spec.code_size,
        "Error": test["mse"],
        "PCA's error": test["pca_mse"],
        "Trained on": datasets.NOUNS[spec.data],
        "Family": spec.family,
        "Our figure": _own_figure(card),
        "Figure in its source": spec.source.figure,
        "Goal": "reached" if all(target.met for target in card.targets) else "missed, see its card",
    }


def _own_figure(card: Card) -> str:
    """Return the figure that a model's first target names, in words."""
    measure = card.spec.targets[0].measure
    return f"{card.figures.test[measure]:.4g} {UNITS.get(measure, measure)}"
