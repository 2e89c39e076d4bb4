"""Step 9: what the error is good for."""

from functools import partial

import streamlit as st

from aemodels.checkpoints.card import Card
from ui import layout, models, sample, words
from ui.components.tiles import Tile, tiles
from ui.flow import flow
from ui.sample import Sample
from ui.sections.lesson.step import Doing, Outcome, Picture, Scale, Step, cards
from ui.sections.odd_one_out import charts, examples, judgement
from ui.sections.odd_one_out.judgement import Judgement

MODEL = "deep_30d"
RATE = 5  # % of false alarms
TRIED = 2
MOST_PICTURES = 4
WIDTH = 72
UNSAID = "\u00a0"  # keeps the room of what the alarm will say


def do(doing: Doing) -> Outcome | None:
    """Put things that are no digits before a network that knows nothing but digits."""
    (card,) = cards(MODEL)
    right, left = layout.before(last=True)
    with left:
        st.markdown("**Your drawing**")
        study = sample.drawn()
    seen, name = _chosen(doing, study)
    with right.container():
        with doing.place(0):
            judged = judgement.judge(models.rebuild(card, seen.normalised.image), RATE)
            with st.container(key="lesson_answer"):
                with st.container(key="lesson_verdict"):
                    st.markdown(_verdict(judged, name or ("The example" if study.example else "Your drawing")))
                flow("flow", judged.rebuilt, seen)
            _offer(doing, name, card)
        charts.errors(judged, RATE)
        words.caption(
            f"The hill: how many of {len(models.test_errors(card.id)):,} real digits, kept out of training (test "
            "digits), have which error; orange where they set the alarm off by mistake. Dotted line: the limit. Thick "
            "line: this picture."
        )
    tried = doing.kept.setdefault("tried", set())
    missed = {each for each, one in _judged(card).items() if not one.flagged}
    doing.did(0, len(tried) >= TRIED and (not missed or bool(missed & tried)))
    return None if doing.next is not None else _all(card, tried)


def _chosen(doing: Doing, study: Sample) -> tuple[Sample, str]:
    """Return the picture that was tapped last and its name; the student's own, without a name, once it is drawn on."""
    strokes = st.session_state.get("study.strokes", [])
    if doing.kept.setdefault("strokes", strokes) != strokes:
        doing.kept |= {"strokes": strokes, "name": ""}
    name = doing.kept.get("name", "")
    return (Sample(sample.of_strokes(examples.ANOMALIES[name])), name) if name else (study, "")


def _offer(doing: Doing, name: str, card: Card) -> None:
    """Show the odd pictures; a tap judges one, and a button goes back to the student's own drawing."""

    def choose(chosen: str) -> None:
        doing.kept["name"] = chosen
        doing.kept.setdefault("tried", set()).add(chosen)

    tried = doing.kept.setdefault("tried", set())
    said = {each: _said(one) for each, one in _judged(card).items() if each in tried}
    tiles("lesson_odd", _tiles(name, said), WIDTH, on_choose=choose)
    st.button("Back to my drawing", on_click=partial(doing.kept.update, name=""), disabled=not name)


def _tiles(chosen: str, said: dict[str, str]) -> list[Tile]:
    """Return the odd pictures, each with what the alarm said to it, if it was tapped."""
    return [
        Tile(name, picture, name, said.get(name, UNSAID), facts=name, selected=name == chosen)
        for name, picture in _pictures().items()
    ]


def _said(judged: Judgement) -> str:
    return "alarm!" if judged.flagged else "passes"


def show(guessed: bool) -> None:
    """Show the odd pictures as long as one guesses about them."""
    if not guessed:
        tiles("lesson_odd_guess", _tiles("", {}), WIDTH)


def _verdict(judged: Judgement, whose: str) -> str:
    """Return whether a picture sets the alarm off, in words."""
    error, limit = f"error {judged.rebuilt.error:.4f}", f"the limit of {judged.threshold:.4f}"
    if judged.flagged:
        return f":material/notifications_active: **Alarm.** {whose}: {error}, above {limit}."
    return f":material/notifications_off: **No alarm.** {whose}: {error}, not above {limit}."


def _all(card: Card, tried: set[str]) -> Outcome:
    """Return how many of the examples set the alarm off, and which did not, with copies.

    They are the best that was made of no digit, and those of what was tried.
    """
    judged = _judged(card)
    missed = {name: one for name, one in judged.items() if not one.flagged}
    rang = len(judged) - len(missed)
    slipped = f" These slipped through: {', '.join(missed)}." if missed else ""
    missed_first = sorted(tried & judged.keys(), key=lambda name: judged[name].flagged)
    names = list(dict.fromkeys([*_best_copied(missed), *missed_first]))
    shown = [(name, judged[name]) for name in names[:MOST_PICTURES]]
    pictures = [
        picture
        for name, one in shown
        for picture in (Picture(f"{name}: {_said(one)}", one.rebuilt.image), Picture("its copy", one.rebuilt.x_hat))
    ]
    return Outcome(f"{rang} of {len(judged)} set the alarm off.{slipped}", rang, pictures)


def _best_copied(missed: dict[str, Judgement]) -> list[str]:
    """Return the name of what was copied best; digits turned around are left out; empty if none is left."""
    names = sorted(missed.keys() - examples.TURNED.keys(), key=lambda name: missed[name].rebuilt.error)
    return names[:1]


def _judged(card: Card) -> dict[str, Judgement]:
    return {name: judgement.judge(models.rebuild(card, image), RATE) for name, image in _pictures().items()}


@st.cache_resource(max_entries=1, show_spinner=False)
def _pictures() -> dict:
    return {name: sample.of_strokes(strokes).image for name, strokes in examples.ANOMALIES.items()}


STEP = Step(
    title="Odd one out",
    question="What is a large error good for?",
    idea=f"The network of step 1 with 30 numbers has seen nothing but digits. We build an alarm: it goes off if the "
    f"error of a copy is above a limit. The limit is set so that {100 - RATE} of 100 real digits stay below it; the "
    f"other {RATE} raise a false alarm. (Why not all 100? The limit would be higher, and less would set the alarm "
    f"off.) These {len(examples.ANOMALIES)} pictures are scribbles, shapes, letters, clothes, and digits turned "
    "around.",
    asks=f"How many of these {len(examples.ANOMALIES)} set the alarm off?",
    guess=Scale(0, len(examples.ANOMALIES), 1, f"of {len(examples.ANOMALIES)}"),
    tasks=("Tap the pictures: does the alarm go off? Find one that slips through.",),
    do=do,
    sentence="A large **reconstruction error**, that is the error of the copy, says: this is not like what I learnt to "
    "copy. Used as an alarm, that is **anomaly detection**. A small error only says that picture and copy differ "
    "little, pixel by pixel; it is no proof that the picture is a digit.",
    page="odd_one_out",
    address={},
    shown=show,
)
