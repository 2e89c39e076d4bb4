"""Every control of the app in one table: key in the address bar, default, and what values it takes."""

import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import streamlit as st

from aemodels import datasets

SETTLING = 1.0  # seconds


class Control(NamedTuple):
    """A control whose value stands in the address bar.

    Attributes:
        label: What the student reads.
        default: Value that leaves no trace in the address.
        options: What can be chosen; None where the page says so.
        help: Explanation at the point of need; a list of choices without one speaks for itself and shows no label.
    """

    label: str
    default: Any
    options: Sequence | None = None
    help: str | None = None


CONTROLS = {
    "model": Control("Model", "deep_30d"),
    "source": Control("Picture", "draw", ("draw", "upload", "pick")),
    "samples": Control(
        "From", "digits", ("digits", "mnist", "fashion"), "MNIST and clothes appear where they are in the data folder."
    ),
    "digit": Control("Class", "any", ("any", *datasets.CLASSES["mnist"]), "Ten pictures of one class, or of any."),
    "seed": Control(
        "Shuffle", 0, range(10_000), "Another number, other pictures; the same number gives the same ones."
    ),
    "family": Control("Family", "all"),
    "knows": Control("Knows", "all", ("all", "mnist", "fashion", "reuters", "cloud")),
    "size": Control("Numbers kept", "all", ("all", "2-3", "10-32", "64-")),
    "text": Control("Your text", "Oil prices rose 3 pct after the meeting. The bank said profits fell last year."),
    "others": Control("Show the models for other pictures too", False, (False, True)),
    "labelled": Control("Pictures", "mnist", ("mnist", "fashion")),
    "steps": Control("Show how the computer sees it", False, (False, True)),
    "item": Control("Sample", 0, range(10)),
    "kind": Control(
        "Draw", "any", ("any", *datasets.CLASSES["mnist"]), "From everywhere, or around one class's codes."
    ),
    "temperature": Control("Temperature", 1.0, (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0), "How far out codes are drawn."),
    "sampled": Control("Sample", 0, range(24)),
    "dimension": Control("Walk along", None, help="The number of the code that changes in the row of pictures."),
    "plain": Control("Beside it", "deep_30d", help="Any model that is not variational."),
    "against": Control("Compared with", "vae_20d"),
    "goal": Control("Second picture", "0", (*datasets.CLASSES["mnist"], "mine")),
    "path": Control("Path", "straight", ("straight", "spherical")),
}


def select(key: str, options: Sequence | None = None, words: Callable[[Any], str] = str) -> Any:
    """Show a drop-down list for a control and give its value."""
    control, choices = CONTROLS[key], list(options or CONTROLS[key].options)
    _adopt(key, choices)
    value = st.selectbox(
        control.label,
        choices,
        format_func=words,
        key=key,
        help=control.help,
        label_visibility="visible" if control.help else "collapsed",
        persist_state="session",
    )
    write(key, value)
    return value


def switch(key: str, options: Sequence | None = None, words: Callable[[Any], str] = str) -> Any:
    """Show a control as a row of buttons of which one is down, and give its value."""
    control, choices = CONTROLS[key], list(options or CONTROLS[key].options)
    _adopt(key, choices)
    value = st.segmented_control(
        control.label,
        choices,
        required=True,
        format_func=words,
        key=key,
        help=control.help,
        width="stretch",
        label_visibility="collapsed",
        persist_state="session",
    )
    write(key, value)
    return value


def put(key: str, value: Any) -> None:
    """Set a widget from a callback, before the page runs again."""
    st.session_state[key] = value


def toggle(key: str) -> bool:
    """Show a control as a switch and give its value."""
    _adopt(key, CONTROLS[key].options)
    value = st.toggle(CONTROLS[key].label, key=key, help=CONTROLS[key].help, persist_state="session")
    write(key, value)
    return value


def number(key: str) -> int:
    """Show a number field for a control and give its value."""
    control = CONTROLS[key]
    _adopt(key, control.options)
    value = st.number_input(
        control.label,
        control.options.start,
        control.options.stop - 1,
        key=key,
        help=control.help,
        persist_state="session",
    )
    write(key, value)
    return value


def text(key: str, most: int) -> str:
    """Show a field for some lines of text and give what is in it, at most that many characters."""
    control = CONTROLS[key]
    if _is_news(key):
        st.session_state[key] = st.query_params.get(key, control.default)[:most]
    st.session_state.setdefault(key, control.default)
    value = st.text_area(control.label, max_chars=most, key=key, help=control.help, persist_state="session")
    write(key, value)
    return value


def read(key: str) -> Any:
    """Give the value of a control that no widget shows; the default where the address holds nonsense."""
    control = CONTROLS[key]
    return _parse(st.query_params.get(key), control.options, control.default)


def write(key: str, value: Any) -> None:
    """Put a control's value into the address; a default leaves no trace there."""
    text = None if value == CONTROLS[key].default else str(value)
    if text != st.session_state.get(f"address.{key}"):
        st.session_state[f"address.{key}"] = text
        st.session_state[f"address.{key}.written"] = time.monotonic()
    if text is None:
        st.query_params.pop(key, None)
    elif st.query_params.get(key) != text:
        st.query_params[key] = text


def arrive(page: str) -> None:
    """Note on which page the student is; a menu link to another page drops the address without meaning anything."""
    st.session_state["address.moved"] = st.session_state.get("address.page") != page
    st.session_state["address.page"] = page


def _adopt(key: str, choices: Sequence) -> None:
    """Set a widget before it is shown: from the address if that is news, else as it was, else the default."""
    default = CONTROLS[key].default if CONTROLS[key].default in choices else choices[0]
    if _is_news(key):
        st.session_state[key] = _parse(st.query_params.get(key), choices, default)
    elif st.session_state.get(key, default) not in choices:
        st.session_state[key] = default
    else:
        st.session_state.setdefault(key, default)


def _is_news(key: str) -> bool:
    """Say whether the address holds something that this app did not write: a link, or the browser's way back.

    What a browser sends within a moment after a change may still carry the address from before it.
    """
    text, ours = st.query_params.get(key), st.session_state.get(f"address.{key}")
    just_written = time.monotonic() - st.session_state.get(f"address.{key}.written", -SETTLING) < SETTLING
    if text == ours or (text is None and st.session_state.get("address.moved", True)):
        return False
    return not just_written or st.session_state.get("address.moved", True)


def _parse(text: str | None, choices: Sequence, default: Any) -> Any:
    return next((choice for choice in choices if str(choice) == text), default)
