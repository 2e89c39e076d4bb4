"""A variant in words: its idea, its figures, where it comes from."""

from collections.abc import Callable

from aemodels import datasets
from aemodels.checkpoints.card import Card
from aemodels.specs import Source
from ui import models
from ui.components.table import Column, cells_of, columns_of, table
from ui.sample import Sample
from ui.words import caption, markdown

COLUMNS = {
    "Error": Column("Error", 4, "Squared error a pixel, clean test images; less is better"),
    "PCA's error": Column("PCA's error", 4, "Of PCA with as many numbers: a network should do better", 480),
    "Trained on": Column("Trained on", least=600),
    "Family": Column("Family", least=720),
    "Our figure": Column("Our figure", help="In the unit of its goal; to compare models, take “Error”", least=940),
    "Goal": Column("Goal", help="What we asked of it before training, after its source", least=940),
    "Figure in its source": Column("Figure in its source", least=1250),
    "Printed for": Column("Printed for", least=1250),
    "Different here": Column("Different here", least=1250),
}
"""Columns of the league that are more than text; on narrow screens the card says what they would."""
BESIDE_PCA = (
    (0.4, "far less than"),
    (0.9, "less than"),
    (1.1, "about as much as"),
    (2.0, "more than"),
    (float("inf"), "far more than"),
)
"""How much a model loses, by the most that its error is of PCA's."""
QUALITIES = ((0.75, "very well"), (0.4, "well"), (0.1, "fairly well"), (0.01, "poorly"), (0.0, "badly"))
"""How well a picture was rebuilt, by the least share of test images that were rebuilt worse."""
BAD = tuple(word for _, word in QUALITIES[-2:])


def tell(card: Card) -> None:
    """Show how a model works, where it fails and how good it is."""
    story = card.story
    markdown(f"**The idea.** {story.idea} {story.how}")
    markdown(f"**Where it fails.** {story.fails}")
    caption(f"{_tested(card)}. {card.parameters:,} weights.")


def _tested(card: Card) -> str:
    """Return how well a model does on its test data: for pictures the error that pages show beside reconstructions."""
    data = datasets.TABLE[card.spec.data]
    if card.spec.data not in datasets.PICTURES:
        return f"On {data.tested_on:,} test {data.noun}: {_own_figure(card)}"
    return f"Mean of {data.tested_on:,} test images: error {card.figures.test['mse']:.4f} a pixel{_beside_pca(card)}"


def _beside_pca(card: Card) -> str:
    """Return in words how much a model for pictures loses beside PCA; nothing where that says nothing."""
    test = card.figures.test
    if card.spec.data not in datasets.PICTURES or card.is_baseline or card.removes_noise:
        return ""
    word = next(word for most, word in BESIDE_PCA if test["mse"] <= most * test["pca_mse"])
    return f"; that is **{word}** PCA loses with as many numbers ({test['pca_mse']:.4f})"


def source_of(source: Source) -> str:
    """Return where an architecture comes from, whose figure is quoted, and what is different here, in sentences."""
    differs = f" Different here: {source.differs}." if source.differs else ""
    return f"Source: {source.title}; figure given there: {source.quoted}.{differs}"


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
    knows, given = (datasets.TABLE[data].noun for data in (rebuilt.card.spec.data, study.data))
    if knows != given:
        return (
            f"This model was trained on nothing but {knows}. It can only use what it learnt from {knows}: that is why "
            "the result looks odd."
        )
    if study.example:
        return "An example, until you give a picture of your own."
    return (
        f"By the standard of this model, rebuilt **{quality(rebuilt)}**: "
        f"{_compared(models.share_rebuilt_worse(rebuilt))} its test images. To compare models, use the error: 0 is a "
        "perfect copy. It only compares pixels; whether it is still the same digit, your eyes judge best."
    )


def quality(rebuilt: models.Rebuilt) -> str:
    """Return how well a picture was rebuilt in a word, compared with the test images of its model."""
    better = models.share_rebuilt_worse(rebuilt)
    return next(word for least, word in QUALITIES if better >= least)


def _compared(better: float) -> str:
    """Return the share of test images that were rebuilt worse, as the beginning of "… the test images"."""
    if 0.005 <= better < 0.995:
        return f"better than {better:.0%} of"
    return "better than nearly all" if better > 0.5 else "worse than nearly all"


def league(cards_by_name: dict[str, Card], chosen: str | None, on_choose: Callable[[str], None]) -> None:
    """Show the models in a table: their figures beside PCA's, the source's and the target; rows are there to choose.

    Args:
        cards_by_name: The models, in the order of the rows.
        chosen: Name of the row to mark.
        on_choose: Called with the name of a row that is clicked on.
    """
    names, rows = list(cards_by_name), [_league_row(card) for card in cards_by_name.values()]
    place = names.index(chosen) if chosen in names else None
    table("league", columns_of(rows, COLUMNS), cells_of(rows), lambda row: on_choose(names[row]), place)


def _league_row(card: Card) -> dict:
    spec = card.spec
    test = card.figures.test if spec.data in datasets.PICTURES else {"mse": None, "pca_mse": None}
    return {
        "Model": spec.title,
        "Code size": spec.code_size,
        "Error": test["mse"],
        "PCA's error": test["pca_mse"],
        "Trained on": datasets.TABLE[spec.data].noun,
        "Family": spec.family,
        "Our figure": _own_figure(card),
        "Goal": "reached" if all(target.met for target in card.targets) else "missed, see its card",
        "Figure in its source": spec.source.figure,
        "Printed for": spec.source.whose,
        "Different here": spec.source.differs,
    }


def _own_figure(card: Card) -> str:
    """Return the figure that a model's first target names, in words."""
    measure = card.spec.targets[0].measure
    return f"{card.figures.test[measure]:.4g} {card.units[measure]}"
