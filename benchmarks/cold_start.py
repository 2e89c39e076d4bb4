"""From starting the server to the first drawn page, against a hello page that imports torch, in turns."""

import statistics
import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.support.server import server, streamlit

ROUNDS = 3
APPS = Path(__file__).parent / "apps"


def measure(browser: Browser) -> dict[str, float]:
    """Give both medians in seconds and their ratio."""
    hello, ours = [], []
    for _ in range(ROUNDS):
        hello.append(_start(browser, str(APPS / "hello.py"), "h1"))
        ours.append(_start(browser, "app.py", "[data-testid=flow-reconstruction]"))
    result = {"ours_s": statistics.median(ours), "hello_s": statistics.median(hello)}
    return result | {"ratio": result["ours_s"] / result["hello_s"]}


def _start(browser: Browser, script: str, drawn: str) -> float:
    started = time.perf_counter()
    with server(*streamlit(script)) as address:
        page = browser.new_page()
        page.goto(address)
        page.locator(drawn).first.wait_for()
        passed = time.perf_counter() - started
        page.close()
    return passed
