"""Pages in a real Chromium: opened, waited for, read and drawn on. What is waited for is a condition, never a time."""

import re
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, sync_playwright

from tests.support.chromium import FLAGS, chromium

DESKTOP: ViewportSize = {"width": 1366, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
ON_A_PHONE = {"viewport": PHONE, "has_touch": True, "is_mobile": True}
PROBES = re.compile(r"/_stcore/(health|host-config)$")  # Streamlit looks for its server below a deep link first
SEVEN = [(0.3, 0.25), (0.7, 0.25), (0.45, 0.8)]
DRAWABLE = "[data-testid=digit-pad][data-ready=true]"
SECONDS = 60
READ_PIXELS = """canvas => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let letters = "";
    for (let at = 0; at < data.length; at += 8192) letters += String.fromCharCode(...data.subarray(at, at + 8192));
    return btoa(letters);
}"""
READY = """async canvas => {
    for (let tries = 0; tries < 300 && !canvas.closest("[data-ready=true]"); tries += 1)
        await new Promise(requestAnimationFrame);
}"""
FORGET = """() => {
    localStorage.clear();
    return new Promise(done => { indexedDB.deleteDatabase("aemodels").onsuccess = done; });
}"""
GO = """path => {
    history.pushState({}, "", path);
    dispatchEvent(new PopStateEvent("popstate"));
}"""
FRAMES = "count => new Promise(done => { const next = () => count-- ? requestAnimationFrame(next) : done(); next(); })"


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Start a Chromium; it is looked for, and installed if need be, before Playwright runs."""
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


class Profiles:
    """A profile of the browser for each kind of screen, kept, so that scripts are fetched and compiled once.

    Attributes:
        browser: Which makes them.
    """

    def __init__(self, browser: Browser):
        self.browser = browser
        self._kept: dict[str, BrowserContext] = {}

    def visit(self, **screen) -> "Visit":
        """Open a page in the profile of a screen, a desktop's unless something else is said of it."""
        key = repr(sorted(screen.items()))
        if key not in self._kept:
            self._kept[key] = self.browser.new_context(**({"viewport": DESKTOP} | screen))
        return Visit(self._kept[key].new_page())


class Visit:
    """A page with everything that its console complained about."""

    def __init__(self, page: Page):
        self.page = page
        self.page.set_default_timeout(1000 * SECONDS)
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._hear)

    def leave(self) -> None:
        """Close the page, unless that was done, and let the profile forget what it stored."""
        if self.page.is_closed():
            return
        if self.page.url.startswith("http"):
            self.page.evaluate(FORGET)
        self.page.context.clear_cookies()
        self.page.close()

    def _hear(self, message):
        if message.type == "error" and not PROBES.search(message.location.get("url", "")):
            self.complaints.append(f"{message.text} {message.location}")


def open_at(visit: Visit, url: str, drawn: str | None = None) -> Page:
    """Open a page and wait until its script has run; `drawn`: and until this is there."""
    visit.page.goto(url)
    settled(visit.page)
    if drawn:
        visit.page.locator(drawn).last.wait_for()
    return visit.page


def settled(page: Page) -> None:
    """Wait until the page's script has run and its components have painted."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_selector("[data-testid=stApp][data-test-connection-state=CONNECTED]")
    page.wait_for_selector("[data-testid=stBidiComponentIsolated]:not([data-painted])", state="detached")


def frames(page: Page, count: int = 2) -> None:
    """Wait until the browser has painted; after two frames everything that was asked for before is on the screen."""
    page.evaluate(FRAMES, count)


def eventually(page: Page, holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds that only Python can judge; looks once a frame."""
    deadline = page.evaluate("performance.now()") + 1000 * SECONDS
    while not holds():
        if page.evaluate(f"({FRAMES})(1).then(() => performance.now())") > deadline:
            raise AssertionError(f"After {SECONDS} seconds still not: {what}.")


def pixels_of(canvas: Locator) -> bytes:
    """Read a canvas's pixels as they are."""
    return b64decode(canvas.evaluate(READ_PIXELS))


def pixels(page: Page, test_id: str) -> bytes:
    """Read a canvas's pixels, after its component has painted for the first time."""
    canvas = page.get_by_test_id(test_id).last
    canvas.evaluate(READY)
    return pixels_of(canvas)


def changed(page: Page, test_id: str, before: bytes) -> bytes:
    """Wait until a canvas shows something else, and return that."""
    eventually(page, lambda: pixels(page, test_id) != before, f"{test_id} changes")
    return pixels(page, test_id)


def becomes(page: Page, test_id: str, wanted: bytes) -> None:
    """Wait until a canvas shows exactly this."""
    eventually(page, lambda: pixels(page, test_id) == wanted, f"{test_id} shows what it should")


def at_rest(page: Page, test_id: str) -> bytes:
    """Wait until a canvas has been the same for a third of a second of painted frames, and return what it shows."""
    last = b""

    def rests() -> bool:
        nonlocal last
        before, last = last, pixels(page, test_id)
        if before == last:
            frames(page, 20)
            before, last = last, pixels(page, test_id)
        return before == last

    eventually(page, rests, f"{test_id} comes to rest")
    return last


def alike(one: bytes, other: bytes) -> bool:
    """Whether two canvases show the same; arithmetic may differ in the last bit from run to run."""
    return bool(np.abs(np.frombuffer(one, np.uint8).astype(int) - np.frombuffer(other, np.uint8)).max() <= 2)


def brightness(page: Page, test_id: str) -> float:
    """Return the mean of a canvas's colours, 0 to 255."""
    return np.frombuffer(pixels(page, test_id), np.uint8).reshape(-1, 4)[:, :3].mean()


def ink_share(page: Page) -> float:
    """Return the share of the drawing pad that is covered."""
    alpha = np.frombuffer(pixels(page, "digit-pad"), np.uint8)[3::4]
    return float((alpha > 128).mean())


def within(locator: Locator, x: float, y: float) -> tuple[float, float]:
    """Return the place on the screen of shares of an element's width and height."""
    box = locator.bounding_box()
    return box["x"] + x * box["width"], box["y"] + y * box["height"]


def draw(page: Page, points: list[tuple[float, float]], lift: bool = True) -> None:
    """Draw with the mouse, as soon as the pad can be drawn on; points are shares of the pad's side."""
    pad = page.get_by_test_id("digit-pad")
    page.locator(DRAWABLE).last.wait_for()
    pad.scroll_into_view_if_needed()
    start, *others = [within(pad, *point) for point in points]
    page.mouse.move(*start)
    page.mouse.down()
    for x, y in others:
        page.mouse.move(x, y, steps=12)
    if lift:
        page.mouse.up()


def touch(page: Page) -> Callable[..., None]:
    """Return what lays fingers on the screen: called with a kind of event and the fingers' places."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(places)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    return send


def frames_to_server(page: Page) -> list:
    """Collect what the page sends over its websocket from its next opening on."""
    sent: list = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(frame)))
    return sent
