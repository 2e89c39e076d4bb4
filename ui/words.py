"""Texts of pages whose terms explain themselves: the first place of each on a page is a link into the glossary.

A listener in the frame shows what a term means when it is pointed at, tapped or focused. Call `markdown` and `caption`
as Streamlit's; for a text that stands elsewhere, such as in a column, write `column.markdown(linked(text))`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

import streamlit as st

from ui.glossary import NOT_TERMS, TERMS, forms

SEEN = "words.seen"
LINK = "glossary?term="
TEXTS_KEPT = 2000
PIECES = re.compile(
    r"(?P<left_alone>(`+).+?(?<!`)\2(?!`)"  # code
    r"|\$\$.+?\$\$|\$[^$\n]+\$"  # formulas
    r"|!?\[[^\]]*\]\([^)]*\)|:[\w-]+\[[^\]]*\]|:[\w+-]+(?:/\w+)?:"  # links and pictures, directives, icons
    r"|<[^>\n]+>|https?://\S+|\b[\w.-]+@\S+"  # HTML and addresses
    r"|^\#{1,6}\s[^\n]*|\\.)"  # headings, signs that are escaped
    r"|(?P<word>\w[\w’']*(?:-\w+)*)",
    re.DOTALL | re.MULTILINE,
)


class Place(NamedTuple):
    """Where a term stands in a text for the first time."""

    start: int
    end: int
    name: str


def markdown(body: str, **options) -> None:
    """Show a text as `st.markdown` does, its terms linked."""
    st.markdown(linked(body), **options)


def caption(body: str, **options) -> None:
    """Show a text as `st.caption` does, its terms linked."""
    st.caption(linked(body), **options)


def begin() -> None:
    """Forget which terms have been linked: called before a page runs."""
    st.session_state[SEEN] = {}


def linked(body: str) -> str:
    """Return a text in Markdown with a link at each term that no other text of this page has linked before."""
    seen: dict[str, str] = st.session_state.setdefault(SEEN, {})
    new = tuple(place.name for place in places(body) if seen.setdefault(place.name, body) == body)
    return _written(body, new)


@lru_cache(TEXTS_KEPT)
def places(body: str) -> tuple[Place, ...]:
    """Find the first place of every term in a text, outside of code, formulas, links and the like."""
    pieces = list(PIECES.finditer(body))
    found, names, index = [], set(), 0
    while index < len(pieces):
        name, length = _longest(body, pieces, index)
        if name and name not in names and _can_be_a_link(body, pieces[index].start(), pieces[index + length - 1].end()):
            found.append(Place(pieces[index].start(), pieces[index + length - 1].end(), name))
            names.add(name)
        index += length
    return tuple(found)


@lru_cache(TEXTS_KEPT)
def _written(body: str, names: tuple[str, ...]) -> str:
    text = body
    for place in reversed(places(body)):
        if place.name in names:
            shown = text[place.start : place.end]
            text = f"{text[: place.start]}[{shown}]({LINK}{place.name}){text[place.end :]}"
    return text


def _longest(body: str, pieces: list[re.Match], index: int) -> tuple[str | None, int]:
    """Return the term that the longest form beginning with this word means, and how many words it has; 1 if none."""
    best: tuple[str | None, int] = (None, 1)
    text, last = pieces[index]["word"], None
    for length in range(1, _LONGEST + 1):
        if text is None:
            break
        text = text.lower().replace("’", "'")
        form = text.removesuffix("'s")
        if form in _FORMS:
            best = _FORMS[form], length
        last = pieces[index + length - 1]
        following = pieces[index + length] if index + length < len(pieces) else None
        joined = following and following["word"] and body[last.end() : following.start()].isspace()
        text = f"{text} {following['word']}" if following and joined else None
    return best


def _can_be_a_link(body: str, start: int, end: int) -> bool:
    """Say whether brackets here leave the stars around a word what they are: Markdown's signs for bold and italics."""
    before, after = body[:start].rstrip("*_"), body[end:].lstrip("*_")
    glued_before = len(before) < start and before[-1:].isalnum()
    glued_after = len(after) < len(body) - end and after[:1].isalnum()
    return not glued_before and not glued_after and body[start - 1 : start] != "["


_FORMS: dict[str, str | None] = {form: term.name for term in TERMS.values() for form in forms(term)}
_FORMS |= dict.fromkeys(phrase.lower() for phrase in NOT_TERMS)
_LONGEST = max(len(form.split()) for form in _FORMS)
