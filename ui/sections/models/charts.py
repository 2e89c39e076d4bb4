"""The charts of a model's card; each is laid out once."""

import math
from itertools import pairwise

import streamlit as st

from aemodels import datasets
from aemodels.checkpoints import cards
from aemodels.checkpoints.card import Card, Layer, ModelId
from ui.components import bars as bar_widget
from ui.components import layers as layer_widget
from ui.components import learning_curves as curve_widget
from ui.components import lines as line_widget
from ui.components.bars import Bar
from ui.components.layers import Block
from ui.components.learning_curves import Term
from ui.components.lines import Axis, Chart, Line

TERM_TICKS = tuple(digit * 10.0**power for power in range(-2, 3) for digit in (1, 2, 3, 5, 7))
POWERS = tuple(10.0**power for power in range(-12, 4))
SPLITS = ("train", "validation")
MOST_SPAN = 1000
LENGTHS = ("5 to 12 words", "13 to 20 words", "21 to 30 words", "31 to 50 words")
STEPS = (1, 2, 5, 10, 20)
MOST_TICKS = 6


def layers(card: Card) -> None:
    """Show what an input passes through."""
    spec = card.spec
    blocks = [
        Layer("input", "Input", card.shape, 0),
        *(layer for layer in card.layers if layer.part == "encoder"),
        Layer("code", "Code", spec.code_grid or (spec.code_size,), 0),
        *(layer for layer in card.layers if layer.part == "decoder"),
        Layer("output", "Reconstruction", card.shape, 0),
    ]
    layer_widget.layers(f"layers-{card.name}", [_block(layer) for layer in blocks])


def _block(layer: Layer) -> Block:
    shape = " x ".join(map(str, layer.shape))
    return Block(layer.part, f"{layer.kind} {shape}", math.prod(layer.shape), layer.weights)


def learning_curves(card: Card) -> None:
    """Show every term of a model's loss over the epochs; its history has at least one."""
    curve_widget.learning_curves(f"curves-{card.name}", _learning_curves(card.id))


@st.cache_resource(max_entries=64, show_spinner=False)
def _learning_curves(model: ModelId) -> bytes:
    card = cards.read(model.name)
    history, what = card.history, datasets.TABLE[card.spec.data].one_of
    names = dict.fromkeys(term for entry in history for term in entry["train"])
    terms = [
        Term(name.replace("_", " "), *([entry[split].get(name) for entry in history] for split in SPLITS))
        for name in names
    ]
    phases = [
        (epoch, after["phase"])
        for epoch, (before, after) in enumerate(pairwise(history), 1)
        if before["phase"] != after["phase"]
    ]
    values = [value for entry in history for split in SPLITS for value in entry[split].values()]
    return curve_widget.packed(terms, phases, f"Term, summed over {what}", term_ticks(values))


def term_ticks(values: list[float]) -> tuple[float, ...]:
    """Choose ticks that leave each other room: powers of ten alone where values span many."""
    positive = [value for value in values if value > 0]
    crowded = positive and max(positive) > MOST_SPAN * min(positive)
    return POWERS if crowded else TERM_TICKS


def activations(card: Card) -> None:
    """Show how often the units of a sparse code are how active; the card has a "histogram" and its "histogram_top"."""
    line_widget.lines(f"activations-{card.name}", _activations(card.id))


@st.cache_resource(max_entries=64, show_spinner=False)
def _activations(model: ModelId) -> bytes:
    test = cards.read(model.name).figures.test
    shares, end = [100 * share for share in test["histogram"]], test["histogram_top"]
    width = end / len(shares)
    outline = [(place * width, share) for step, share in enumerate(shares) for place in (step, step + 1)]
    most = max(shares) * 1.05
    line = Line([(0, 0), *outline, (end, 0)], "calm", "Activation")
    across = Axis("Activation of a unit", 0, end, _ticks(end))
    up = Axis("Share of all activations, %", 0, most, _ticks(most))
    label = f"How often units are how active; {shares[0]:.0f} % of the activations are below {width:.2g}."
    return line_widget.packed(Chart([line], across, up, label, "around {x}: {y} %", height=260))


def _ticks(end: float) -> tuple[float, ...]:
    """Return round numbers from 0 to an end, six at most."""
    unit = 10.0 ** math.floor(math.log10(end / MOST_TICKS))
    step = next(step * unit for step in STEPS if end / (step * unit) <= MOST_TICKS)
    return tuple(round(index * step, 10) for index in range(math.floor(end / step) + 1))


def words_by_length(card: Card) -> None:
    """Show the share of words that come back in short and in long sentences; a line marks the commonest word."""
    test = card.figures.test
    bars = [Bar(length, share) for length, share in zip(LENGTHS, test["words_right_by_length"], strict=True)]
    label = "Share of the words that come back. Dotted: always guessing the commonest word."
    bar_widget.bars(f"lengths-{card.name}", bar_widget.packed(label, bars, test["commonest_word"]))
