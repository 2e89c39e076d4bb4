"""How far every page jumps while it arrives: the browser's own cumulative layout shift (CLS), good up to 0.1.

Each page is opened in a new profile, as on a first visit, on a desktop and on a phone: https://web.dev/articles/cls.
"""

from playwright.sync_api import Browser

from tests.support.browser import ON_A_PHONE, Profiles, settled
from tests.support.server import server, streamlit
from ui.pages import PAGES

SCREENS = {"desktop": {}, "phone": ON_A_PHONE}
OBSERVED = 2000  # milliseconds after a page has settled
WATCH = """
globalThis.shifted = 0;
new PerformanceObserver((list) => {
  for (const { value } of list.getEntries()) globalThis.shifted += value;
}).observe({ type: "layout-shift", buffered: true });
"""


def measure(browser: Browser) -> dict[str, dict[str, float]]:
    """Give the shift of every page by screen, and the worst."""
    with server(*streamlit("app.py")) as address:
        result = {
            screen: {page.url_path: _shift(browser, f"{address}/{page.url_path}", how) for page in PAGES}
            for screen, how in SCREENS.items()
        }
    return {screen: pages | {"worst": max(pages.values())} for screen, pages in result.items()}


def _shift(browser: Browser, url: str, screen: dict) -> float:
    visit = Profiles(browser).visit(**screen)
    visit.page.add_init_script(WATCH)
    visit.page.goto(url)
    settled(visit.page)
    visit.page.wait_for_timeout(OBSERVED)
    shifted = visit.page.evaluate("globalThis.shifted")
    visit.page.context.close()
    return shifted
