"""Presenter mode: a page for the last row of a classroom, led by keys or a clicker, notes in a window beside it."""

from typing import Any

import streamlit as st

from ui import next_page, state
from ui.components.shared import modules
from ui.pages import PAGES
from ui.presenting import course, qr, route
from ui.presenting.course import Stop
from ui.presenting.notes import NOTES

KEY = "present"
LINKS = "presenter_links"


def show(page: str) -> dict[str, Any]:
    """Return what the presenter has to know; while the mode is on, offer the way back and on.

    Args:
        page: The page's place in the address; "" for the first one.

    Returns:
        As `ui.components.standing_by` takes it.
    """
    page = page or PAGES[0].url_path
    on = _is_on()
    step = st.query_params.get(course.STEP)
    stops, here, around = course.stops(), course.place(page, step), course.around(page, step)
    if on:
        _offer(around)
    return {
        "on": on,
        "page": page,
        "title": stops[here].title,
        "place": f"{here + 1} of {len(stops)}",
        "notes": NOTES.get(page, ()) if on else (),
        **{way: stop.title if stop else "" for way, stop in around.items()},
        "window": f"{route.NOTES}?{modules.digest()}",
        "qr": qr.ROUTE,
    }


def _is_on() -> bool:
    """Say whether the mode is on; a link within the app that does not mention it leaves it as it is."""
    told = state.news(KEY)
    if told is not None:
        st.session_state["presenting"] = told == "1"
    on = st.session_state.setdefault("presenting", False)
    state.write(KEY, int(on))
    return on


def wish(on: bool) -> None:
    """Put the mode on or off: called before the page runs again."""
    st.session_state["presenting"] = on
    state.write(KEY, int(on))


def _offer(around: dict[str, Stop | None]) -> None:
    """Put links where the presenter's keys find them; nobody sees them."""
    with st.container(key=LINKS):
        for way, stop in around.items():
            if stop:
                address = {KEY: "1"} | ({course.STEP: stop.step} if stop.step else {})
                st.page_link(next_page.path_of(stop.page), label=way, query_params=address)
