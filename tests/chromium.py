"""A real browser and a real server for tests and benchmarks."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    *("--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
)
START_SECONDS = 120
HEALTH = "_stcore/health"
READ_PIXELS = """async canvas => {
    for (let tries = 0; tries < 300 && !canvas.closest("[data-ready=true]"); tries += 1)
        await new Promise(requestAnimationFrame);
    return Array.from(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data);
}"""


def chromium() -> str:
    """Find a Chromium: on the PATH, else Playwright's own download, else Debian's package, else say how to get one."""
    for attempt in (_on_the_path, _from_playwright, _from_debian):
        path = attempt()
        if path:
            return path
    raise RuntimeError(
        "No Chromium for the browser tests. Install Chromium or Chrome so that it is on the PATH "
        "(Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium)."
    )


def _on_the_path() -> str | None:
    return next(filter(None, map(shutil.which, ON_THE_PATH)), None)


def _from_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=300)
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _from_debian() -> str | None:
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    subprocess.run(["apt-get", "update", "-qq"], check=False, timeout=300)
    subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, timeout=600)
    return _on_the_path()


@contextmanager
def server(*command: str, health: str = HEALTH, **environment: str) -> Iterator[str]:
    """Run a server on a free port and give its address.

    Args:
        *command: Words that start it; "{port}" stands for the port.
        health: Where it says that it is up, below its address.
        **environment: Variables on top of the present ones.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [word.format(port=port) for word in command],
        cwd=ROOT,
        env=os.environ | environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/{health}", process)
        yield address
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(30)


def _wait_for(address: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if process.poll() is not None:
                raise RuntimeError(f"The server stopped with {process.returncode}.") from None
            time.sleep(0.05)
    raise TimeoutError(f"No answer from {address}.")


def settled(page: Page) -> None:
    """Wait until the page's script has run and its components have painted."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]")


def pixels(page: Page, test_id: str) -> bytes:
    """Read a canvas's pixels, after its component has painted for the first time."""
    return bytes(page.get_by_test_id(test_id).last.evaluate(READ_PIXELS))
