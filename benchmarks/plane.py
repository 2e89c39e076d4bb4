"""The latent plane under the hand against a plain page of st.slider and st.image: frames, latency, bytes."""

import statistics
import time
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.support.browser import settled
from tests.support.server import server, streamlit
from ui.components.shared import modules

TRIES = 60
PLAIN_TRIES = 30
DRAG_SECONDS = 4
MODELS = ("vae_2d", "deep_2d", "vae_conv_2d")
APPS = Path(__file__).parent / "apps"
COUNT_FRAMES = """
() => {
  window.frames_seen = [];
  let last = performance.now();
  const next = () => {
    const now = performance.now();
    window.frames_seen.push(now - last);
    last = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
"""
WATCH = """
(element, [cause, read]) => {
  const look_at = eval(read);
  window.changed = new Promise((done, fail) => {
    setTimeout(() => fail(new Error("nothing changed within ten seconds")), 10000);
    const before = look_at(element);
    addEventListener(cause, () => {
      const start = performance.now();
      const look = () => (look_at(element) === before ? requestAnimationFrame(look) : done(performance.now() - start));
      requestAnimationFrame(look);
    }, { capture: true, once: true });
  });
}
"""
CANVAS = "(canvas) => canvas.getContext('2d').getImageData(0, 0, 28, 28).data.join()"
PICTURE = "[data-testid=stImage] img, [data-testid=stImageContainer] img"
IMAGE = f"() => document.querySelector('{PICTURE}')?.src"
TIME_DECODE = """
async ([address, name]) => {
  const { models } = await import(new URL(address, document.baseURI).href);
  const { decode } = models.get(name);
  for (let index = 0; index < 100; index += 1) decode([index / 50, 0]);
  const start = performance.now();
  for (let index = 0; index < 400; index += 1) decode([index / 200, 0.3]);
  return (performance.now() - start) / 400;
}
"""


def measure(browser: Browser) -> dict:
    """Give figures of the plane for every model, of the plain page, and the ratios of the first model's to those."""
    with server(*streamlit("app.py")) as address:
        ours = {name: _plane(browser, f"{address}/latent_plane?model={name}", name) for name in MODELS}
    with server(*streamlit(APPS / "slider_image.py")) as address:
        plain = _plain(browser, address)
    first = ours[MODELS[0]]
    ratios = {f"{figure}_ratio": first[figure] / plain[figure] for figure in ("latency_p50_ms", "latency_p95_ms")}
    return ours | {"plain": plain} | ratios


def _plane(browser: Browser, url: str, name: str) -> dict[str, float]:
    page, received = _open(browser, url, "[data-testid=latent-decoded][data-ready]")
    bytes_received, seconds = sum(received), page.evaluate("performance.now()") / 1000
    settled(page)
    page.wait_for_timeout(5000)
    box = page.get_by_test_id("latent-plane").bounding_box()

    def place(index: int) -> tuple[float, float]:
        return box["x"] + box["width"] * (0.1 + 0.8 * (index * 7 % 100) / 100), box["y"] + box["height"] * 0.4

    page.mouse.move(*place(0))
    page.mouse.down()
    result = _frames(page, lambda step: page.mouse.move(box["x"] + 60 + step % 300, box["y"] + 80 + step % 200))
    times = []
    for index in range(TRIES):
        page.get_by_test_id("latent-decoded").evaluate(WATCH, ["pointermove", CANVAS])
        page.mouse.move(*place(index + 1))
        times.append(page.evaluate("window.changed"))
    page.mouse.up()
    decode = page.evaluate(TIME_DECODE, [modules.address("plane/models.js"), name])
    page.close()
    return (
        result
        | _percentiles(times)
        | {"bytes_to_first_decode": bytes_received, "first_decode_s": seconds}
        | {"decode_ms": decode}
    )


def _plain(browser: Browser, url: str) -> dict[str, float]:
    page, received = _open(browser, url, PICTURE)
    bytes_received, seconds = sum(received), page.evaluate("performance.now()") / 1000
    settled(page)
    page.wait_for_timeout(5000)
    slider = page.get_by_role("slider")
    slider.focus()
    times = []
    for index in range(PLAIN_TRIES):
        slider.evaluate(WATCH, ["keydown", IMAGE])
        page.keyboard.press("ArrowRight" if index % 40 < 20 else "ArrowLeft")
        times.append(page.evaluate("window.changed"))
        page.wait_for_timeout(150)
    box = slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    before = page.evaluate(IMAGE)
    result = _frames(page, lambda step: page.mouse.move(box["x"] - step % 200, box["y"] + 5))
    moved = page.evaluate(IMAGE) != before
    page.mouse.up()
    page.close()
    return (
        result
        | _percentiles(times)
        | {
            "bytes_to_first_decode": bytes_received,
            "first_decode_s": seconds,
            "picture_moves_while_dragging": moved,
        }
    )


def _open(browser: Browser, url: str, drawn: str) -> tuple[Page, list[int]]:
    """Open a page and wait for its picture; the list collects the bytes of every message to it."""
    page = browser.new_page(viewport={"width": 1366, "height": 900})
    received: list[int] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: received.append(len(frame))))
    page.goto(url)
    page.locator(drawn).first.wait_for()
    return page, received


def _frames(page: Page, move) -> dict[str, float]:
    """Move the mouse for some seconds and count the frames that the browser painted."""
    page.evaluate(COUNT_FRAMES)
    page.wait_for_timeout(100)
    page.evaluate("() => { window.frames_seen.length = 0; }")
    end, step = time.perf_counter() + DRAG_SECONDS, 0
    while time.perf_counter() < end:
        move(step)
        step += 2
    frames = page.evaluate("window.frames_seen")
    return {"frames_a_second": 1000 * len(frames) / sum(frames), "longest_frame_ms": max(frames)}


def _percentiles(times: list[float]) -> dict[str, float]:
    return {"latency_p50_ms": statistics.median(times), "latency_p95_ms": sorted(times)[int(0.95 * len(times))]}
