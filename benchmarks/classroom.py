"""A class at the app: pupils draw at once, each over a WebSocket of its own, and read every answer to its end.

Before, one of them has visited every page, for what a first visit loads makes later answers slower. A stroke is one
message once the hand rests ("rest"), or three more while it moves ("live").
"""

import asyncio
import json
import random
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.server import server, streamlit
from tests.support.socket_session import SocketSession
from ui.pages import PAGES

DRAWN_ON = (
    *("start_here", "reconstruct", "denoise", "odd_one_out", "latent_plane", "between_two_digits"),
    *("map_of_codes", "pca_against_autoencoder", "what_the_units_see"),
)
CLASSES = (1, 30, 100)
MESSAGES = {"rest": 0, "live": 3}
SECONDS = 8.0
SETTLING = 12.0
"""Seconds after which the server has given back what only a first visit needed."""
THINKING = 3.0
"""Seconds between two strokes of a pupil, on average."""
DRAWING = 0.4
"""Seconds that a stroke takes of which only the end is told."""
KINDS = {"Rss": "resident", "Anonymous": "own"}
"""What Linux calls the two kinds of memory that count."""


@dataclass
class Lesson:
    """What came of a class that drew on a page.

    Attributes:
        seconds: From every message to the end of its answer.
        exceptions: Shown on pages.
        broken: Why sockets broke.
        opened: Seconds until the page stood before all of them.
    """

    seconds: list[float] = field(default_factory=list)
    exceptions: int = 0
    broken: list[str] = field(default_factory=list)
    opened: float = 0.0

    def quantile(self, share: float) -> float:
        """Return milliseconds within which this share of the answers came."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def measure() -> dict:
    """Give milliseconds by messages a stroke, size of the class and page, and the memory of the one server process."""
    result: dict = {"exceptions": 0, "broken": 0}
    with server(*streamlit("app.py")) as address:
        asyncio.run(visit_all(address))
        time.sleep(SETTLING)
        result["memory_mb"] = memory(address)
        for how, live in MESSAGES.items():
            result[how] = {str(pupils): _on_all_pages(address, pupils, live, result) for pupils in CLASSES}
    return result


def _on_all_pages(address: str, pupils: int, live: int, result: dict) -> dict:
    """Let a class draw on one page after the other; counts what went wrong in `result`."""
    figures = {}
    for page in DRAWN_ON:
        lesson = asyncio.run(teach(address, page, pupils, SECONDS, live))
        figures[page] = {"p50": lesson.quantile(0.5), "p95": lesson.quantile(0.95), "opened_s": lesson.opened}
        result["exceptions"] += lesson.exceptions
        result["broken"] += len(lesson.broken)
        print(f"  {page}, {pupils} at once, {live} live: {json.dumps(figures[page])}", flush=True)
    return figures | {"p95": max(entry["p95"] for entry in figures.values())}


async def visit_all(address: str) -> None:
    """Open every page once."""
    for page in PAGES:
        async with SocketSession(address, "" if page is PAGES[0] else page.url_path):
            pass


async def teach(address: str, page: str, pupils: int, seconds: float, live: int) -> Lesson:
    """Let a class open a page, and draw on it once it stands before all of them.

    Args:
        address: Of the server.
        page: By its place in the address.
        pupils: How many draw at once.
        seconds: For how long.
        live: Messages while the hand moves, before the one at rest.
    """
    lesson, place = Lesson(), "" if page == PAGES[0].url_path else page
    begun = time.perf_counter()
    async with AsyncExitStack() as stack:
        came = await asyncio.gather(*[_come(lesson, stack, SocketSession(address, place)) for _ in range(pupils)])
        lesson.opened = time.perf_counter() - begun
        await asyncio.gather(*[_draw(lesson, one, seconds, live, seed) for seed, one in enumerate(came) if one])
    return lesson


async def _come(lesson: Lesson, stack: AsyncExitStack, session: SocketSession) -> SocketSession | None:
    try:
        return await stack.enter_async_context(session)
    except Exception as error:  # whatever breaks a session is what is counted here
        lesson.broken.append(repr(error))
        return None


async def _draw(lesson: Lesson, session: SocketSession, seconds: float, live: int, seed: int) -> None:
    dice = random.Random(seed)
    try:
        await asyncio.sleep(dice.random() * THINKING)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            stroke = _stroke(dice)
            for part in range(1, live + 1):
                points = 2 * (part * len(stroke) // (2 * (live + 1)))
                lesson.seconds.append(await session.draw([stroke[:points]], live=True))
                await asyncio.sleep(0.1)
            if not live:
                await asyncio.sleep(DRAWING)
            lesson.seconds.append(await session.draw([stroke], live=False))
            await asyncio.sleep(dice.expovariate(1 / THINKING))
        lesson.exceptions += session.exceptions
    except Exception as error:  # whatever breaks a session is what is counted here
        lesson.broken.append(repr(error))


def _stroke(dice: random.Random) -> Sequence[int]:
    x, y = dice.randint(250, 500), dice.randint(150, 300)
    stroke = [x, y]
    for _ in range(18):
        x, y = min(950, max(50, x + dice.randint(-30, 40))), min(950, y + dice.randint(5, 45))
        stroke += [x, y]
    return stroke


def memory(address: str) -> dict[str, float] | None:
    """Return a server's memory in MB: all in use, what no other process shares, and what CUDA's libraries take of each.

    PyPI's torch brings CUDA for Linux; torch's build for the CPU, which a container has, does without these libraries.
    None where the system hides it.
    """
    words = f"--server.port\0{urlsplit(address).port}\0".encode()
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if words in (process / "cmdline").read_bytes():
                return _by_mapping((process / "smaps").read_text())
    return None


def _by_mapping(smaps: str) -> dict[str, float]:
    megabytes = dict.fromkeys(("resident", "own", "cuda", "cuda_own"), 0.0)
    of_cuda, end = False, ""
    for line in smaps.splitlines():
        key, _, rest = line.partition(":")
        if key in KINDS:
            size = int(rest.split()[0]) / 1024
            megabytes[KINDS[key]] += size
            megabytes["cuda" if key == "Rss" else "cuda_own"] += of_cuda * size
        elif "-" in key.split()[0]:
            begin, _, after = key.split()[0].partition("-")
            unnamed = len(line.split()) == 5 and begin == end  # a library's own, if it follows: what begins as zero
            of_cuda, end = of_cuda if unnamed else "/nvidia/" in line or "libtorch_cuda" in line, after
    return megabytes | {"without_cuda": megabytes["resident"] - megabytes["cuda"]}
