"""The order in which pages are presented: as one leads to the next, through the steps of a page that has some."""

from functools import cache
from typing import NamedTuple

from ui import next_page
from ui.pages import PAGES, PageFile

STEP = "step"
"""Key of the control by which a page goes in steps."""


class Stop(NamedTuple):
    """One screen of the course.

    Attributes:
        page: Its place in the address.
        step: Which step of it; "" for a page without steps.
    """

    page: str
    step: str = ""

    @property
    def title(self) -> str:
        """What the menu calls the page, with the step."""
        title = next_page.title_of(self.page)
        return f"{title}, {self.step}" if self.step else title


@cache
def stops() -> tuple[Stop, ...]:
    """Return all screens in order, those of pages that none leads to at the end."""
    pages = {page.url_path: page for page in PAGES}
    order, page = [], PAGES[0].url_path
    while page not in order:
        order.append(page)
        page, _ = next_page.following(page)
    order += [other for other in pages if other not in order]
    return tuple(Stop(name, step) for name in order for step in _steps(pages[name]))


def place(page: str, step: str | None) -> int:
    """Return the number of a screen in the course, counted from 0; of a page's usual one for a step that is no stop."""
    here = [number for number, stop in enumerate(stops()) if stop.page == page]
    exact = [number for number in here if stops()[number].step == step]
    usual = [number for number in here if stops()[number].step == str(_default(page))]
    return (exact or usual or here)[0]


def around(page: str, step: str | None) -> dict[str, Stop | None]:
    """Return the screens before and behind a screen as `back` and `next`, None where there is none.

    Behind a screen that is no stop, such as a quiz before the first step, comes its page's usual one.
    """
    number = place(page, step)
    is_stop = step in (None, stops()[number].step)
    after = number + is_stop
    return {"back": stops()[number - 1] if number else None, "next": stops()[after] if after < len(stops()) else None}


def _steps(page: PageFile) -> tuple[str, ...]:
    """Return the steps that are presented: the numbered ones, or all if none has a number; "" for a page without."""
    control = page.controls.get(STEP)
    steps = tuple(map(str, control.options)) if control else ()
    return tuple(step for step in steps if step.isdecimal()) or steps or ("",)


def _default(page: str) -> object:
    control = next(file.controls for file in PAGES if file.url_path == page).get(STEP)
    return control.default if control else ""
