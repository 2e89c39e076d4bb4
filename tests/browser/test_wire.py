"""What a visit costs over the wire: bytes of a first visit, and of a second one with a warm cache."""

import pytest
from playwright.sync_api import BrowserContext

from tests.support.browser import DESKTOP, SECONDS, eventually, frames, settled

LEAST = 50_000  # bytes; less was never a first visit
SECOND = 100_000


def visited(context: BrowserContext, url: str) -> int:
    """Open a page in a tab of its own and return how many bytes came, all messages of its websocket included."""
    page = context.new_page()
    page.set_default_timeout(1000 * SECONDS)
    line, came = context.new_cdp_session(page), []
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: came.append(len(frame))))
    page.goto(url)
    settled(page)

    def rests() -> bool:
        before = len(came)
        frames(page, 40)
        return len(came) == before

    eventually(page, rests, "nothing more comes")
    page.close()
    return int(sum(came))


@pytest.mark.parametrize(("page", "budget"), [("map_of_codes", 1_350_000), ("models", 2_800_000)])
def test_a_first_visit_keeps_to_its_budget_and_a_second_one_costs_next_to_nothing(address, browser, page, budget):
    context = browser.new_context(viewport=DESKTOP)
    first = visited(context, f"{address}/{page}")
    second = visited(context, f"{address}/{page}")
    context.close()
    assert LEAST < first <= budget
    assert second <= SECOND
