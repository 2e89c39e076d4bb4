"""Step 3: what a deep network gains."""

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import layout, models, sample, state
from ui.components import lesson as widget
from ui.components.lesson import CodeMap
from ui.flow import flow
from ui.sections.lesson import code_maps, depth_copies
from ui.sections.lesson.step import DRAW, Doing, Outcome, Picture, Scale, Step, cards, is_drawn

LINEAR, DEEP = "pca_2", "deep_2d"
NAMES = {LINEAR: "PCA", DEEP: "Deep network"}
LESS = {LINEAR: "Less on PCA's map", DEEP: "Less on the deep network's map"}


def do(doing: Doing) -> Outcome:
    """Send one digit through PCA and through a deep network, both with two numbers."""
    by_name: dict[str, Card] = dict(zip((LINEAR, DEEP), cards(LINEAR, DEEP), strict=True))
    left, right = layout.beside()
    with left, doing.place(0):
        study = sample.drawn()
    with right:
        with doing.place(1):
            method = state.switch("method", words=NAMES)
        image = study.normalised.image
        rebuilt = {name: models.rebuild(card, image) for name, card in by_name.items()}
        flow("flow", rebuilt[method], study)
    doing.kept |= {"image": image, "whose": "the example" if study.example else "yours"}
    doing.did(0, is_drawn(study))
    doing.did(1, method == DEEP and doing.done[0])
    with doing.place(2):
        _maps(by_name, rebuilt, "the example" if study.example else "your digit")
        doing.kept["less"] = _ask(doing) or doing.kept.get("less")
    doing.did(2, doing.done[1] and bool(doing.kept["less"]))
    test = by_name[DEEP].figures.test
    share = 100 * test["mse_to_pca"]
    own = 100 * rebuilt[DEEP].error / max(rebuilt[LINEAR].error, 1e-9)
    text = (
        f"On average over 10,000 digits that neither had seen before, the deep network's error is {share:.0f} % of "
        f"PCA's ({test['mse']:.4f} against {test['pca_mse']:.4f}). On your one digit it is {own:.0f} %. "
        f"{_agreeing(by_name, doing.kept['less'])}"
    )
    pictures = [Picture("yours", image), Picture("PCA", rebuilt[LINEAR].x_hat), Picture("deep", rebuilt[DEEP].x_hat)]
    return Outcome(text, round(share), pictures)


def _ask(doing: Doing) -> str | None:
    """Ask on which map the colours overlap less; returns what was just pressed."""
    with st.container(horizontal=True, gap="small"):
        pressed = [
            name
            for name, label in LESS.items()
            if st.button(label, key=f"lesson_less_{name}", disabled=not doing.done[1])
        ]
    return pressed[0] if pressed else None


def _agreeing(by_name: dict[str, Card], pressed: str | None) -> str:
    """Say on which map the colours overlap less, how that was counted, and whether it is the one that was pressed."""
    linear, deep = (f"{100 * code_maps.agreement(by_name[name].id):.0f} %" for name in (LINEAR, DEEP))
    said = "You pressed PCA's map, but counted" if pressed == LINEAR else "Counted"
    return (
        f"{said}, the colours overlap less on the deep network's map: there, the nearest other dot is of the same kind "
        f"for {deep} of the dots, on PCA's map for {linear}."
    )


def _maps(by_name: dict[str, Card], rebuilt: dict[str, models.Rebuilt], whose: str) -> None:
    """Show both maps of the same digits beside each other."""
    shown = [
        CodeMap(
            f"{NAMES[name]}: its map of two numbers",
            "",
            code_maps.dots(card.id),
            code_maps.place(card.id, rebuilt[name].code),
            named=True,
        )
        for name, card in by_name.items()
    ]
    widget.maps(
        "lesson_maps",
        shown,
        {
            "dots": "a digit, in the colour of its kind; the big figures stand where most of a kind lie",
            "own": whose,
        },
    )


def copies(doing: Doing) -> None:
    """Show the copies of the student's digit and of others."""
    linear, deep = cards(LINEAR, DEEP)
    depth_copies.show(linear, deep, doing.kept["image"], doing.kept["whose"])


STEP = Step(
    title="Depth",
    question="What does a deep network gain?",
    idea="The networks of step 1 are **deep**: between picture and code stand several **layers**, one after the other. "
    "A layer multiplies the numbers of the layer before by its weights and adds them up, as PCA does with its "
    "patterns. But then it does one thing more, which PCA does not: in many networks, for instance, every negative "
    "result becomes 0. PCA, too, has an encoder, which finds how much of each pattern to take, and a decoder, which "
    "adds them up. Now both may keep **two numbers** of a digit.",
    asks="Now that both keep only two numbers: how large is the deep network's error, on average over many digits, if "
    "PCA's is 100 %?",
    guess=Scale(0, 150, 5, "% of PCA's error"),
    tasks=(
        DRAW,
        "Switch to the deep network, and compare the copies.",
        "Look at the two maps below. On which do the colours overlap less? Press a button below them.",
    ),
    do=do,
    sentence="With the same count of numbers, the deep network makes a smaller error. On its map the kinds of digit "
    "overlap less (not everywhere), so a place tells more about the digit. Its layers do more than multiply and add: "
    "a deep network is **non-linear**.",
    page="pca_against_autoencoder",
    address={},
    figure=copies,
)
