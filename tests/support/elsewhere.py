"""Work in a thread of its own: Playwright keeps a loop running in the thread of the tests, which may have only one."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def call(work: Callable[[], Any]) -> Any:
    """Call something that starts a loop, and return its result."""
    with ThreadPoolExecutor(1) as elsewhere:
        return elsewhere.submit(work).result()


def run(coroutine: Coroutine) -> Any:
    """Run a coroutine to its end and return its result."""
    return call(lambda: asyncio.run(coroutine))
