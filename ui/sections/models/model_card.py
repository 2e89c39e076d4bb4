"""All that is known about one model: idea, layers, loss, learning curves, reconstructions, recipe, code."""

from dataclasses import asdict

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, Provenance
from aemodels.specs import Target
from ui import models, sample, story, words
from ui.components.table import table_of
from ui.components.tiles import Tile, tiles
from ui.sections.models import charts

SYMBOLS = {"kl": "KL", "code_reconstruction": "code reconstruction"}


def show(card: Card) -> None:
    """Show all that is known about a model."""
    story.tell(card)
    words.caption(story.source_of(card.spec.source))
    if card.spec.note:
        st.info(card.spec.note, icon=":material/sticky_note_2:")
    _targets(card)
    words.markdown("### Layers")
    charts.layers(card)
    words.caption(
        "The taller a block, the more numbers it holds (on a logarithmic scale). Point at one for its weights."
    )
    words.markdown("### What it minimises")
    _losses(card)
    _own_figures(card)
    _curves(card)
    if card.spec.data in datasets.PICTURES:
        _reconstructions(card)
    _training(card)
    code = st.expander("Its source code", on_change="rerun", key="source_code")
    if code.open:  # what colours it is half a megabyte
        code.code(cards.source_code(card.name), language="python", wrap_lines=True)


def _losses(card: Card) -> None:
    """Show the terms that are minimised together, one below the other; of several phases each with its own."""
    for terms, phases in card.minimised.items():
        if len(card.minimised) > 1:
            words.markdown(f"In the phase {' and in the phase '.join(f'“{phase}”' for phase in phases)}:")
        for index, term in enumerate(terms):
            st.latex(("+ " if index else "") + _term(term, card.formulas[term]))
    words.caption("Most of the symbols are explained in the table on [What the loss does](what_the_loss_does).")


def _term(name: str, formula: str) -> str:
    return rf"\underbrace{{{formula}}}_{{\text{{{SYMBOLS.get(name, name)}}}}}"


def _targets(card: Card) -> None:
    test, targets = card.figures.test, card.spec.targets
    named = dict.fromkeys(target.measure for target in targets)
    for column, measure in zip(st.columns(len(named)), named, strict=True):
        with column:
            st.metric(card.units[measure], f"{test[measure]:.4g}")
            bars = [_bar(target, test) for target in targets if target.measure == measure]
            words.caption(f"Goal: {' and '.join(bars)}")


def _bar(target: Target, test: dict) -> str:
    if isinstance(target.at_most, str):
        return f"below {test[target.at_most]:.4g}, the best linear denoiser"
    return f"at least {target.at_least:g}" if target.at_most is None else f"at most {target.at_most:g}"


def _curves(card: Card) -> None:
    words.markdown("### Learning curves")
    if not card.history:
        words.caption("Nothing is learnt step by step here: the solution is computed in **closed form**.")
        return
    charts.learning_curves(card)
    words.caption(
        "How the terms of the **loss** fall, **epoch** by epoch: on the examples that it learns from, and on others "
        "(validation). Lower is better."
    )


def _reconstructions(card: Card) -> None:
    data = card.spec.data
    words.markdown(f"### The same ten {datasets.TABLE[data].noun} for every model")
    images = sample.one_of_each(data)
    if images is None:
        words.caption("Pictures of clothes appear here once Fashion-MNIST is in the data folder.")
        return
    rebuilt = [models.rebuild(card, image) for image in images]
    entries = [
        Tile(str(index), np.concatenate([pair.image, pair.x_hat]), label, facts=f"{pair.error:.4f}")
        for index, (pair, label) in enumerate(zip(rebuilt, datasets.TABLE[data].classes, strict=True))
    ]
    tiles(f"ten-{card.name}", entries, width=76)
    words.caption("Above the original, below the reconstruction, and the squared error a pixel.")


def _own_figures(card: Card) -> None:
    """Show what only some models have: activations, other denoisers, words that come back."""
    test = card.figures.test
    if "histogram" in test:
        words.markdown("### How active its units are")
        charts.activations(card)
        words.caption(
            f"Over all test images, {test['share_below_0.1']:.0%} of the activations are below 0.1. The quietest unit "
            f"is {test['unit_mean_min']:.3f} active on average, the busiest {test['unit_mean_max']:.3f}; "
            f"{test['dead_share']:.1%} of the units never change: they are **dead**."
        )
    if "noisy_mse" in test:
        words.markdown("### Compared with other ways to remove the noise")
        table_of("denoisers", _denoisers(test))
    if "words_right" in test:
        words.markdown("### Which words come back")
        charts.words_by_length(card)
        words.caption(story.sentence_figures(test))


def _denoisers(test: dict) -> list[dict]:
    rows = {
        "this model": "noisy",
        "best linear denoiser": "linear_denoiser",
        "median filter, 3x3": "median_filter",
        "nothing": "untouched",
    }
    noisy = [{"Method": row, "Squared error a pixel": round(test[f"{key}_mse"], 4)} for row, key in rows.items()]
    return [*noisy, {"Method": "this model, on clean pictures", "Squared error a pixel": round(test["mse"], 4)}]


def _training(card: Card) -> None:
    words.markdown("### How it was trained")
    words.markdown(f"{card.seconds:.0f} seconds, {_machine(card.provenance)}, weights kept as {card.dtype}.")
    words.markdown(f"`{card.provenance.command}`")
    with st.expander("The recipe in full"):
        table_of("recipe", _recipe(card))


def _machine(made: Provenance) -> str:
    """Say on what a model was trained, as far as it was recorded."""
    parts = [made.device, made.threads and f"{made.threads} threads", *map(" ".join, made.versions.items())]
    return ", ".join(part for part in parts if part)


def _recipe(card: Card) -> list[dict]:
    settings = asdict(card.spec.recipe) | asdict(card.provenance)
    del settings["versions"], settings["command"]
    recipe = {key.replace("_", " "): str(value) for key, value in settings.items() if value is not None}
    return [{"setting": key, "value": value} for key, value in recipe.items()]
