"""Widgets whose values stand in the address bar: the controls of all pages by key, shown, read and written."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from ui.pages import CONTROLS

SETTLING = 1.0  # seconds

Words = Mapping[Any, str] | Callable[[Any], str]
"""What the student reads for each choice."""


def select(key: str, options: Sequence | None = None, words: Words = str) -> Any:
    """Show a drop-down list for a control and return its value."""
    control, choices = CONTROLS[key], list(options or CONTROLS[key].options)
    _adopt(key, choices)
    value = st.selectbox(
        control.label,
        choices,
        format_func=_wording(words),
        key=key,
        help=control.help,
        label_visibility="visible" if control.help else "collapsed",
        persist_state="session",
    )
    write(key, value)
    return value


def switch(key: str, options: Sequence | None = None, words: Words = str) -> Any:
    """Show a control as a row of buttons of which one is down, and return its value."""
    control, choices = CONTROLS[key], list(options or CONTROLS[key].options)
    _adopt(key, choices)
    value = st.segmented_control(
        control.label,
        choices,
        required=True,
        format_func=_wording(words),
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
    """Show a control as a switch and return its value."""
    _adopt(key, CONTROLS[key].options)
    value = st.toggle(CONTROLS[key].label, key=key, help=CONTROLS[key].help, persist_state="session")
    write(key, value)
    return value


def number(key: str) -> int:
    """Show a number field for a control and return its value."""
    control = CONTROLS[key]
    _adopt(key, control.options)
    value = st.number_input(
        control.label,
        control.options[0],
        control.options[-1],
        key=key,
        help=control.help,
        persist_state="session",
    )
    write(key, value)
    return value


def text(key: str, most: int) -> str:
    """Show a field for some lines of text and return what is in it, at most that many characters."""
    control = CONTROLS[key]
    if _is_news(key):
        st.session_state[key] = st.query_params.get(key, control.default)[:most]
    st.session_state.setdefault(key, control.default)
    value = st.text_area(control.label, max_chars=most, key=key, help=control.help, persist_state="session")
    write(key, value)
    return value


def slide(key: str, words: Words = str) -> Any:
    """Show a control as a slider over its options and return its value."""
    control = CONTROLS[key]
    _adopt(key, control.options)
    value = st.select_slider(
        control.label, control.options, format_func=_wording(words), key=key, help=control.help, persist_state="session"
    )
    write(key, value)
    return value


def read(key: str) -> Any:
    """Return the value of a control that no widget shows; the default where the address holds nonsense."""
    control = CONTROLS[key]
    return _parse(st.query_params.get(key), control.options, control.default)


def news(key: str) -> str | None:
    """Return what the address now says about a control that no widget shows; None where that is no news."""
    return st.query_params.get(key, str(CONTROLS[key].default)) if _is_news(key) else None


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


def has_changed(about: str, now: Any) -> bool:
    """Say whether something is another than when this visitor was answered last; at the first time it is not."""
    before = st.session_state.get(f"about.{about}", now)
    st.session_state[f"about.{about}"] = now
    return before != now


def arrive(page: str) -> None:
    """Note on which page the student is; a menu link to another page drops the address without meaning anything."""
    st.session_state["address.moved"] = st.session_state.get("address.page") != page
    st.session_state["address.page"] = page


def _wording(words: Words) -> Callable[[Any], str]:
    return words.__getitem__ if isinstance(words, Mapping) else words


def _adopt(key: str, choices: Sequence) -> None:
    """Set a widget before it is shown: from the address if that is news, else as it was, else the default."""
    default = CONTROLS[key].default if CONTROLS[key].default in choices else choices[0]
    if _is_news(key):
        st.session_state[key] = _parse(st.query_params.get(key), choices, default)
    elif st.session_state.get(key, CONTROLS[key].default) not in choices:
        st.session_state[f"wished.{key}"] = st.session_state.get(key, CONTROLS[key].default), default
        st.session_state[key] = default
    elif key not in st.session_state or st.session_state.get("address.moved", True):
        value = _wished_before(key, choices) or st.session_state.get(key, default)
        st.session_state[key] = value  # said anew: else an untouched widget is empty on the next page


def _wished_before(key: str, choices: Sequence) -> Any:
    """Return the choice that an earlier page could not show and replaced by another; None if there is none."""
    wished, instead = st.session_state.get(f"wished.{key}", (None, None))
    if wished not in choices and st.session_state.get(key) == instead:
        return None
    st.session_state.pop(f"wished.{key}", None)
    return wished if st.session_state.get(key) == instead else None


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
    return default if text is None else next((choice for choice in choices if str(choice) == text), default)
