"""What a visit costs over the wire: bytes of a first visit, and of a second one with a warm cache."""

import pytest
from playwright.sync_api import BrowserContext

from tests.support.browser import DESKTOP, SECONDS, eventually, frames, settled

LEAST = 50_000  # bytes; less was never a first visit
SECOND = 100_000
START = ""  # the page on which a phone on a slow line waits for the model, too
BUDGETS = {START: 2_000_000, "map_of_codes": 1_100_000, "models": 1_100_000}


def visited(context: BrowserContext, url: str, worker: bool) -> int:
    """Open a page in a tab of its own and return how many bytes came, all messages of its websocket included.

    Args:
        context: The browser's profile.
        url: Of the page.
        worker: Whether to count the models that a worker fetches in the background, too.
    """
    page = context.new_page()
    page.set_default_timeout(1000 * SECONDS)
    line, came = context.new_cdp_session(page), []
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: came.append(len(frame))))
    models = []
    page.on(
        "requestfinished", lambda request: models.append(request) if worker and "/networks/" in request.url else None
    )
    page.goto(url)
    settled(page)

    def rests() -> bool:
        before = len(came) + len(models)
        frames(page, 40)
        return len(came) + len(models) == before

    eventually(page, rests, "nothing more comes")
    fetched = [request.sizes()["responseBodySize"] for request in models]
    page.close()
    return int(sum(came) + sum(fetched))


@pytest.mark.parametrize(("page", "budget"), BUDGETS.items())
def test_a_first_visit_keeps_to_its_budget_and_a_second_one_costs_next_to_nothing(address, browser, page, budget):
    context = browser.new_context(viewport=DESKTOP)
    first = visited(context, f"{address}/{page}", page == START)
    second = visited(context, f"{address}/{page}", page == START)
    context.close()
    assert LEAST < first <= budget
    assert second <= SECOND
