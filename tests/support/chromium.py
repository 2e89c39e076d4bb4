"""A Chromium for tests and benchmarks, found before Playwright starts: `python -m tests.support.chromium` prints it."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

ON_THE_PATH = (
    "chromium-headless-shell",  # Chromium without windows of its own: opens a page in a fifth of the time
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
OF_DEBIAN = Path("/usr/bin/chromium-headless-shell")
PACKAGES = ("chromium-headless-shell", "fonts-dejavu-core", "fonts-liberation")  # a page is judged by its widths too
FLAGS = (
    *("--no-sandbox", "--no-first-run", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-quic"),
)
EXPECTED = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
SECONDS_ASKING, SECONDS_DOWNLOADING, SECONDS_INSTALLING = 60, 240, 600
APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3")
HOW_TO_GET_ONE = (
    "No Chromium for the browser tests. Install Chromium or Chrome so that it is on the PATH "
    "(Debian and Ubuntu: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium), "
    "or let Playwright download its own (.venv/bin/playwright install --with-deps chromium)."
)


def chromium() -> str:
    """Return the path of a Chromium; of several processes that ask at a time, one looks and the others wait for it."""
    with FileLock(Path(tempfile.gettempdir()) / f"aemodels-chromium-{os.getuid()}.lock"):
        return first_of(STEPS)


def first_of(steps: tuple[Callable[[], str | None], ...]) -> str:
    """Return what the first successful step finds; whatever goes wrong in a step, the next is tried."""
    tried = []
    for step in steps:
        try:
            path, why = step(), "found none"
        except Exception as error:
            path, why = None, f"{type(error).__name__}: {error}"
        if path:
            return path
        tried.append(f"{step.__name__} ({why})")
    raise RuntimeError(f"{HOW_TO_GET_ONE} Tried: {', '.join(tried)}.")


def on_the_path() -> str | None:
    """Return a Chromium or Chrome that can be called by its name."""
    return next(filter(None, map(shutil.which, ON_THE_PATH)), None)


def already_from_playwright() -> str | None:
    """Return the Chromium that Playwright has downloaded before.

    Another process asks Playwright: its synchronous interface cannot be opened twice in one.
    """
    path = output(sys.executable, "-c", EXPECTED, seconds=SECONDS_ASKING).strip()
    return path if Path(path).is_file() else None


def from_playwright() -> str | None:
    """Let Playwright download its Chromium."""
    output(sys.executable, "-m", "playwright", "install", "chromium", seconds=SECONDS_DOWNLOADING)
    return already_from_playwright()


def from_debian() -> str | None:
    """Install Debian's package, and anew if the system believes that it is there: its program is not on the PATH."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    try:
        output(*APT, "update", seconds=SECONDS_INSTALLING)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"No new lists of packages ({error}); trying with those that are there.", file=sys.stderr)
    output(*APT, "install", "-y", "--reinstall", "--no-install-recommends", *PACKAGES, seconds=SECONDS_INSTALLING)
    return on_the_path() or (str(OF_DEBIAN) if OF_DEBIAN.is_file() else None)


STEPS = (on_the_path, already_from_playwright, from_playwright, from_debian)


def output(*command: str, seconds: float) -> str:
    """Run a command and return what it prints.

    Raises:
        OSError: There is no such command.
        CalledProcessError: It failed.
        TimeoutExpired: It took too long; it was ended together with the processes that it had started.
    """
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(command, stdout=printed, stdin=subprocess.DEVNULL, start_new_session=True)
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            raise
        printed.seek(0)
        if code:
            raise subprocess.CalledProcessError(code, command)
        return printed.read()


if __name__ == "__main__":
    print(chromium())
