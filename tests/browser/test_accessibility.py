"""Every page for those who see little or nothing: in both themes, at four widths, after a drawing."""

import pytest

from tests.support.accessibility import (
    EVERYTHING,
    LAPTOP,
    NARROW,
    PHONE,
    SIZES,
    ZOOMED,
    at_rest,
    faults,
    learn,
    lost,
    turn,
    unnamed,
)
from tests.support.browser import DRAWABLE, SEVEN, Visit, draw, eventually, frames, open_at
from ui.pages import PAGES

SCREENS = (
    ("light", LAPTOP, EVERYTHING),
    ("light", ZOOMED, None),
    ("light", NARROW, SIZES),
    ("dark", PHONE, EVERYTHING),
)
UNFOLD = "() => { for (const each of document.querySelectorAll('details:not([open]) > summary')) each.click(); }"


def opened(visit: Visit, url: str):
    """Open a page, draw where it has a pad, and unfold what is folded."""
    page = open_at(visit, url)
    if page.get_by_test_id("digit-pad").count():
        page.locator(DRAWABLE).last.wait_for()
        draw(page, SEVEN)
        frames(page, 20)
    page.evaluate(UNFOLD)
    at_rest(page)
    learn(page)
    return page


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.url_path)
def test_a_page_has_no_faults_in_either_theme_or_any_width(address, visit, file):
    first = file is PAGES[0]
    page = opened(visit(reduced_motion="reduce"), f"{address}/{'' if first else file.url_path}")
    eventually(page, lambda: not unnamed(page), f"every canvas of {file.title} has a name")
    found: dict[str, list[str]] = {}
    for theme, size, rules in SCREENS:
        turn(page, theme, size)
        found[f"{theme}, {size['width']} pixels wide"] = lost(page) + (faults(page, rules, menu=first) if rules else [])
    assert not {screen: what for screen, what in found.items() if what}
