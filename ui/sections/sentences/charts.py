"""The charts of “Sentences”; laid out once."""

import streamlit as st

from aemodels.checkpoints import cards, results
from ui.components import lines as line_widget
from ui.components.lines import Axis, Chart, Line

SURE = 1.96  # standard errors of a 95 % interval
FEWEST = 30
"""Sentences that have to reach a place, or its share is left out."""
SHARES = (0, 20, 40, 60, 80, 100)
EVERY = 4
TITLES = {"sentence_words": "with positions", "sentence_lstm": "BiLSTM"}


def by_length(key: str) -> None:
    """Show how many words come back in short and in long sentences, of both models and of PCA."""
    line_widget.lines(key, _by_length(_version()))


def by_position(key: str) -> None:
    """Show how many words come back at every place of a sentence."""
    line_widget.lines(key, _by_position(_version()))


def cosines(key: str, name: str) -> None:
    """Show how a model's cosines are spread: with the right reconstruction, and with another sentence's."""
    line_widget.lines(key, _cosines(name, _version()))


def _version() -> str:
    """Return what changes when the results do."""
    return str([one["words"] for one in results.sentences()["models"].values()])


@st.cache_resource(max_entries=4, show_spinner=False)
def _by_length(_version: str) -> bytes:
    found = results.sentences()
    groups = []
    for name, one in found["models"].items():
        size = f"{cards.read(name).spec.code_size} numbers"
        groups += [(f"{TITLES[name]}, {size}", one["by_length"]), (f"PCA, {size}", one["pca"]["by_length"])]
    ticks = tuple(range(len(found["lengths"])))
    lines = [
        Line(
            [(float(at), 100 * share) for at, (share, _, _) in enumerate(figures)],
            f"series{index}",
            title,
            tuple(100 * SURE * error for _, error, _ in figures),
        )
        for index, (title, figures) in enumerate(groups)
    ]
    commonest = 100 * found["commonest_word"]
    lines.append(Line([(ticks[0], commonest), (ticks[-1], commonest)], "series5", "always “the”"))
    across = Axis(
        "Words in the sentence", -0.2, ticks[-1] + 0.2, ticks, words=tuple(f"{a}-{b}" for a, b in found["lengths"])
    )
    return _packed(
        lines, across, "Share of known words that come back, by the length of the sentence.", "{y} % come back"
    )


@st.cache_resource(max_entries=4, show_spinner=False)
def _by_position(_version: str) -> bytes:
    lines, farthest = [], 0
    for index, (name, one) in enumerate(results.sentences()["models"].items()):
        places = reached(one["by_position"])
        farthest = max(farthest, places[-1])
        points = [(float(at + 1), 100 * one["by_position"][at][0]) for at in places]
        spread = tuple(100 * SURE * one["by_position"][at][1] for at in places)
        lines.append(Line(points, f"series{2 * index}", TITLES[name], spread))
    across = Axis("Place of the word in its sentence", 0.5, farthest + 1.5, tuple(range(1, farthest + 2, EVERY)))
    return _packed(lines, across, "Share of known words that come back, by place.", "place {x}: {y} % come back")


def reached(figures: list) -> list[int]:
    """Return the places that at least `FEWEST` sentences reach, from (share, error, sentences) by place."""
    return [at for at, (_, _, sentences) in enumerate(figures) if sentences >= FEWEST]


@st.cache_resource(max_entries=8, show_spinner=False)
def _cosines(name: str, _version: str) -> bytes:
    found = results.sentences()
    edges, one = found["edges"], found["models"][name]
    looks = {"its own reconstruction": ("calm", "own_cosines"), "another sentence's": ("alarm", "shuffled_cosines")}
    lines, top = [], 0.0
    for title, (look, group) in looks.items():
        shares = [100 * count / found["sentences"] for count in one[group]]
        top = max(top, *shares)
        lines.append(Line(_steps(edges, shares), look, title))
    step = 10 if top <= 60 else 20
    up = Axis("% of the sentences", 0, 1.08 * top, tuple(range(0, int(top) + 1, step)))
    across = Axis("Cosine between two codes", edges[0], edges[-1], (0, 0.2, 0.4, 0.6, 0.8, 1))
    return line_widget.packed(Chart(lines, across, up, f"How cosines are spread: {TITLES[name]}.", "cosine {x}", 230))


def _packed(lines: list[Line], across: Axis, label: str, hint: str) -> bytes:
    up = Axis("Known words that come back, %", 0, 100, SHARES)
    return line_widget.packed(Chart(lines, across, up, label, hint, 340))


def _steps(edges: list[float], shares: list[float]) -> list[tuple[float, float]]:
    """Return the outline of bins as points."""
    bins = zip(edges[:-1], edges[1:], shares, strict=True)
    steps = [point for left, right, share in bins for point in ((left, share), (right, share))]
    return [(edges[0], 0.0), *steps, (edges[-1], 0.0)]
