"""Answers take turns, first come, first served: Python runs one thread at a time, and many at once hold each other up.

A page that takes its time, such as a training that one watches, gives its turn away and goes on beside the others.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

AT_ONCE = 1
PATIENCE = 0.3
"""Seconds after which an answer that still runs counts as slow, and the next one begins beside it."""


class Turns:
    """A queue of threads, of which the first begins as soon as fewer than `at_once` that are not slow are running."""

    def __init__(self, at_once: int = AT_ONCE):
        self._at_once = at_once
        self._lock = Lock()
        self._queue: deque[Event] = deque()
        self._begun: dict[Event, float] = {}

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until it is an answer's turn, and let the next one in when it is done."""
        called = Event()
        self._queue.append(called)
        while (wait := self._begin(called)) != 0:
            called.wait(wait)
        try:
            yield
        finally:
            with self._lock:
                del self._begun[called]
                self._call()

    def _begin(self, called: Event) -> float | None:
        """Return 0 if it has begun, else how many seconds to wait; None until it is called."""
        with self._lock:
            called.clear()
            if self._queue[0] is not called:
                return None
            now = time.monotonic()
            left = sorted(PATIENCE - (now - begun) for begun in self._begun.values())
            running = [seconds for seconds in left if seconds > 0]
            if len(running) >= self._at_once:
                return running[-self._at_once]
            self._queue.popleft()
            self._begun[called] = now
            self._call()
            return 0

    def _call(self) -> None:
        if self._queue:
            self._queue[0].set()


turn = Turns().turn
