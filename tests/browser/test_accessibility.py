"""Every page for those who see little or nothing: in both themes, from wide to narrow, after a drawing."""

from collections.abc import Iterable

import pytest
from playwright.sync_api import Page, ViewportSize, expect

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
    misspoken,
    pale,
    turn,
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
OTHERWISE = (
    "/denoise?closer=how much",
    "/map_of_codes?maps_view=run",
    "/reconstruct?source=upload&others=True&steps=True",
    "/what_the_loss_does?loss=vae_collapsed",
    "/map_of_codes?second_map=True&colour=cluster&pinned=4",
    "/denoise?closer=why&taken=True",
    "/models?model=sentence_lstm",
    "/train_one?train_kind=denoising",
    "/what_the_units_see?off=4,7&instead=mean",
    "/latent_plane?show=walk",
    "/pca_against_autoencoder?taught=True",
    "/map_of_codes?projection=pca_3d",
    "/few_labels?labelled=fashion",
    "/reconstruct?present=1",
)
"""Views that a page has besides its first one, by address; never two of one page one after the other."""
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


def reached(page: Page, file: PageFile, view: str = "") -> Page:
    """Go to a page, or to an address of it with a view, and unfold what is folded on it."""
    path = "/" if file is PAGES[0] else f"/{file.url_path}"
    turn(page, "light", LAPTOP)
    page.evaluate(GO, view or path)
    eventually(page, lambda: page.evaluate(HERE) == path, f"{file.title} is shown")
    settled(page)
    page.evaluate(UNFOLD)
    at_rest(page)
    return page


def found(page: Page, file: PageFile, screens: Iterable[tuple[str, ViewportSize, dict | None]]) -> dict[str, list[str]]:
    """Return what is wrong on a page, by the screen on which it is."""
    eventually(page, lambda: not unnamed(page), f"every canvas of {file.title} has a name")
    wrong = {"for screen readers": misspoken(page)}
    for theme, size, rules in screens:
        turn(page, theme, size)
        judged = faults(page, rules, menu=file is PAGES[0]) + pale(page) if rules else []
        wrong[f"{theme}, {size['width']} pixels wide"] = lost(page) + judged
    return {where: what for where, what in wrong.items() if what}


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.url_path)
def test_a_page_has_no_faults_in_either_theme_or_any_width(walk, file):
    assert not found(reached(walk.page, file), file, SCREENS)
    assert not walk.complaints


def test_the_keyboard_skips_the_menu(walk):
    page = reached(walk.page, PAGES[0])
    first = page.locator("a, button, input, [tabindex]").first
    expect(first).to_have_text("Skip the menu")
    before = page.url
    first.focus()
    expect(first).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    assert page.url == before


@pytest.mark.long
@pytest.mark.parametrize("view", OTHERWISE)
def test_what_a_page_shows_otherwise_has_no_faults(walk, view):
    file = next(file for file in PAGES if file.url_path == view[1:].partition("?")[0])
    assert not found(reached(walk.page, file, view), file, SCREENS)
    assert not walk.complaints


@pytest.mark.long
@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.url_path)
def test_a_page_has_no_faults_in_both_themes_at_all_widths(walk, file):
    assert not found(reached(walk.page, file), file, MATRIX)
    assert not walk.complaints
