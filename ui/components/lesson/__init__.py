"""The lesson's own parts: progress, guess, tasks, comparison, questions, certificate and a class's answers.

Progress, guesses, answers and names are kept by the browser. The page hears of the guess of the step that is on, of
where to go, and of what only the browser can see.
"""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple

from pydantic import Field

from ui.components.shared.modules import component
from ui.components.shared.value import Name, Number, value

_component = component("lesson", "lesson", styles=("controls",))

Told = dict[str, Any]
"""A guess, an outcome, a step or a question as the browser gets it."""


class Judged(NamedTuple):
    """What a student saw at a place of a network's plane.

    Attributes:
        network: Its name.
        z1: Number across.
        z2: Number up.
        seen: Name of what was seen.
    """

    network: Name
    z1: Number
    z2: Number
    seen: Name


Judgements = Annotated[list[Judged], Field(max_length=24)]


class Compared(NamedTuple):
    """What stands beside the guess.

    Attributes:
        guess: How the step was guessed.
        outcome: What happened: "text", "answer" and "pictures"; None as long as nothing has.
        finished: Whether all is done.
        trains: Whether the browser has to watch a training, for the server hears nothing of it.
    """

    guess: Told
    outcome: Told | None
    finished: bool
    trains: bool


def rail(at: str, steps: dict[str, str], views: dict[str, str], on_go: Callable[[str], None]) -> None:
    """Show all steps with what is done of them.

    Args:
        at: The one that is on.
        steps: Titles of the steps by number.
        views: Titles of what else there is, by name.
        on_go: Called with a number or a name when it is chosen.
    """
    _going("lesson_rail", {"view": "rail", "at": at, "steps": list(steps.items()), "views": list(views.items())}, on_go)


def entrance(on_go: Callable[[str], None]) -> None:
    """Offer the questions before to a student who has not begun; `on_go` is called with their name."""
    _going("lesson_entrance", {"view": "entrance"}, on_go)


def guess(number: str, asks: str, told: Told, made: bool) -> None:
    """Ask for a guess; `guessed` returns it.

    Args:
        number: Of the step.
        asks: The question.
        told: How it is guessed.
        made: Whether the page has a guess already.
    """
    data = {"view": "guess", "step": number, "asks": asks, "guess": told, "made": made}
    _component(key=f"lesson_guess_{number}", data=data, on_guess_change=lambda: None)


def guessed(number: str) -> Told:
    """Return what was sent as the guess of a step, with its "kind"; empty as long as nothing was."""
    return value(f"lesson_guess_{number}", "guess", Told) or {}


def tasks(number: str, words: list[str], done: list[bool], earlier: bool, places: Sequence[Judged] = ()) -> None:
    """Show what is to be done, and what is done of it.

    Args:
        number: Of the step.
        words: The tasks.
        done: Which are done.
        earlier: Whether all was done on an earlier visit.
        places: That were judged; the browser keeps them, and `places` returns them after a reload.
    """
    data = {"view": "tasks", "step": number, "words": words, "done": done, "earlier": earlier}
    data["places"] = [place._asdict() for place in places]
    _component(key=f"lesson_list_{number}", data=data, on_places_change=lambda: None)


def places(number: str) -> list[Judged]:
    """Return the places that the browser has kept of a step from before a reload."""
    return value(f"lesson_list_{number}", "places", Judgements) or []


def compare(number: str, compared: Compared) -> None:
    """Show the guess beside what happened, and keep both in the browser."""
    data = {"view": "compare", "step": number, **compared._asdict()}
    key = f"lesson_compare_{number}"
    _component(key=key, data=data, on_seen_change=lambda: None, on_earlier_change=lambda: None)


def was_done(number: str) -> bool:
    """Say whether the browser knows a step as done on an earlier visit."""
    return value(f"lesson_compare_{number}", "earlier", bool) or False


def seen(number: str) -> Told:
    """Return what the browser has seen of a step by itself; empty as long as that is nothing."""
    return value(f"lesson_compare_{number}", "seen", Told) or {}


class CodeMap(NamedTuple):
    """Codes as dots on a map; places are shares of its side, from its lower left corner.

    Attributes:
        title: Above it.
        note: Below it.
        dots: Each [x, y, class].
        own: Place of the student's digit; None for none.
        marks: Places of what else is to be seen.
        rings: Each [x, y, radius].
        named: Whether each class's name stands amid its dots.
        shade: How strongly each cell of a square grid is shaded, 0 to 1, row by row from the lower left corner, whose
            middle the first one has, to the upper right one; those with 1 have an outline. Empty for no shade.
        clouds: Each [x, y, half its width, half its height, class].
    """

    title: str
    note: str
    dots: list[list[float]]
    own: list[float] | None = None
    marks: Sequence[list[float]] = ()
    rings: Sequence[list[float]] = ()
    named: bool = False
    shade: Sequence[float] = ()
    clouds: Sequence[list[float]] = ()


def maps(key: str, shown: list[CodeMap], legend: dict[str, str], beside: bool = False) -> None:
    """Show maps of codes side by side, where there is room.

    Args:
        key: Of this figure on its page.
        shown: The maps.
        legend: What "dots", "own", "marks", "hole", "pale" and "clouds" are, as far as they are there.
        beside: Whether two of them stand side by side even on a phone.
    """
    data = {"view": "maps", "maps": [each._asdict() for each in shown], "legend": legend, "beside": beside}
    _component(key=key, data=data)


def onward(number: str, ways: list[tuple[str, str]], on_go: Callable[[str], None]) -> None:
    """Show the ways to the step before and the one after, each with its name and title."""
    _going("lesson_onward", {"view": "onward", "step": number, "ways": ways}, on_go)


def quiz(when: str, questions: list[Told], on_go: Callable[[str], None]) -> None:
    """Show the questions; `when` is "before" or "after"."""
    _going(f"lesson_quiz_{when}", {"view": "quiz", "when": when, "questions": questions}, on_go)


def certificate(steps: list[Told], questions: list[Told]) -> None:
    """Show what the student guessed, saw and drew, to print and to save."""
    _component(key="lesson_certificate", data={"view": "certificate", "steps": steps, "questions": questions})


def classroom(steps: list[Told], questions: list[Told]) -> None:
    """Show a table of the answers that a teacher has collected as files."""
    _component(key="lesson_class", data={"view": "class", "steps": steps, "questions": questions})


def _going(key: str, data: Told, on_go: Callable[[str], None]) -> None:
    """Show a part from which one goes elsewhere."""

    def gone() -> None:
        if where := value(key, "go", Name):
            on_go(where)

    _component(key=key, data=data, on_go_change=gone)
