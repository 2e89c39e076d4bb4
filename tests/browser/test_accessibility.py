"""Every page for those who see little or nothing: in both themes, from wide to narrow, after a drawing."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.support.accessibility import (
    EVERYTHING,
    LAPTOP,
    NARROW,
    PHONE,
    TABLET,
    THEMES,
    ZOOMED,
    at_rest,
    faults,
    learn,
    lost,
    pale,
    turn,
    twice,
    unnamed,
)
from tests.support.browser import GO, SEVEN, Visit, draw, eventually, open_at, settled
from ui.pages import PAGES, PageFile

SCREENS = (
    ("light", LAPTOP, EVERYTHING),
    ("light", ZOOMED, None),
    ("dark", NARROW, EVERYTHING),
)
MATRIX = [(theme, size, EVERYTHING) for theme in THEMES for size in (LAPTOP, TABLET, PHONE, NARROW)]
UNFOLD = "() => { for (const each of document.querySelectorAll('details:not([open]) > summary')) each.click(); }"
HERE = "() => document.querySelector('[data-testid=stSidebarNavLink][aria-current=page]')?.pathname"


@pytest.fixture(scope="module")
def walk(profiles, address):
    """One visit that goes from page to page as the menu does, after a drawing on the first one."""
    visit: Visit = profiles.visit(reduced_motion="reduce")
    draw(open_at(visit, address), SEVEN)
    learn(visit.page)
    yield visit
    visit.leave()


def reached(page: Page, file: PageFile) -> Page:
    """Go to a page, and unfold what is folded on it."""
    path = "/" if file is PAGES[0] else f"/{file.url_path}"
    turn(page, "light", LAPTOP)
    page.evaluate(GO, path)
    eventually(page, lambda: page.evaluate(HERE) == path, f"{file.title} is shown")
    settled(page)
    page.evaluate(UNFOLD)
    at_rest(page)
    return page


def found(page: Page, file: PageFile, screens: Iterable[tuple[str, ViewportSize, dict | None]]) -> dict[str, list[str]]:
    """Return what is wrong on a page, by the screen on which it is."""
    eventually(page, lambda: not unnamed(page), f"every canvas of {file.title} has a name")
    wrong = {"for screen readers": twice(page)}
    for theme, size, rules in screens:
        turn(page, theme, size)
        judged = faults(page, rules, menu=file is PAGES[0]) + pale(page) if rules else []
        wrong[f"{theme}, {size['width']} pixels wide"] = lost(page) + judged
    return {where: what for where, what in wrong.items() if what}


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.url_path)
def test_a_page_has_no_faults_in_either_theme_or_any_width(walk, file):
    assert not found(reached(walk.page, file), file, SCREENS)
    assert not walk.complaints


@pytest.mark.long
@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.url_path)
def test_a_page_has_no_faults_in_both_themes_at_all_widths(walk, file):
    assert not found(reached(walk.page, file), file, MATRIX)
    assert not walk.complaints
