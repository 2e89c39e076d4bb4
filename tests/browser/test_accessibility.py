"""Every page for those who see little, nothing, or other colours: in both themes, at four widths, after a drawing."""

import pytest

from tests.support.accessibility import (
    CONTRAST,
    LAPTOP,
    NARROW,
    PHONE,
    TARGETS,
    THEMES,
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
def test_a_page_has_no_faults_in_any_theme_or_width(address, visit, file):
    first = file is PAGES[0]
    page = opened(visit(reduced_motion="reduce"), f"{address}/{'' if first else file.url_path}")
    found: dict[tuple, list[str]] = {}
    eventually(page, lambda: not unnamed(page), f"every canvas of {file.title} has a name")
    for theme in THEMES:
        for size in (LAPTOP, PHONE, NARROW):
            turn(page, theme, size)
            options = CONTRAST if theme == "dark" or size is PHONE else TARGETS
            found[theme, size["width"]] = faults(page, options, menu=first)
            if theme == "light":
                found["lost", size["width"]] = lost(page)
    turn(page, "light", ZOOMED)
    found["lost", ZOOMED["width"]] = lost(page)
    assert not {where: what for where, what in found.items() if what}
