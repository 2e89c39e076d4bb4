"""The picture under study: drawn, uploaded, photographed or picked; kept in the session from page to page."""

import secrets
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import streamlit as st

from aemodels import datasets
from aemodels.errors import BadImage
from aemodels.images import Normalised, normalise
from ui import dots, drawn_digits, photos, state, trouble
from ui.components.pad import MOST_POINTS, PRESETS, Strokes, pad, picture_of
from ui.components.tiles import Tile, tiles

EXAMPLE = "3"
MARGIN = 28  # of paper around the pad, so that ink never covers more than half and is not taken for paper
SOURCES = {"draw": "Draw", "upload": "Upload", "camera": "Camera", "pick": "Pick"}
SETS = {
    "drawn": "Digits drawn for this app",
    "digits": "scikit-learn's digits",
    "mnist": "MNIST test set",
    "fashion": "Fashion-MNIST test set",
}


class Sample(NamedTuple):
    """A picture ready for the models.

    Attributes:
        normalised: Model input with the steps that led to it.
        live: Whether the hand is still drawing.
        example: Whether it only stands in until the student gives a picture.
        data: Data set to which it belongs: drawn and uploaded pictures are digits.
        drawn: Number of the drawing on the pad that it was made from, under "pad"; None for any other picture.
    """

    normalised: Normalised
    live: bool = False
    example: bool = False
    data: str = "mnist"
    drawn: dict[str, int] | None = None


def choose(live: bool = True) -> Sample:
    """Show the controls for the picture and return it, an example as long as there is none; `live` as for the pad."""
    source = state.switch("source", words=SOURCES)
    if source in ("upload", "camera"):
        return _of_photo(photos.uploaded() if source == "upload" else photos.taken())
    return drawn(live) if source == "draw" else _picked()


def drawn(live: bool = True, show: Sequence[str] = ()) -> Sample:
    """Show the pad as the student left it and return what is on it; `live` and `show` as for the pad."""
    if "pad" not in st.session_state or not st.session_state.get(
        "study.live"
    ):  # what rests travels along: a pad that is built anew begins with it
        st.session_state["study.handed_over"] = st.session_state.get("study.strokes", [])
    handed_over, given = st.session_state["study.handed_over"], st.session_state.get("study.given", 0)
    session = st.session_state.setdefault("study.session", secrets.token_hex(8))
    drawing = pad("pad", handed_over, given, live, session, show)
    if drawing and drawing.too_long:
        st.warning(
            f"A drawing has at most {MOST_POINTS:,} points. Clear the pad, then draw one digit with a few strokes."
        )
    elif drawing:
        st.session_state["study.strokes"] = drawing.strokes
        st.session_state["study.live"] = drawing.live
    strokes: Strokes = st.session_state.get("study.strokes", [])
    live, drawn = (drawing.live, {"pad": drawing.serial}) if drawing else (False, None)
    if not live:
        dots.explain(strokes)
    try:
        return Sample(of_strokes(strokes), live, drawn=drawn) if strokes else _example()._replace(drawn=drawn)
    except BadImage:
        st.warning("No digit can be made out on the pad. Undo or clear, then draw one digit with a few strokes.")
        return _example()._replace(drawn=drawn)


def of_strokes(strokes: Strokes) -> Normalised:
    """Return strokes on paper as the models see them.

    Raises:
        BadImage: No digit can be made out.
    """
    return normalise(on_paper(np.pad(picture_of(strokes), MARGIN)))


def hand_over(strokes: Strokes) -> None:
    """Put strokes on the pad, from a callback; they become the picture under study."""
    st.session_state["study.strokes"] = st.session_state["study.handed_over"] = strokes
    st.session_state["study.given"] = st.session_state.get("study.given", 0) + 1
    state.put("source", "draw")


def _of_photo(normalised: Normalised | None) -> Sample:
    return Sample(normalised) if normalised else _example()


def _picked() -> Sample:
    sets = [name for name in SETS if name == "drawn" or datasets.available(name)]
    asked = st.query_params.get("samples")
    if asked in SETS and asked not in sets:
        st.info(f"“{SETS[asked]}” is not on this computer. Here are other pictures instead.")
    chosen = state.select("samples", sets, SETS)
    classes = datasets.TABLE["fashion" if chosen == "fashion" else "mnist"].classes
    left, right = st.columns(2)
    with left:
        digit = state.select("digit", words=lambda value: "any" if value == "any" else classes[int(value)])
    with right:
        seed = state.number("seed")
    with trouble.reported():
        return _one_of([_as_given(picture, chosen) for picture in _ten(chosen, digit, seed)], chosen)
    return _example()


def _one_of(pictures: list[Normalised], name: str) -> Sample:
    """Show pictures of a set as tiles, and return the one on which the student clicked."""
    item = state.read("item") % len(pictures)
    entries = [
        Tile(str(index), normalised.image, f"Sample {index + 1}", selected=index == item)
        for index, normalised in enumerate(pictures)
    ]
    tiles("samples_shown", entries, width=38, on_choose=lambda id: state.write("item", int(id)), offer=True)
    return Sample(pictures[item], data="fashion" if name == "fashion" else "mnist")


def _as_given(picture: np.ndarray, name: str) -> Normalised:
    """Send a digit through the pipeline; clothes are 28x28 from the start and fill their picture."""
    if name == "fashion":
        return Normalised(picture, {"centred": picture})
    return normalise(on_paper(np.pad(picture, MARGIN) if name == "drawn" else picture))


def _ten(name: str, digit: str, seed: int) -> np.ndarray:
    """Draw ten pictures of a set, of one digit or of any; all of them where there are fewer."""
    own = {"drawn": drawn_digits.split, "digits": datasets.bundled_digits}
    if name in own:
        split = own[name]()
        return split.images[_some(split.labels, digit, seed)]
    stored, labels = datasets.test_bytes(name)
    return datasets.inks(stored[_some(labels, digit, seed)])


def _some(labels: np.ndarray, digit: str, seed: int) -> np.ndarray:
    """Draw ten rows of a set by its labels."""
    candidates = np.arange(len(labels))
    if digit != "any":
        candidates = np.flatnonzero(labels == int(digit))
    return np.random.default_rng(seed).choice(candidates, min(10, len(candidates)), replace=False)


def one_of_each(data: str) -> np.ndarray | None:
    """Return one picture of each class, the same for every model.

    Args:
        data: "mnist" or "fashion".

    Returns:
        (10, 28, 28): the first of each class in the test set; without the data set, digits drawn for this app, and None
        for clothes.
    """
    if datasets.available(data):
        stored, labels = datasets.test_bytes(data)
        return datasets.inks(stored[[int(np.argmax(labels == label)) for label in range(10)]])
    if data == "fashion":
        return None
    return np.stack([of_strokes(hands[0]).image for hands in drawn_digits.STROKES.values()])


def on_paper(ink: np.ndarray) -> np.ndarray:
    """Return ink in [0, 1] as a scanner gives it: dark on white."""
    return 1 - ink


def _example() -> Sample:
    return Sample(_example_picture(EXAMPLE), example=True)


@st.cache_resource(max_entries=10, show_spinner=False)
def _example_picture(digit: str) -> Normalised:
    return normalise(on_paper(picture_of(PRESETS[digit])))
